package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;

/** A village head says by phone on 20 October 2026 that somebody has died: nothing is paid to her until it is found out, and nothing of it is lost. */
class ToldDeadTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static int communes = 5100;

    private PayingOffice office;
    private OfficerId lan;
    private int village;
    private int hoa;
    private int mai;

    @BeforeEach
    void twoEldersOfNaMeo() {
        office = new PayingOffice(database, "0" + ++communes, "social_pension");
        lan = database.officer("lan." + communes, "commune_officer", office.commune);
        village = office.owner("""
                with v as (insert into territory.village (code, invented) values ('NM-%d', true) returning village_id)
                insert into territory.village_name select v.village_id, 'Nà Mèo', '%s', '[2025-07-01,)' from v returning village_id""".formatted(communes, office.commune));
        hoa = elder("Nông Thị Hoa");
        mai = elder("Hoàng Thị Mai");
    }

    private int elder(String name) {
        int id = office.person(name);
        office.owner("update registry.person set village_id = %d, lives_here = true where id = %d returning id"
                .formatted(village, id));
        office.takenOver(id, 540_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(id, SEPTEMBER);
        return id;
    }

    private long list(YearMonth month) {
        return list(month, month);
    }

    /** @param lastOfHoa the month of her death, once the law knows it */
    private long list(YearMonth month, YearMonth lastOfHoa) {
        office.workedOut(
                month, List.of(Months.of(hoa, OCTOBER, lastOfHoa, 540_000), Months.of(mai, OCTOBER, month, 540_000)));
        return office.prepare(month);
    }

    private void toldByPhone(int dead) {
        toldByPhone(lan, dead);
    }

    private void toldByPhone(OfficerId officer, int dead) {
        office.as(officer, """
                select registry.face_take_down(null, %d, '2026-10-01', 'phone', 'Nông Văn Sơn, trưởng thôn', '2026-10-20', false,
                    '[{"place": 1, "kind": "death", "person": %d, "name": "Nông Thị Hoa", "folded": "nong thi hoa", "on_day": "2026-10-18"}]',
                    registry.open_recording('village_report', null, '2026-10-20', null))""".formatted(village, dead));
    }

    private void dismissed(String why) {
        office.as(lan, """
                select registry.face_dismiss_notice((select max(id) from registry.notice where person_id = %d), '%s',
                    registry.open_recording('notice_dismissed', null, null, null))""".formatted(hoa, why));
    }

    private static String rule(Runnable act) {
        try {
            act.run();
        } catch (DataAccessException refused) {
            return BrokenRule.orThrow(refused).name();
        }
        return "";
    }

    private String open(YearMonth month) {
        return database.as(
                Actor.officer(office.preparer),
                () -> database.jdbc()
                        .sql("select open_lines || ' ' || open from payments.overview('social_pension', ?)")
                        .param(month.atDay(1))
                        .query(String.class)
                        .single());
    }

    @Test
    void octobersListLeavesHerOutAndSaysWhyAndHowMuch() {
        toldByPhone(hoa);

        long october = list(OCTOBER);

        assertThat(office.lines(october, hoa)).isEmpty();
        assertThat(office.lines(october, mai)).containsExactly("2026-10 540000");
        assertThat(office.withheld(OCTOBER, hoa)).containsExactly("told_dead 2026-10 540000");
        assertThat(office.text(
                        "select cause || ' ' || before || ' ' || after || ' ' || day from payments.difference where payroll_id = %d and subject_id = %d"
                                .formatted(october, hoa)))
                .isEqualTo("told_dead 540000 0 2026-10-20");
    }

    @Test
    void aListDrawnBeforeTheWordCameIsNotApproved() {
        long october = list(OCTOBER);
        toldByPhone(hoa);

        assertThat(rule(() -> office.approve(office.chair, october))).isEqualTo("list_has_told_dead");

        office.discard(october);
        long again = list(OCTOBER);
        office.approve(office.chair, again);
        assertThat(office.lines(again, mai)).containsExactly("2026-10 540000");
        assertThat(office.lines(again, hoa)).isEmpty();
    }

    @Test
    void aWordThatWasAMistakeLetsBothMonthsFlowToTheNextList() {
        toldByPhone(hoa);
        office.approve(office.chair, list(OCTOBER));

        dismissed("Nhầm người: người mất là bà Nông Thị Hoa ở Nà Pồng");

        long november = list(NOVEMBER);
        assertThat(office.lines(november, hoa)).containsExactly("2026-10 540000", "2026-11 540000");
        assertThat(office.withheld(NOVEMBER, hoa)).isEmpty();
        assertThat(office.text(
                        "select string_agg(cause, ',' order by part) from payments.difference where payroll_id = %d and subject_id = %d"
                                .formatted(november, hoa)))
                .isEqualTo("arrears,told_dead_mistaken");
        assertThat(rule(() -> dismissed("lần nữa"))).isEqualTo("notice_stays");
    }

    /** Approved already, and not on its way: her money is neither instructed nor released until somebody has found out. */
    @Test
    void whatIsApprovedAndNotOnItsWayWaitsToo() {
        long october = list(OCTOBER);
        office.approve(office.chair, october);
        long both = instructed(october);
        var deputy = database.officer("pho.chu.tich." + communes, "commune_chair", office.commune);
        toldByPhone(hoa);

        assertThat(rule(() -> office.as(deputy, "select payments.release_dispatch(%d, 1000)".formatted(both))))
                .isEqualTo("dispatch_has_told_dead");
        office.as(office.preparer, "select payments.withdraw_dispatch(%d)".formatted(both));
        assertThat(whoIn(instructed(october))).containsExactly(mai);

        dismissed("nhầm người: chị cùng tên ở Nà Pục");
        assertThat(whoIn(instructed(october))).containsExactly(hoa);
    }

    private long instructed(long list) {
        return office.number(office.preparer, "select payments.prepare_dispatch('cash', array[%d])".formatted(list));
    }

    private List<Integer> whoIn(long dispatch) {
        return database.as(
                Actor.officer(office.preparer),
                () -> database.jdbc()
                        .sql("select subject_id from payments.instruction where dispatch_id = ? order by 1")
                        .param(dispatch)
                        .query(Integer.class)
                        .list());
    }

    @Test
    void onceTheDeathIsRecordedTheMonthOfDeathIsDueAndTheLineIsSettledByItself() {
        toldByPhone(hoa);
        office.approve(office.chair, list(OCTOBER));

        office.owner("update registry.person set died_on = '2026-10-18' where id = %d returning id".formatted(hoa));

        assertThat(office.text("select state || ' ' || settled_on from registry.notice_state where person_id = " + hoa))
                .isEqualTo("settled 2026-10-18");
        assertThat(office.lines(list(NOVEMBER, OCTOBER), hoa)).containsExactly("2026-10 540000");
    }

    @Test
    void monthsPaidAfterTheDeathBecomeAProposalWhenItIsRecorded() {
        office.approve(office.chair, list(OCTOBER));
        office.approve(office.chair, list(NOVEMBER));
        toldByPhone(hoa);
        assertThat(office.withheld(NOVEMBER, hoa)).as("only a word yet").isEmpty();

        office.owner("update registry.person set died_on = '2026-10-18' where id = %d returning id".formatted(hoa));
        list(NOVEMBER, OCTOBER);

        assertThat(office.withheld(NOVEMBER, hoa)).containsExactly("overpaid 2026-11 540000");
    }

    @Test
    void sumsThatWereCountedFollowTheWordTheMistakeAndTheDeath() {
        list(OCTOBER);
        office.discard(office.prepare(OCTOBER));
        count(OCTOBER);
        assertThat(open(OCTOBER)).isEqualTo("2 1080000");
        toldByPhone(hoa);
        assertThat(open(OCTOBER)).isEqualTo("1 540000");
        count(OCTOBER);
        dismissed("nhầm người");
        assertThat(open(OCTOBER)).isEqualTo("2 1080000");
        toldByPhone(hoa);
        count(OCTOBER);
        office.owner("update registry.person set died_on = '2026-10-18' where id = %d returning id".formatted(hoa));
        assertThat(open(OCTOBER))
                .as("October is the month of her death, and due")
                .isEqualTo("2 1080000");
    }

    private void count(YearMonth month) {
        office.workerAsks(
                "select payments.count_anew('social_pension', '%s', '%s')".formatted(office.commune, month.atDay(1)));
    }

    @Test
    void whoseFileGoesOverIntoAnotherIsMeantUnderTheNumberThatStays() {
        toldByPhone(hoa);
        int twin = elder("Nông Thị Hoà");

        office.owner("update registry.person set same_as = %d where id = %d returning id".formatted(twin, hoa));

        assertThat(office.text("select open::text from registry.face_told_dead where person_id = " + twin))
                .isEqualTo("true");
        assertThat(rule(() -> office.worker("update registry.notice set person_id = " + mai)))
                .isEqualTo("42501");
    }

    @Test
    void whoeverPaysOrInspectsOrIsOfAnotherCommuneTellsNothing() throws SQLException {
        var neighbour = database.officer("binh." + communes, "commune_officer", "01273");
        assertThat(rule(() -> toldByPhone(neighbour, hoa))).isEqualTo("report_in_own_area");
        assertThat(rule(() -> toldByPhone(office.preparer, hoa))).isEqualTo("recorded_by_commune_officer");
        assertThat(rule(() -> toldByPhone(office.chair, hoa))).isEqualTo("recorded_by_commune_officer");
        var inspector = database.officer("thanh." + communes, "inspector", office.commune);
        assertThat(rule(() -> toldByPhone(inspector, hoa))).isEqualTo("inspectors_write_nothing");

        toldByPhone(hoa);
        assertThat(seen(lan)).isEqualTo("1 1 1");
        assertThat(seen(inspector)).isEqualTo("1 1 1");
        assertThat(seen(neighbour)).isEqualTo("0 0 0");
        assertThat(seen(office.preparer)).as("who pays sees it beside the list").isEqualTo("0 0 0");
        assertThat(rule(() -> database.run(
                        Actor.officer(neighbour),
                        () -> database.jdbc()
                                .sql("update registry.notice set because = 'x', dismissed = 1")
                                .update())))
                .isEqualTo("42501");
        assertThat(rule(() -> office.as(neighbour, """
                        select registry.face_dismiss_notice(%d, 'x', registry.open_recording('notice_dismissed', null, null, null))""".formatted(office.owner("select max(id) from registry.notice")))))
                .isEqualTo("notice_in_own_area");
    }

    private String seen(OfficerId officer) {
        return database.as(
                Actor.officer(officer),
                () -> database.jdbc()
                        .sql(
                                "select (select count(*) from registry.notice) || ' ' || (select count(*) from registry.village_report) || ' ' || (select count(*) from registry.face_notices(null, null))")
                        .query(String.class)
                        .single());
    }
}
