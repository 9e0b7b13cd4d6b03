package org.ansinh.app.determination.work;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.ansinh.rules.pack.Calendar;
import org.ansinh.rules.pack.Owing;

/** When the money of a month falls due: what sums months, in the last month of the quarter, term or year; everything else in the month itself. */
final class DueMonths {

    private static final int YEAR = 12;
    private static final int QUARTER = 3;

    /** Any year: which months make a term does not change with it. */
    private static final int SOME_YEAR = 2026;

    private DueMonths() {}

    /** How many months later, for January to December. */
    static List<Integer> after(Owing owing) {
        return IntStream.rangeClosed(1, YEAR)
                .mapToObj(month -> after(owing, YearMonth.of(SOME_YEAR, month)))
                .toList();
    }

    private static int after(Owing owing, YearMonth month) {
        if (owing.amountPer() == Owing.AmountPer.PERIOD) {
            return 0;
        }
        return switch (owing.period()) {
            case MONTH, ONCE, EVENT, STANDING -> 0;
            case QUARTER -> QUARTER - 1 - (month.getMonthValue() - 1) % QUARTER;
            case TERM ->
                owing.calendar()
                        .flatMap(it -> it.termOf(month))
                        .map(it -> until(month, it.months().getLast()))
                        .orElse(0);
            case YEAR -> owing.calendar().map(it -> untilEndOf(it, month)).orElse(YEAR - month.getMonthValue());
        };
    }

    private static int untilEndOf(Calendar calendar, YearMonth month) {
        return calendar.termOf(month).isEmpty()
                ? 0
                : until(month, calendar.months(calendar.yearOf(month)).getLast().getMonthValue());
    }

    private static int until(YearMonth month, int last) {
        return (last - month.getMonthValue() + YEAR) % YEAR;
    }
}
