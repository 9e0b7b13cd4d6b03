package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the list of October 2026 holds for somebody, and what stands beside it and why. */
class ArrearsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final LocalDate SIGNED = LocalDate.of(2025, 7, 8);

    private static int communes = 10_000;

    /** Each situation in a commune of its own. */
    private final PayingOffice office = new PayingOffice(database, Integer.toString(++communes), "social_pension");

    @Test
    void monthsThatNobodyListedComeByThemselves() {
        int elder = office.person("Nông Thị Hoà");
        office.takenOver(elder, 540_000, SIGNED);
        office.paidThrough(elder, YearMonth.of(2026, 6));

        office.workedOut(OCTOBER, List.of(Months.of(elder, YearMonth.of(2026, 1), OCTOBER, 540_000)));

        assertThat(office.lines(office.prepare(OCTOBER), elder))
                .containsExactly("2026-07 540000", "2026-08 540000", "2026-09 540000", "2026-10 540000");
    }

    @Test
    void nothingUpToTheMonthPaidBeforeUsIsEverOwedAgain() {
        int elder = office.person("Nông Thị Hiền");
        office.takenOver(elder, 500_000, SIGNED);
        office.paidThrough(elder, OCTOBER);

        office.workedOut(OCTOBER, List.of(Months.of(elder, YearMonth.of(2025, 10), OCTOBER, 500_000)));

        assertThat(office.lines(office.prepare(OCTOBER), elder)).isEmpty();
        assertThat(office.withheld(OCTOBER, elder)).isEmpty();
    }

    @Test
    void moreThanWasSignedWaitsForAnAdjustingDecision() {
        int elder = office.person("Nông Văn Thiêm");
        office.takenOver(elder, 750_000, SIGNED);
        office.paidThrough(elder, SEPTEMBER);
        var found = List.of(
                Months.of(elder, YearMonth.of(2025, 10), YearMonth.of(2026, 6), 750_000),
                Months.of(elder, JULY, OCTOBER, 810_000));

        office.workedOut(OCTOBER, found);
        assertThat(office.lines(office.prepare(OCTOBER), elder)).containsExactly("2026-10 750000");
        assertThat(office.withheld(OCTOBER, elder))
                .containsExactly(
                        "above_level 2026-07 60000",
                        "above_level 2026-08 60000",
                        "above_level 2026-09 60000",
                        "above_level 2026-10 60000");
    }

    @Test
    void theAdjustingDecisionOfARetroactiveDecreeOwesTheDifferenceOfMonthsAlreadyPaid() {
        int adult = office.person("Nông Văn Thiêm");
        office.takenOver(adult, 750_000, SIGNED);
        office.paidThrough(adult, SEPTEMBER);
        office.adjusted(adult, 810_000, LocalDate.of(2026, 10, 14), LocalDate.of(2026, 7, 1));

        office.workedOut(
                OCTOBER,
                List.of(
                        Months.of(adult, YearMonth.of(2025, 10), YearMonth.of(2026, 6), 750_000),
                        Months.of(adult, JULY, OCTOBER, 810_000)));

        // 810,000 and three times 60,000: 990,000.
        assertThat(office.lines(office.prepare(OCTOBER), adult))
                .containsExactly("2026-07 60000", "2026-08 60000", "2026-09 60000", "2026-10 810000");
        assertThat(office.withheld(OCTOBER, adult)).isEmpty();
    }

    @Test
    void lessThanWasSignedPaysWhatTheLawGives() {
        int child = office.person("Triệu Gia Phát");
        office.takenOver(child, 1_350_000, SIGNED);
        office.paidThrough(child, SEPTEMBER);

        office.workedOut(OCTOBER, List.of(Months.of(child, OCTOBER, OCTOBER, 810_000)));

        assertThat(office.lines(office.prepare(OCTOBER), child)).containsExactly("2026-10 810000");
    }

    @Test
    void whatRestsOnUnverifiedLawIsBlockedAndShown() {
        int elder = office.person("Bế Thị Nhình");
        office.takenOver(elder, 540_000, SIGNED);
        office.paidThrough(elder, YearMonth.of(2026, 8));

        office.workedOut(OCTOBER, List.of(new Months(elder, SEPTEMBER, OCTOBER, 540_000, true, "")));

        assertThat(office.lines(office.prepare(OCTOBER), elder)).isEmpty();
        assertThat(office.withheld(OCTOBER, elder))
                .containsExactly("unverified 2026-09 540000", "unverified 2026-10 540000");
    }

    @Test
    void aDecisionTakenOverWithoutTheMonthPaidThroughWaitsForThatMonth() {
        int elder = office.person("Lục Thị Xuân");
        office.takenOver(elder, 500_000, LocalDate.of(2023, 3, 1));

        office.workedOut(OCTOBER, List.of(Months.of(elder, SEPTEMBER, OCTOBER, 500_000)));

        assertThat(office.lines(office.prepare(OCTOBER), elder)).isEmpty();
        assertThat(office.withheld(OCTOBER, elder))
                .containsExactly("paid_unknown 2026-09 500000", "paid_unknown 2026-10 500000");
    }

    @Test
    void aDecisionThatTheBookDoesNotHoldPaysNothingAndIsNamed() {
        int elder = office.person("Đàm Thị Kheo");
        office.paidThrough(elder, SEPTEMBER);

        office.workedOut(OCTOBER, List.of(Months.of(elder, OCTOBER, OCTOBER, 500_000)));

        assertThat(office.lines(office.prepare(OCTOBER), elder)).isEmpty();
        assertThat(office.withheld(OCTOBER, elder)).containsExactly("level_unknown 2026-10 500000");
    }

    @Test
    void aMonthWithoutAnAnswerIsNamedWithItsQuestionAndPaysWhatIsCertain() {
        int elder = office.person("Hoàng Văn Sliềng");
        office.takenOver(elder, 1_000_000, SIGNED);
        office.paidThrough(elder, SEPTEMBER);

        office.workedOut(
                OCTOBER, List.of(new Months(elder, OCTOBER, OCTOBER, 750_000, false, "person.no_one_to_support")));

        assertThat(office.lines(office.prepare(OCTOBER), elder)).containsExactly("2026-10 750000");
        assertThat(office.withheld(OCTOBER, elder)).containsExactly("ask 2026-10 0");
    }

    @Test
    void aDeathKnownLateIsAProposalAndNoDeduction() {
        int elder = office.person("Bế Văn Lực");
        office.takenOver(elder, 500_000, SIGNED);
        office.paidThrough(elder, YearMonth.of(2026, 8));
        office.workedOut(OCTOBER, List.of(Months.of(elder, SEPTEMBER, OCTOBER, 500_000)));
        office.approve(office.chair, office.prepare(OCTOBER));

        // Died on 3 September, known on 20 October: September stays, October was too much.
        office.workedOut(
                OCTOBER,
                List.of(Months.of(elder, SEPTEMBER, SEPTEMBER, 500_000), Months.of(elder, OCTOBER, OCTOBER, 0)));

        assertThat(office.lines(office.prepare(OCTOBER), elder)).isEmpty();
        assertThat(office.withheld(OCTOBER, elder)).containsExactly("overpaid 2026-10 500000");
    }

    @Test
    void aQuarterIsOneLineInItsLastMonthAndARunningQuarterIsNotDue() {
        var power = new PayingOffice(database, Integer.toString(++communes), "electricity");
        int home = power.person("Triệu Văn Quyết");
        power.takenOver(home, 64_282, LocalDate.of(2026, 1, 12));
        power.paidThrough(home, YearMonth.of(2026, 6));

        power.workedOut(
                OCTOBER,
                3,
                List.of(
                        Months.of(home, JULY, YearMonth.of(2026, 8), 64_282),
                        Months.of(home, SEPTEMBER, SEPTEMBER, 0),
                        Months.of(home, OCTOBER, OCTOBER, 64_282)));

        assertThat(power.lines(power.prepare(OCTOBER), home)).containsExactly("2026-09 128564");
    }
}
