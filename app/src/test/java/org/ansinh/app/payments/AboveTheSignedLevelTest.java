package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the law gives more than was signed, an adjusting decision is proposed: from the first month that was not paid, and back over paid months of the same answer. */
class AboveTheSignedLevelTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    private final PayingOffice office = new PayingOffice(database, "50001", "social_pension");

    @Test
    void whatIsProposedReachesBackAsFarAsTheLawsAnswerIsTheSame() {
        int unpaid = decided("Nông Thị Hoà");
        int untold = decided("Nông Văn Thiêm");
        int paidToTheEnd = decided("Triệu Mùi Ghển");
        int paidWithin = decided("Bàn Thị Pham");
        int raisedTwice = decided("Lý A Sùng");
        int asSigned = decided("Hoàng Thị Nga");
        office.paidThrough(unpaid, YearMonth.of(2026, 6));
        office.paidThrough(paidToTheEnd, OCTOBER);
        office.paidThrough(paidWithin, AUGUST);
        office.paidThrough(raisedTwice, AUGUST);
        office.workedOut(
                OCTOBER,
                List.of(
                        Months.of(unpaid, JULY, OCTOBER, 540_000),
                        Months.of(untold, JULY, OCTOBER, 540_000),
                        Months.of(paidToTheEnd, JULY, OCTOBER, 540_000),
                        Months.of(paidWithin, JULY, OCTOBER, 540_000),
                        Months.of(raisedTwice, JULY, AUGUST, 540_000),
                        Months.of(raisedTwice, SEPTEMBER, OCTOBER, 560_000),
                        Months.of(asSigned, JULY, OCTOBER, 500_000)));

        assertThat(proposed(unpaid)).containsExactly("2026-07 500000 540000 160000");
        assertThat(proposed(untold)).containsExactly("2026-07 500000 540000 160000");
        assertThat(proposed(paidToTheEnd)).isEmpty();
        assertThat(proposed(paidWithin)).containsExactly("2026-07 500000 540000 160000");
        assertThat(proposed(raisedTwice)).containsExactly("2026-09 500000 560000 120000");
        assertThat(proposed(asSigned)).isEmpty();
    }

    private int decided(String name) {
        int person = office.person(name);
        office.takenOver(person, 500_000, LocalDate.of(2025, 7, 8));
        return person;
    }

    /** {@code 2026-07 500000 540000 160000}: from which month, the level signed, the law's, and what the months so far come to. */
    private List<String> proposed(int person) {
        return database.as(
                Actor.officer(office.chair),
                () -> database.jdbc().sql("""
                        select concat_ws(' ', to_char(first_month, 'YYYY-MM'), old_level, new_level, arrears) from casework.differences('2026-10-01')
                         where subject_id = ?""").param(person).query(String.class).list());
    }
}
