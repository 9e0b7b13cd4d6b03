package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import org.ansinh.timeline.DateRange;

/**
 * What one line of money stands for: a month, a quarter, a term, a year, or the day on which something happened. Two
 * periods are the same when they are called the same.
 */
public record OwedPeriod(YearMonth first, int months, String label) implements Comparable<OwedPeriod> {

    private static final int QUARTER = 3;

    public static OwedPeriod month(YearMonth month) {
        return new OwedPeriod(month, 1, month.toString());
    }

    public static OwedPeriod quarterOf(YearMonth month) {
        int quarter = (month.getMonthValue() - 1) / QUARTER;
        return new OwedPeriod(
                YearMonth.of(month.getYear(), quarter * QUARTER + 1), QUARTER, month.getYear() + "-Q" + (quarter + 1));
    }

    /** The day of an event. */
    public static OwedPeriod event(LocalDate day) {
        return new OwedPeriod(YearMonth.from(day), 1, day.toString());
    }

    static OwedPeriod of(YearMonth first, YearMonth last, String label) {
        return new OwedPeriod(first, (int) java.time.temporal.ChronoUnit.MONTHS.between(first, last) + 1, label);
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
        return byStart != 0 ? byStart : label.compareTo(other.label);
    }

    /** {@code 2025-09}, {@code 2025-Q3}, {@code 2025-2026-I}, {@code 2026}, {@code 2024-09-12}. */
    @Override
    public String toString() {
        return label;
    }
}
