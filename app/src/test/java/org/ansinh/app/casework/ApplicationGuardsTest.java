package org.ansinh.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the database itself keeps of files, whatever the program above it does. */
class ApplicationGuardsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final String BAO_LAC = "01321";
    private static final String ELSEWHERE = "01273";

    private static OfficerId lan;
    private static OfficerId chair;
    private static OfficerId stranger;

    @BeforeAll
    static void officers() {
        lan = database.officer("lan.file", "commune_officer", BAO_LAC);
        chair = database.officer("chu.tich.file", "commune_chair", BAO_LAC);
        stranger = database.officer("xa.khac.file", "commune_officer", ELSEWHERE);
    }

    @Test
    void anOfficerOfAnotherCommuneSeesNoFileNoStepAndMovesNothing() {
        long file = opened(lan, 101);
        assertThat(text(lan, "select count(*) from casework.application where application_id = " + file))
                .isEqualTo("1");
        assertThat(text(lan, "select count(*) from casework.application_step where application_id = " + file))
                .isEqualTo("1");
        assertThat(text(stranger, "select count(*) from casework.application where application_id = " + file))
                .isEqualTo("0");
        assertThat(text(stranger, "select count(*) from casework.application_step where application_id = " + file))
                .isEqualTo("0");
        run(stranger, received(file, "2026-10-19"));
        assertThat(state(file)).isEqualTo("waiting_signature");
        assertThatThrownBy(() -> run(stranger, insert(102, "applicant"))).hasStackTraceContaining("row-level security");
    }

    @Test
    void whoPaysAndWhoCountsSeeNoFiles() {
        opened(lan, 103);
        var payer = database.officer("ke.toan.file", "paying_officer", BAO_LAC);
        var counter = database.officer("thong.ke.file", "statistician", "*");
        for (var outsider : List.of(payer, counter)) {
            assertThat(text(outsider, "select count(*) from casework.application"))
                    .isEqualTo("0");
            assertThat(text(outsider, "select count(*) from casework.application_step"))
                    .isEqualTo("0");
        }
        assertThatThrownBy(() -> run(payer, insert(104, "applicant"))).hasStackTraceContaining("row-level security");
    }

    @Test
    void anInspectorReadsAndWritesNothing() {
        long file = opened(lan, 105);
        var inspector = database.officer("thanh.tra.file", "inspector", "*");
        assertThat(text(inspector, "select count(*) from casework.application where application_id = " + file))
                .isEqualTo("1");
        run(inspector, received(file, "2026-10-19"));
        assertThat(state(file)).isEqualTo("waiting_signature");
        assertThatThrownBy(() -> run(inspector, insert(106, "applicant")))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void onlyTheHouseOpensFilesOfItsOwn() {
        assertThatThrownBy(() -> run(lan, insert(107, "house"))).hasStackTraceContaining("Only the house opens");
    }

    @Test
    void somebodyHasOneOpenFileInAProgramme() {
        opened(lan, 108);
        assertThatThrownBy(() -> run(chair, insert(108, "village_head")))
                .hasStackTraceContaining("application_one_open");
    }

    @Test
    void aFileIsReceivedOnceUnderTheNextNumberAndNotOnADayToCome() {
        long first = opened(lan, 109);
        long second = opened(lan, 110);
        assertThatThrownBy(() -> run(lan, received(first, "2026-10-21"))).hasStackTraceContaining("day to come");
        run(lan, received(first, "2026-10-19"));
        run(lan, received(second, "2026-10-20"));
        assertThat(text(
                        lan,
                        "select b.register_number - a.register_number from casework.application a, casework.application b where a.application_id = "
                                + first + " and b.application_id = " + second))
                .isEqualTo("1");
        assertThatThrownBy(() -> run(
                        lan, "update casework.application set register_number = 77 where application_id = " + first))
                .hasStackTraceContaining("stay");
        assertThatThrownBy(() -> run(
                        lan,
                        "update casework.application set received_on = '2026-10-01' where application_id = " + first))
                .hasStackTraceContaining("stay");
    }

    @Test
    void aTermAndWhatTheLawGivesAreNotMovedByHand() {
        long file = opened(lan, 114);
        run(lan, received(file, "2026-10-19"));
        assertThatThrownBy(() -> run(
                        lan, "update casework.application set due_on = '2027-01-01' where application_id = " + file))
                .hasStackTraceContaining("not moved by hand");
        assertThatThrownBy(() -> run(lan, "update casework.application set level = 1 where application_id = " + file))
                .hasStackTraceContaining("not written into a file by hand");
    }

    @Test
    void nobodyEndsAFileWithoutASignatureAndEveryStepStays() {
        long file = opened(lan, 111);
        assertThatThrownBy(() ->
                        run(lan, "update casework.application set state = 'decided' where application_id = " + file))
                .hasStackTraceContaining("decided when its decision is signed");
        run(lan, received(file, "2026-10-19"));
        run(
                lan,
                "update casework.application set state = 'incomplete', missing = 'Bản sao CCCD' where application_id = "
                        + file);
        assertThatThrownBy(() -> run(lan, "delete from casework.application_step"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> database.run(
                        Actor.WORKER,
                        () -> execute("update casework.application_step set note = '' where application_id = " + file)))
                .hasStackTraceContaining("permission denied");
        assertThat(steps(file)).isEqualTo("opened:, received:19/10/2026, incomplete:Bản sao CCCD");
    }

    @Test
    void theSignatureDecidesTheFileAndADraftSentBackLeavesIt() {
        long file = opened(lan, 112);
        run(lan, received(file, "2026-10-19"));
        run(lan, "update casework.application set state = 'complete' where application_id = " + file);
        long draft = drafted(112, "refuse");
        run(lan, "update casework.application set decision_id = " + draft + " where application_id = " + file);
        assertThatThrownBy(() -> run(
                        lan,
                        "update casework.application set state = 'withdrawn', because = 'x' where application_id = "
                                + file))
                .hasStackTraceContaining("drafted already");
        run(
                chair,
                "update casework.decision set state = 'returned', returned_because = 'Thiếu lý do' where decision_id = "
                        + draft);
        assertThat(state(file)).isEqualTo("complete");
        long other = drafted(112, "refuse");
        run(lan, "update casework.application set decision_id = " + other + " where application_id = " + file);
        run(chair, "update casework.decision set state = 'signed' where decision_id = " + other);
        assertThat(state(file)).isEqualTo("decided");
        assertThat(steps(file)).contains("drafted:", "sent_back:Thiếu lý do").endsWith("/2026/QĐ-UBND");
    }

    @Test
    void aRefusalOfSomethingElseDecidesNoFileOfAnother() {
        long file = opened(lan, 113);
        long draft = drafted(113, "refuse");
        run(chair, "update casework.decision set state = 'signed' where decision_id = " + draft);
        assertThat(state(file)).as("that refusal was not made on this file").isEqualTo("waiting_signature");
        long grant = drafted(113, "grant");
        run(chair, "update casework.decision set state = 'signed' where decision_id = " + grant);
        assertThat(state(file)).isEqualTo("decided");
    }

    private static String steps(long file) {
        return text(
                lan,
                "select string_agg(step || ':' || note, ', ' order by step_id) from casework.application_step where application_id = "
                        + file);
    }

    private static String state(long file) {
        return text(lan, "select state from casework.application where application_id = " + file);
    }

    private static long opened(OfficerId officer, int person) {
        run(officer, insert(person, "applicant"));
        return Long.parseLong(
                text(officer, "select max(application_id) from casework.application where subject_id = " + person));
    }

    private static String insert(int person, String came) {
        return "insert into casework.application (programme, subject_kind, subject_id, commune_code, came, occasion, state)"
                + " values ('social_pension', 'p', %d, '%s', '%s', 'asked', 'waiting_signature')"
                        .formatted(person, BAO_LAC, came);
    }

    private static String received(long file, String day) {
        return "update casework.application set state = 'received', received_on = '%s' where application_id = %d"
                .formatted(day, file);
    }

    private static long drafted(int person, String kind) {
        run(
                lan,
                "insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, payee_id, amount, cause_key, cause,"
                        + " authority, state, drafted_by) values ('social_pension', '%2$s', 'p', %1$d, '%3$s', 'beneficiary', %1$d, 0, '%2$s:x', 'Căn cứ', 'commune_chair', 'draft', 'x')"
                                .formatted(person, kind, BAO_LAC));
        return Long.parseLong(text(lan, "select max(decision_id) from casework.decision where subject_id = " + person));
    }

    private static void run(OfficerId officer, String sql) {
        database.run(Actor.officer(officer), () -> execute(sql));
    }

    private static void execute(String sql) {
        database.jdbc().sql(sql).update();
    }

    private static String text(OfficerId officer, String sql) {
        return database.as(
                Actor.officer(officer),
                () -> database.jdbc().sql(sql).query(String.class).single());
    }
}
