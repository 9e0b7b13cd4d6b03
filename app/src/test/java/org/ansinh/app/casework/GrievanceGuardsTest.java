package org.ansinh.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the database itself keeps of complaints, denunciations and feedback, whatever the program above it does. */
class GrievanceGuardsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final String BAO_LAC = "01321";
    private static final String ELSEWHERE = "01273";

    private static OfficerId lan;
    private static OfficerId binh;
    private static OfficerId chair;
    private static OfficerId province;
    private static OfficerId stranger;

    @BeforeAll
    static void officers() {
        lan = database.officer("lan.grievance", "commune_officer", BAO_LAC);
        binh = database.officer("binh.grievance", "commune_officer", BAO_LAC);
        chair = database.officer("chu.tich.grievance", "commune_chair", BAO_LAC);
        province = database.officer("tinh.grievance", "provincial_approver", "*");
        stranger = database.officer("xa.khac.grievance", "commune_officer", ELSEWHERE);
    }

    @Test
    void eachKindHasItsOwnRegisterNumberedByCommuneAndYear() {
        long first = taken(lan, "complaint", "Nông Thị Hoa", "signature");
        long feedback = taken(lan, "feedback", "", "none");
        long second = taken(lan, "complaint", "Triệu Mùi Ghển", "signature");
        assertThat(number(second)).isEqualTo(number(first) + 1);
        assertThat(text(lan, "select register_year from casework.grievance where grievance_id = " + feedback))
                .isEqualTo("2026");
        assertThat(text(lan, "select string_agg(step, ' ') from casework.grievance_step where grievance_id = " + first))
                .isEqualTo("received");
    }

    @Test
    void theSameWordsOfTheSamePersonOnTheSameDayAreOneEntry() {
        var said = insert("complaint", "Nông Thị Hai Lần", "signature");
        run(lan, said);
        refusedBy("grievance_said_once", () -> run(lan, said));
    }

    @Test
    void aComplaintWithoutANameIsRefusedFeedbackIsNot() {
        refusedBy("complaint_has_a_name", () -> taken(lan, "complaint", " ", "signature"));
        refusedBy("complaint_has_a_name", () -> taken(lan, "denunciation", "", "signature"));
        assertThat(taken(lan, "feedback", "", "none")).isPositive();
    }

    @Test
    void whatWasSpokenIsTakenUpOnlyWhenItIsSigned() {
        long spoken = taken(lan, "complaint", "Nông Thị Hoa", "none");
        refusedBy("complaint_is_signed", () -> accept(lan, spoken));
        run(lan, "update casework.grievance set signed_as = 'fingerprint' where grievance_id = " + spoken);
        accept(lan, spoken);
        assertThat(text(lan, "select accepted_on from casework.grievance where grievance_id = " + spoken))
                .isEqualTo("2026-10-20");
    }

    @Test
    void afterTheTimeToComplainItTakesAReasonForBeingLate() {
        run(
                lan,
                insert("complaint", "Nông Thị Trễ", "signature")
                        .replace("'2026-10-19', null, null", "'2026-10-19', '2026-05-01', '2026-07-30'"));
        long late = last(lan);
        refusedBy("complaint_in_time", () -> accept(lan, late));
        run(lan, "update casework.grievance set late_because = 'Nằm viện' where grievance_id = " + late);
        accept(lan, late);
        assertThat(state(late)).isEqualTo("accepted");
    }

    @Test
    void whoProposesDoesNotSignAndOnlyAChairSigns() {
        long one = taken(lan, "complaint", "Nông Thị Hoa", "signature");
        accept(lan, one);
        propose(chair, one);
        refusedBy("resolved_by_another", () -> resolve(chair, one));
        refusedBy("resolved_by_chair", () -> resolve(lan, one));
        refusedBy("resolved_as_proposed", () -> run(province, """
                        update casework.grievance set state = 'resolved', conclusion = 'khác', resolved_on = '2026-10-20', answer_number = '3/QĐ' where grievance_id = """ + one));
        resolve(province, one);
        assertThat(state(one)).isEqualTo("resolved");
        refusedBy(
                "grievance_stays",
                () -> run(lan, "update casework.grievance set because = 'thôi' where grievance_id = " + one));
        assertThat(text(
                        lan,
                        "select string_agg(step, ' ' order by step_id) from casework.grievance_step where grievance_id = "
                                + one))
                .isEqualTo("received accepted proposed resolved");
    }

    @Test
    void anAnswerNeedsAFindingAConclusionANumberAndADayUpToToday() {
        long one = taken(lan, "complaint", "Nông Thị Hoa", "signature");
        accept(lan, one);
        refusedBy(
                "resolved_with_a_finding",
                () -> run(lan, "update casework.grievance set state = 'proposed' where grievance_id = " + one));
        propose(lan, one);
        refusedBy(
                "answer_has_a_number",
                () -> run(
                        chair,
                        "update casework.grievance set state = 'resolved', resolved_on = '2026-10-20' where grievance_id = "
                                + one));
        refusedBy(
                "resolved_by_today",
                () -> run(
                        chair,
                        "update casework.grievance set state = 'resolved', answer_number = '3', resolved_on = '2026-10-21' where grievance_id = "
                                + one));
    }

    @Test
    void aSecondComplaintFollowsASignedAnswerOnceAndIsResolvedOneLevelUp() {
        long first = taken(lan, "complaint", "Nông Thị Hoa", "signature");
        refusedBy("second_after_first", () -> again(first));
        accept(lan, first);
        propose(lan, first);
        resolve(chair, first);
        var other = insert("denunciation", "Nông Thị Hoa", "signature")
                .replace("(kind,", "(instance, earlier_id, kind,")
                .replace("values (", "values (2, " + first + ", ");
        refusedBy("second_after_first", () -> run(lan, other));
        long second = again(first);
        refusedBy("grievance_earlier_id_key", () -> again(first));
        accept(lan, second);
        propose(lan, second);
        refusedBy("second_by_the_province", () -> resolve(chair, second));
        resolve(province, second);
        assertThat(state(second)).isEqualTo("resolved");
    }

    @Test
    void whoDenouncesIsSeenByWhoeverWorksOnItAndByWhoeverLeadsAndByNobodyElse() {
        long one = taken(lan, "denunciation", "Người Tố Cáo", "signature");
        var sees = "select count(*) from casework.grievance where grievance_id = " + one;
        assertThat(text(lan, sees)).isEqualTo("1");
        assertThat(text(chair, sees)).isEqualTo("1");
        assertThat(text(binh, sees)).isEqualTo("0");
        assertThat(text(binh, "select count(*) from casework.grievance_step where grievance_id = " + one))
                .isEqualTo("0");
        run(chair, "update casework.grievance set officer = '%s' where grievance_id = %d".formatted(binh, one));
        assertThat(text(binh, sees)).isEqualTo("1");
    }

    @Test
    void anotherAreaAnotherRoleAndAnInspectorChangeNothing() {
        long one = taken(lan, "complaint", "Nông Thị Hoa", "signature");
        var sees = "select count(*) from casework.grievance where grievance_id = " + one;
        assertThat(text(stranger, sees)).isEqualTo("0");
        var payer = database.officer("ke.toan.grievance", "paying_officer", BAO_LAC);
        assertThat(text(payer, sees)).isEqualTo("0");
        var inspector = database.officer("thanh.tra.grievance", "inspector", "*");
        assertThat(text(inspector, sees)).isEqualTo("1");
        accept(inspector, one);
        accept(stranger, one);
        assertThat(state(one)).isEqualTo("received");
        assertThatThrownBy(() -> run(inspector, insert("complaint", "Nông Thị Hoa", "signature")))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void whatWasSaidStaysAsItWasSaidAndIsNotRemoved() {
        long one = taken(lan, "complaint", "Nông Thị Hoa", "signature");
        var change = "update casework.grievance set %s where grievance_id = " + one;
        refusedBy("said_as_it_was_said", () -> run(lan, change.formatted("says = 'khác'")));
        refusedBy("term_by_the_law", () -> run(lan, change.formatted("due_on = '2027-01-01'")));
        assertThatThrownBy(() -> run(lan, "delete from casework.grievance where grievance_id = " + one))
                .hasStackTraceContaining("permission denied");
        var tomorrow = insert("complaint", "Nông Thị Mai", "signature").replace("2026-10-19", "2026-10-21");
        refusedBy("received_by_today", () -> run(lan, tomorrow));
    }

    private static int sayings;

    private static String insert(String kind, String name, String signed) {
        sayings++;
        return """
                insert into casework.grievance (kind, commune_code, name, way, signed_as, says, received_on, learnt_on, file_by, state)
                values ('%s', '%s', '%s', 'spoken', '%s', 'Tôi bị xếp sai mức, lần %d', '2026-10-19', null, null, 'received')""".formatted(kind, BAO_LAC, name, signed, sayings);
    }

    private static long taken(OfficerId who, String kind, String name, String signed) {
        run(who, insert(kind, name, signed));
        return last(who);
    }

    private static long again(long first) {
        run(
                lan,
                insert("complaint", "Nông Thị Hoa", "signature")
                        .replace("(kind,", "(instance, earlier_id, kind,")
                        .replace("values (", "values (2, " + first + ", "));
        return last(lan);
    }

    private static long last(OfficerId who) {
        return Long.parseLong(text(who, "select max(grievance_id) from casework.grievance"));
    }

    private static long number(long id) {
        return Long.parseLong(text(lan, "select register_number from casework.grievance where grievance_id = " + id));
    }

    private static void accept(OfficerId who, long id) {
        run(who, "update casework.grievance set state = 'accepted' where grievance_id = " + id);
    }

    private static void propose(OfficerId who, long id) {
        run(
                who,
                "update casework.grievance set state = 'proposed', finding = 'right', conclusion = 'Giấy xác nhận ghi đặc biệt nặng' where grievance_id = "
                        + id);
    }

    private static void resolve(OfficerId who, long id) {
        run(
                who,
                "update casework.grievance set state = 'resolved', resolved_on = '2026-10-20', answer_number = '3/QĐ-UBND' where grievance_id = "
                        + id);
    }

    private static String state(long id) {
        return text(lan, "select state from casework.grievance where grievance_id = " + id);
    }

    private static void refusedBy(String rule, Runnable act) {
        assertThat(BrokenRule.by(act).map(BrokenRule::rule)).contains(rule);
    }

    private static void run(OfficerId who, String sql) {
        database.run(Actor.officer(who), () -> database.jdbc().sql(sql).update());
    }

    private static String text(OfficerId who, String sql) {
        return database.as(
                Actor.officer(who),
                () -> String.valueOf(database.jdbc().sql(sql).query().singleValue()));
    }
}
