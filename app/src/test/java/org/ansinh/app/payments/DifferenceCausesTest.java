package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Birthdays and payment that goes on again as causes of a difference. What each cause comes to is read in IncreaseDecreaseListTest. */
class DifferenceCausesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final LocalDate SIGNED = LocalDate.of(2025, 7, 8);

    private static int communes = 21_000;

    /** Each situation in a commune of its own, with a neighbour to whom nothing happens. */
    private final PayingOffice office = new PayingOffice(database, Integer.toString(++communes), "social_assistance");

    private final int neighbour = elder("Bàn Thị Lai");
    private final List<Months> september = new ArrayList<>(List.of(Months.of(neighbour, JANUARY, SEPTEMBER, 810_000)));
    private final List<Months> october = new ArrayList<>(List.of(Months.of(neighbour, JANUARY, OCTOBER, 810_000)));

    private int elder(String name) {
        int elder = office.person(name);
        office.takenOver(elder, 1_080_000, SIGNED);
        office.paidThrough(elder, AUGUST);
        return elder;
    }

    private void born(int elder, LocalDate day) {
        office.owner("update registry.person set born = '%s' where id = %d returning id".formatted(day, elder));
    }

    private void septemberApproved() {
        office.workedOut(SEPTEMBER, september);
        office.approve(office.chair, office.prepare(SEPTEMBER));
    }

    /** As the law finds it: another group from October, with another amount. */
    private long octoberDrawn(int... movedUp) {
        for (int elder : movedUp) {
            office.inGroup(elder, OCTOBER, "aged_80");
        }
        office.workedOut(OCTOBER, october);
        return office.prepare(OCTOBER);
    }

    private List<String> told(long list, int person) {
        return database.as(
                Actor.officer(office.chair),
                () -> database.jdbc()
                        .sql("""
                        select part || ' ' || cause || ' ' || before || ' ' || after || coalesce(' ' || day, '') from payments.difference_of(?) where subject_id = ? order by part""")
                        .params(list, person)
                        .query(String.class)
                        .list());
    }

    @Test
    void whoTurned80InOctoberGetsMoreBecauseOfTheBirthday() {
        int elder = elder("Nông Thị Hoà");
        born(elder, LocalDate.of(1946, 10, 9));
        september.add(Months.of(elder, JANUARY, SEPTEMBER, 810_000));
        october.add(Months.of(elder, JANUARY, SEPTEMBER, 810_000));
        october.add(Months.of(elder, OCTOBER, OCTOBER, 1_080_000));
        septemberApproved();

        long list = octoberDrawn(elder);

        assertThat(told(list, elder)).containsExactly("month age 810000 1080000 2026-10-09");
        assertThat(told(list, neighbour)).isEmpty();
    }

    @Test
    void aDecisionSignedBeforeTheBirthdayPaysFrom75AndSaysSo() {
        int elder = elder("Lý Thị Sắp");
        born(elder, LocalDate.of(1951, 10, 12));
        september.add(Months.of(elder, JANUARY, SEPTEMBER, 0));
        october.add(Months.of(elder, JANUARY, SEPTEMBER, 0));
        october.add(Months.of(elder, OCTOBER, OCTOBER, 540_000));
        septemberApproved();

        long list = octoberDrawn(elder);

        assertThat(told(list, elder)).containsExactly("month age 0 540000 2026-10-12");
    }

    /** A certificate came in the same weeks: whether it was the birthday nobody can tell. */
    @Test
    void aBirthdayBesideSomethingThatWasRecordedIsNotSaidToBeTheCause() {
        int elder = elder("Bế Văn Lực");
        born(elder, LocalDate.of(1946, 10, 9));
        office.reads("person.certificate");
        office.counted("person.certificate", elder, LocalDate.of(2026, 10, 3), 1);
        september.add(Months.of(elder, JANUARY, SEPTEMBER, 810_000));
        october.add(Months.of(elder, JANUARY, SEPTEMBER, 810_000));
        october.add(Months.of(elder, OCTOBER, OCTOBER, 1_080_000));
        septemberApproved();

        long list = octoberDrawn(elder);

        assertThat(told(list, elder)).containsExactly("month unknown 810000 1080000");
    }

    @Test
    void whoWasStoppedAndDecidedForAnewComesBackAsResumed() {
        int elder = elder("Đàm Thị Kheo");
        office.stopped(elder, LocalDate.of(2026, 8, 20), LocalDate.of(2026, 9, 1));
        september.add(Months.of(elder, JANUARY, AUGUST, 810_000));
        septemberApproved();
        office.takenOver(elder, 810_000, LocalDate.of(2026, 10, 1));
        october.add(Months.of(elder, JANUARY, OCTOBER, 810_000));

        long list = octoberDrawn();

        assertThat(told(list, elder)).containsExactly("month resumed 0 810000 2026-10-01");
    }

    @Test
    void whosePaymentRestedAndGoesOnComesBackAsResumedWithTheMonthsThatWaited() {
        int elder = elder("Hoàng Văn Sliềng");
        long suspension = office.number(
                office.preparer,
                "select payments.draft_suspension('social_assistance', 'p', %d, '%s', 'not_fetched_three_months', 'không đến nhận')"
                        .formatted(elder, office.commune));
        moved(office.chair, suspension, "sign", "null");
        september.add(Months.of(elder, JANUARY, SEPTEMBER, 810_000));
        septemberApproved();
        moved(office.preparer, suspension, "resume", "'đã đến nhận'");
        moved(office.chair, suspension, "sign", "null");
        october.add(Months.of(elder, JANUARY, OCTOBER, 810_000));

        long list = octoberDrawn();

        assertThat(told(list, elder))
                .satisfiesExactly(
                        waited -> assertThat(waited).isEqualTo("arrears arrears 0 810000"),
                        goesOn -> assertThat(goesOn).startsWith("month resumed 0 810000"));
    }

    private void moved(OfficerId officer, long id, String act, String why) {
        office.as(officer, "select payments.move_suspension(%d, '%s', %s)".formatted(id, act, why));
    }
}
