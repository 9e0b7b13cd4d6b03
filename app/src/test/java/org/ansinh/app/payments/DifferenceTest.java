package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the list of October 2026 has more or less than September's, and why. */
class DifferenceTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final LocalDate SIGNED = LocalDate.of(2025, 7, 8);

    private static int communes = 20_000;

    /** Each situation in a commune of its own, with a neighbour to whom nothing happens. */
    private final PayingOffice office = new PayingOffice(database, Integer.toString(++communes), "social_pension");

    private final int neighbour = office.person("Bàn Thị Lai");

    DifferenceTest() {
        office.turns(LocalDate.of(2026, 7, 1));
    }

    private int elder(String name, YearMonth paidThrough) {
        int elder = office.person(name);
        office.takenOver(elder, 540_000, SIGNED);
        office.paidThrough(elder, paidThrough);
        return elder;
    }

    private long listed(YearMonth month, List<Months> months) {
        office.workedOut(month, months);
        return office.prepare(month);
    }

    private void septemberApproved(Months... months) {
        office.takenOver(neighbour, 540_000, SIGNED);
        office.paidThrough(neighbour, YearMonth.of(2026, 8));
        var all = new ArrayList<>(List.of(months));
        all.add(Months.of(neighbour, JANUARY, SEPTEMBER, 540_000));
        office.approve(office.chair, listed(SEPTEMBER, all));
    }

    private long october(Months... months) {
        var all = new ArrayList<>(List.of(months));
        all.add(Months.of(neighbour, JANUARY, OCTOBER, 540_000));
        return listed(OCTOBER, all);
    }

    /** {@code month died 540000 0} for what differs, as an officer of the commune is told. */
    private List<String> told(OfficerId officer, long list, int person) {
        return database.as(
                Actor.officer(officer),
                () -> database.jdbc()
                        .sql("""
                        select part || ' ' || cause || ' ' || before || ' ' || after from payments.difference_of(?) where subject_id = ? order by part""")
                        .params(list, person)
                        .query(String.class)
                        .list());
    }

    private List<String> told(long list, int person) {
        return told(office.chair, list, person);
    }

    private void sumsHold(long list) {
        assertThat(office.number(office.chair, """
                        select c.before + (select coalesce(sum(d.after - d.before), 0) from payments.difference_of(%1$d) d) - c.after
                          from payments.compared_of(%1$d) c""".formatted(list)))
                .as("before + up - down - after")
                .isZero();
        assertThat(office.number(
                        office.chair,
                        "select c.after - (select sum(amount) from payments.line where payroll_id = %1$d) from payments.compared_of(%1$d) c"
                                .formatted(list)))
                .as("after is the list")
                .isZero();
    }

    @Test
    void nobodyDiffersWhereNothingChanged() {
        septemberApproved();
        long list = october();
        assertThat(told(list, neighbour)).isEmpty();
        sumsHold(list);
    }

    @Test
    void whoDiedInSeptemberIsLessByTheWholeAmountFromOctober() {
        int elder = elder("Bế Văn Lực", YearMonth.of(2026, 8));
        septemberApproved(Months.of(elder, JANUARY, SEPTEMBER, 540_000));
        office.owner("update registry.person set died_on = '2026-09-03' where id = %d returning id".formatted(elder));

        long list = october(Months.of(elder, JANUARY, SEPTEMBER, 540_000), Months.of(elder, OCTOBER, OCTOBER, 0));

        assertThat(told(list, elder)).containsExactly("month died 540000 0");
        sumsHold(list);
    }

    @Test
    void aStoppingDecisionIsTheCauseOfALineThatIsGone() {
        int elder = elder("Nông Thị Hoà", YearMonth.of(2026, 8));
        septemberApproved(Months.of(elder, JANUARY, SEPTEMBER, 540_000));
        office.stopped(elder, LocalDate.of(2026, 9, 28), LocalDate.of(2026, 10, 1));

        long list = october(Months.of(elder, JANUARY, OCTOBER, 540_000));

        assertThat(told(list, elder)).containsExactly("month stopped 540000 0");
        sumsHold(list);
    }

    @Test
    void whoMovedAwayIsLessHereAndMoreThere() {
        int elder = elder("Lục Thị Xuân", YearMonth.of(2026, 8));
        septemberApproved(Months.of(elder, JANUARY, SEPTEMBER, 540_000));
        var there = new PayingOffice(database, Integer.toString(++communes), "social_pension");
        office.owner("update registry.person set commune_code = '%s' where id = %d returning id"
                .formatted(there.commune, elder));

        long here = october();
        assertThat(told(here, elder)).containsExactly("month moved_out 540000 0");
        sumsHold(here);

        there.workedOut(OCTOBER, List.of(Months.of(elder, JANUARY, OCTOBER, 540_000)));
        long other = there.prepare(OCTOBER);
        assertThat(told(there.chair, other, elder)).containsExactly("month moved_in 0 540000");
    }

    @Test
    void theBackDatedDecreeIsMoreForTheMonthAndArrearsForThree() {
        office.takenOver(neighbour, 540_000, SIGNED);
        office.paidThrough(neighbour, SEPTEMBER);
        int adult = office.person("Nông Văn Thiêm");
        office.takenOver(adult, 750_000, SIGNED);
        office.paidThrough(adult, SEPTEMBER);
        office.adjusted(adult, 810_000, LocalDate.of(2026, 10, 14), LocalDate.of(2026, 7, 1));

        long list = october(
                Months.of(adult, JANUARY, JUNE, 750_000), Months.of(adult, YearMonth.of(2026, 7), OCTOBER, 810_000));

        // 810,000 - 750,000 for October, three times 60,000 for July to September.
        assertThat(told(list, adult)).containsExactly("arrears arrears 0 180000", "month decree 750000 810000");
        assertThat(told(list, neighbour)).isEmpty();
        sumsHold(list);
    }

    /** A bill came in the month of the decree: it is a cause only where the law asks for it. */
    @Test
    void onlyWhatTheLawReadsIsACause() {
        int adult = office.person("Lê Anh Dũng");
        office.takenOver(adult, 750_000, SIGNED);
        office.paidThrough(adult, SEPTEMBER);
        office.adjusted(adult, 810_000, LocalDate.of(2026, 10, 14), LocalDate.of(2026, 7, 1));
        office.counted("person.bill", adult, LocalDate.of(2026, 7, 1), 45);
        var months = new Months[] {
            Months.of(adult, JANUARY, JUNE, 750_000), Months.of(adult, YearMonth.of(2026, 7), OCTOBER, 810_000)
        };

        office.reads("person.disability");
        assertThat(told(october(months), adult)).contains("month decree 750000 810000");

        office.reads("person.disability", "person.bill");
        assertThat(told(october(months), adult)).contains("month fact 750000 810000");
    }

    /** Born on 2 June, and the decree counts from July: those weeks hide nothing, because the law turned; without the law nobody knows. */
    @Test
    void aBirthdayInTheWeeksOfADecreeDoesNotHideIt() {
        int elder = office.person("Bế Văn Lực");
        office.owner("update registry.person set born = '1944-06-02' where id = %d returning id".formatted(elder));
        office.takenOver(elder, 500_000, SIGNED);
        office.paidThrough(elder, SEPTEMBER);
        office.adjusted(elder, 540_000, LocalDate.of(2026, 10, 14), LocalDate.of(2026, 7, 1));
        var months = new Months[] {
            Months.of(elder, JANUARY, JUNE, 500_000), Months.of(elder, YearMonth.of(2026, 7), OCTOBER, 540_000)
        };

        office.turns(LocalDate.of(2026, 7, 1));
        assertThat(told(october(months), elder)).contains("month decree 500000 540000");

        office.turns(LocalDate.of(2025, 7, 1));
        assertThat(told(october(months), elder)).contains("month adjusted 500000 540000");
    }

    @Test
    void arrearsPaidLastMonthAreNotOwedAgain() {
        int elder = elder("Đàm Thị Kheo", JUNE);
        septemberApproved(Months.of(elder, JANUARY, SEPTEMBER, 540_000));

        long list = october(Months.of(elder, JANUARY, OCTOBER, 540_000));

        assertThat(told(list, elder)).containsExactly("arrears_before arrears_paid 1080000 0");
        sumsHold(list);
    }

    @Test
    void moneyThatWaitedForAJuristComesWithThatCause() {
        int elder = elder("Hoàng Văn Sliềng", YearMonth.of(2026, 8));
        septemberApproved(new Months(elder, JANUARY, SEPTEMBER, 540_000, true, ""));

        long list = october(Months.of(elder, JANUARY, OCTOBER, 540_000));

        assertThat(told(list, elder)).containsExactly("arrears arrears 0 540000", "month released 0 540000");
        sumsHold(list);
    }

    @Test
    void whatNobodyCanKnowIsNotGuessed() {
        int elder = elder("Triệu Thị Nái", YearMonth.of(2026, 8));
        septemberApproved(Months.of(elder, JANUARY, SEPTEMBER, 540_000));

        // The law gives less from October; no birthday, no paper, and nobody else to whom the same happened with the
        // same groups.
        office.owner("update registry.person set born = '1944-10-09' where id = %d returning id".formatted(elder));
        long list = october(Months.of(elder, JANUARY, SEPTEMBER, 540_000), Months.of(elder, OCTOBER, OCTOBER, 360_000));

        assertThat(told(list, elder)).containsExactly("month unknown 540000 360000");
        sumsHold(list);
    }

    @Test
    void theCausesAreFrozenWithTheListAndAListWhoseCausesChangedIsRefused() {
        int elder = elder("Nông Thị Hiền", YearMonth.of(2026, 8));
        septemberApproved(Months.of(elder, JANUARY, SEPTEMBER, 540_000));
        long list = october(Months.of(elder, JANUARY, SEPTEMBER, 540_000), Months.of(elder, OCTOBER, OCTOBER, 0));
        assertThat(told(list, elder)).containsExactly("month owed_no_more 540000 0");

        office.owner("update registry.person set died_on = '2026-09-30' where id = %d returning id".formatted(elder));
        assertThatThrownBy(() -> office.approve(office.chair, list)).hasStackTraceContaining("have changed");

        office.discard(list);
        long again = office.prepare(OCTOBER);
        office.approve(office.chair, again);
        assertThat(told(again, elder)).containsExactly("month died 540000 0");
        for (var act : List.of(
                "update payments.difference set cause = 'unknown' where payroll_id = %d returning 1",
                "delete from payments.difference where payroll_id = %d returning 1",
                "update payments.compared set before = 0 where payroll_id = %d returning 1")) {
            assertThatThrownBy(() -> office.owner(act.formatted(again))).hasMessageContaining("is refused a change: ");
        }
    }

    @Test
    void anOfficerOfAnotherCommuneIsToldNothing() {
        int elder = elder("Bế Thị Nhình", YearMonth.of(2026, 8));
        septemberApproved(Months.of(elder, JANUARY, SEPTEMBER, 0));
        long list = october(Months.of(elder, JANUARY, OCTOBER, 540_000));
        var elsewhere = new PayingOffice(database, Integer.toString(++communes), "social_pension");

        assertThat(told(list, elder)).isNotEmpty();
        assertThat(told(elsewhere.chair, list, elder)).isEmpty();
        assertThat(elsewhere.number(elsewhere.chair, "select count(*) from payments.compared_of(%d)".formatted(list)))
                .isZero();
    }

    /** A pupil of a boarding commune: 150,000 a month, four months in December and five in May. */
    @Test
    void aTermIsComparedWithTheTermBeforeAndMoreMonthsAreMoreMoney() {
        var school = new PayingOffice(database, Integer.toString(++communes), "study_costs");
        var terms = "{4,3,2,1,0,0,0,0,3,2,1,0}";
        var september = YearMonth.of(2025, 9);
        int pupil = school.person("Hoàng Văn Páo");
        school.takenOver(pupil, 150_000, LocalDate.of(2025, 9, 10));
        school.paidThrough(pupil, YearMonth.of(2025, 8));
        school.workedOut(
                YearMonth.of(2025, 12),
                1,
                terms,
                List.of(Months.of(pupil, september, YearMonth.of(2025, 12), 150_000)));
        school.approve(school.chair, school.prepare(YearMonth.of(2025, 12)));

        school.workedOut(
                YearMonth.of(2026, 5), 1, terms, List.of(Months.of(pupil, september, YearMonth.of(2026, 5), 150_000)));
        long may = school.prepare(YearMonth.of(2026, 5));

        assertThat(told(school.chair, may, pupil)).containsExactly("month more_months 600000 750000");
        assertThat(school.number(
                        school.chair,
                        "select extract(month from before_month)::bigint from payments.compared_of(%d)".formatted(may)))
                .isEqualTo(12);
    }

    @Test
    void aQuarterIsComparedWithTheQuarterBefore() {
        var power = new PayingOffice(database, Integer.toString(++communes), "electricity");
        int household = power.person("Lý Thị Mùi");
        power.takenOver(household, 62_000, SIGNED);
        power.paidThrough(household, YearMonth.of(2026, 3));
        power.workedOut(JUNE, 3, List.of(Months.of(household, JANUARY, JUNE, 62_000)));
        power.approve(power.chair, power.prepare(JUNE));

        power.workedOut(SEPTEMBER, 3, List.of(Months.of(household, JANUARY, SEPTEMBER, 62_000)));
        long list = power.prepare(SEPTEMBER);

        assertThat(told(power.chair, list, household)).isEmpty();
        assertThat(power.number(
                        power.chair,
                        "select extract(month from before_month)::bigint from payments.compared_of(%d)"
                                .formatted(list)))
                .isEqualTo(6);
    }
}
