package org.ansinh.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the database itself refuses, whatever the program above it does. */
class DecisionGuardsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final String BAO_LAC = "01321";
    private static final String ELSEWHERE = "01273";

    private static OfficerId lan;
    private static OfficerId chair;
    private static OfficerId otherChair;

    @BeforeAll
    static void officers() {
        lan = database.officer("lan.draft", "commune_officer", BAO_LAC);
        chair = database.officer("chu.tich", "commune_chair", BAO_LAC);
        otherChair = database.officer("chu.tich.xa.khac", "commune_chair", ELSEWHERE);
    }

    @Test
    void aDecisionIsSignedByAnotherOfficerWithTheAuthority() {
        long id = drafted(lan, 101);
        sign(chair, id);
        assertThat(text(
                        chair,
                        "select state || ' ' || signed_by || ' ' || signed_on || ' ' || effective_from from casework.decision where decision_id = "
                                + id))
                .isEqualTo("signed " + chair + " 2026-10-20 2026-10-20");
    }

    @Test
    void whoDraftedDoesNotSign() {
        long id = drafted(chair, 102);
        assertThatThrownBy(() -> sign(chair, id)).hasStackTraceContaining("somebody else signs");
        assertThat(text(chair, "select state from casework.decision where decision_id = " + id))
                .isEqualTo("draft");
    }

    @Test
    void evenTheOwnerOfTheTablesCannotWriteOneNameTwice() {
        long id = drafted(lan, 103);
        assertThatThrownBy(() -> run(
                        chair,
                        "update casework.decision set state = 'signed', drafted_by = current_user where decision_id = "
                                + id))
                .hasStackTraceContaining("may not be changed while it is signed");
    }

    @Test
    void whoChangesADraftBecomesItsDrafter() {
        long id = drafted(lan, 104);
        run(chair, "update casework.decision set amount = 550000 where decision_id = " + id);
        assertThatThrownBy(() -> sign(chair, id)).hasStackTraceContaining("somebody else signs");
    }

    @Test
    void anOfficerWithoutTheAuthorityDoesNotSign() {
        var binh = database.officer("binh.draft", "commune_officer", BAO_LAC);
        long id = drafted(lan, 105);
        assertThatThrownBy(() -> sign(binh, id)).hasStackTraceContaining("is for the commune_chair to sign");
    }

    @Test
    void aChairOfAnotherCommuneFindsNothingToSign() {
        long id = drafted(lan, 106);
        sign(otherChair, id);
        assertThat(text(chair, "select state from casework.decision where decision_id = " + id))
                .isEqualTo("draft");
    }

    @Test
    void nobodyDraftsOutsideTheirArea() {
        assertThatThrownBy(() -> run(otherChair, insert(107, "draft"))).hasStackTraceContaining("row-level security");
    }

    @Test
    void aSignedDecisionStaysAsItIs() {
        long id = drafted(lan, 108);
        sign(chair, id);
        assertThatThrownBy(() -> run(chair, "update casework.decision set amount = 1 where decision_id = " + id))
                .hasStackTraceContaining("stays as it is");
        assertThatThrownBy(() -> run(chair, "delete from casework.decision where decision_id = " + id))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aDecisionOnUnverifiedLawIsNotSigned() {
        long id = drafted(lan, 109);
        run(lan, "update casework.decision set unverified = true where decision_id = " + id);
        assertThatThrownBy(() -> sign(chair, id)).hasStackTraceContaining("no jurist has released");
    }

    @Test
    void nobodyWritesASignatureWithTheDecision() {
        assertThatThrownBy(() -> run(lan, insert(110, "signed"))).hasStackTraceContaining("starts as a draft");
    }

    @Test
    void numbersOfTheBookFollowOneAnotherAndAnUndoneSignatureLeavesNoGap() {
        long first = drafted(lan, 111);
        long second = drafted(lan, 112);
        sign(chair, first);
        assertThatThrownBy(() -> database.run(Actor.officer(chair), () -> {
                    execute("update casework.decision set state = 'signed' where decision_id = " + second);
                    throw new IllegalStateException("the line broke");
                }))
                .hasMessage("the line broke");
        sign(chair, second);
        assertThat(text(
                        chair,
                        "select b.book_number - a.book_number from casework.decision a, casework.decision b where a.decision_id = "
                                + first + " and b.decision_id = " + second))
                .isEqualTo("1");
    }

    @Test
    void aDraftIsReturnedWithAReason() {
        long id = drafted(lan, 113);
        assertThatThrownBy(
                        () -> run(chair, "update casework.decision set state = 'returned' where decision_id = " + id))
                .hasStackTraceContaining("returned with a reason");
        run(
                chair,
                "update casework.decision set state = 'returned', returned_because = 'Thiếu tờ khai' where decision_id = "
                        + id);
        assertThat(text(lan, "select returned_by from casework.decision where decision_id = " + id))
                .isEqualTo(chair.toString());
    }

    private static long drafted(OfficerId officer, int person) {
        run(officer, insert(person, "draft"));
        return Long.parseLong(
                text(officer, "select max(decision_id) from casework.decision where subject_id = " + person));
    }

    private static String insert(int person, String state) {
        return "insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, payee_id, amount, cause_key, cause,"
                + " authority, state, drafted_by) values ('social_pension', 'grant', 'p', %1$d, '%2$s', 'beneficiary', %1$d, 500000, 'grant:aged_75', 'Đủ 75 tuổi', 'commune_chair', '%3$s', 'x')"
                        .formatted(person, BAO_LAC, state);
    }

    private static void sign(OfficerId officer, long id) {
        run(officer, "update casework.decision set state = 'signed' where decision_id = " + id);
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
