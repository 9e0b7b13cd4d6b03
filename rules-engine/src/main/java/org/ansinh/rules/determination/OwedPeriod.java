package org.ansinh.rules.determination;

import java.time.YearMonth;
import org.ansinh.timeline.DateRange;

/** A month or a quarter. */
public record OwedPeriod(YearMonth first, int months) implements Comparable<OwedPeriod> {

    public static OwedPeriod month(YearMonth month) {
        return new OwedPeriod(month, 1);
    }

    public static OwedPeriod quarterOf(YearMonth month) {
        return new OwedPeriod(YearMonth.of(month.getYear(), (month.getMonthValue() - 1) / 3 * 3 + 1), 3);
    }

    public YearMonth last() {
        return first.plusMonths(months - 1L);
    }

    public DateRange days() {
        return new DateRange(first.atDay(1), last().atEndOfMonth());
    }

    @Override
    public int compareTo(OwedPeriod other) {
        int byStart = first.compareTo(other.first);
        return byStart != 0 ? byStart : Integer.compare(months, other.months);
    }

    /** {@code 2025-09} or {@code 2025-Q3}. */
    @Override
    public String toString() {
        return months == 3 ? first.getYear() + "-Q" + ((first.getMonthValue() - 1) / 3 + 1) : first.toString();
    }
}
