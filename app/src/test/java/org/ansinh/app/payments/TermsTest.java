package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Study costs are one line a term: 150,000 a month, four months in December and five in May, never a line in each month. */
class TermsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    /** September to December are due in December, January to May in May; in June, July and August nothing is owed. */
    private static final String SCHOOL_YEAR = "{4,3,2,1,0,0,0,0,3,2,1,0}";

    private static final YearMonth SEPTEMBER = YearMonth.of(2025, 9);
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private static int communes = 20_000;

    private final PayingOffice office = new PayingOffice(database, Integer.toString(++communes), "study_costs");

    @Test
    void aTermIsNotListedBeforeItsLastMonth() {
        int pupil = pupil();
        office.workedOut(
                YearMonth.of(2025, 11),
                1,
                SCHOOL_YEAR,
                List.of(Months.of(pupil, SEPTEMBER, YearMonth.of(2025, 11), 150_000)));

        assertThat(office.lines(office.prepare(YearMonth.of(2025, 11)), pupil)).isEmpty();
    }

    @Test
    void fourMonthsAreOneLineInDecemberAndFiveOneLineInMay() {
        int pupil = pupil();
        office.workedOut(DECEMBER, 1, SCHOOL_YEAR, List.of(Months.of(pupil, SEPTEMBER, DECEMBER, 150_000)));
        long december = office.prepare(DECEMBER);
        assertThat(office.lines(december, pupil)).containsExactly("2025-12 600000");
        office.approve(office.chair, december);

        office.workedOut(MAY, 1, SCHOOL_YEAR, List.of(Months.of(pupil, SEPTEMBER, MAY, 150_000)));
        assertThat(office.lines(office.prepare(MAY), pupil)).containsExactly("2026-05 750000");
    }

    @Test
    void aTermThatBeganInItsMiddleIsTheMonthsFromThen() {
        int pupil = pupil();
        office.workedOut(
                DECEMBER, 1, SCHOOL_YEAR, List.of(Months.of(pupil, YearMonth.of(2025, 11), DECEMBER, 150_000)));

        assertThat(office.lines(office.prepare(DECEMBER), pupil)).containsExactly("2025-12 300000");
    }

    @Test
    void aTermThatNobodyListedComesWithTheNext() {
        int pupil = pupil();
        office.workedOut(MAY, 1, SCHOOL_YEAR, List.of(Months.of(pupil, SEPTEMBER, MAY, 150_000)));

        assertThat(office.lines(office.prepare(MAY), pupil)).containsExactly("2025-12 600000", "2026-05 750000");
    }

    private int pupil() {
        int pupil = office.person("Hoàng Văn Páo");
        office.takenOver(pupil, 150_000, LocalDate.of(2025, 9, 10));
        office.paidThrough(pupil, YearMonth.of(2025, 8));
        return pupil;
    }
}
