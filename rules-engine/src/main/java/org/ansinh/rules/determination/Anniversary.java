package org.ansinh.rules.determination;

import java.time.LocalDate;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.language.Form.Unit;

/**
 * The day on which so many whole years or months have passed. Who is born on a day that the month lacks (29 February, the
 * 31st) completes it on the first day of the next month.
 */
public final class Anniversary {

    private static final long MOST_MONTHS = 12L * 9000;

    private Anniversary() {}

    /** The first day on which {@code count} units since {@code since} are complete; DAYS counts from epoch day 0. */
    public static int of(long since, long count, Unit unit) {
        if (unit == Unit.DAYS) {
            return clamped(since + count);
        }
        long months = Math.clamp(unit == Unit.YEARS ? count * 12 : count, -MOST_MONTHS, MOST_MONTHS);
        var start = LocalDate.ofEpochDay(since);
        long month = start.getYear() * 12L + start.getMonthValue() - 1 + months;
        int year = (int) Math.floorDiv(month, 12L);
        if (year < 1 || year >= 9999) {
            return year < 1 ? Integer.MIN_VALUE / 2 : FactBook.FOREVER;
        }
        var first = LocalDate.of(year, (int) Math.floorMod(month, 12L) + 1, 1);
        int length = first.lengthOfMonth();
        return (int) first.toEpochDay() + Math.min(start.getDayOfMonth() - 1, length);
    }

    private static int clamped(long day) {
        return (int) Math.clamp(day, Integer.MIN_VALUE / 2, FactBook.FOREVER);
    }
}
