package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ansinh.rules.pack.Owing;
import org.ansinh.timeline.DateRange;

/** To which period of a programme a month belongs, and which months a period has. */
final class Periods {

    private static final int YEAR = 12;

    private Periods() {}

    /** Empty for a month that the programme's calendar does not count: a holiday between two terms. */
    static Optional<OwedPeriod> of(Owing owing, YearMonth month) {
        if (!isCounted(owing, month)) {
            return Optional.empty();
        }
        return switch (owing.period()) {
            case MONTH, ONCE, EVENT, STANDING -> Optional.of(OwedPeriod.month(month));
            case QUARTER -> Optional.of(OwedPeriod.quarterOf(month));
            case TERM -> owing.calendar().flatMap(it -> it.termOf(month).map(term -> term(owing, month, term.id())));
            case YEAR -> Optional.of(year(owing, month));
        };
    }

    private static boolean isCounted(Owing owing, YearMonth month) {
        return owing.calendar().map(it -> it.termOf(month).isPresent()).orElse(true);
    }

    private static OwedPeriod term(Owing owing, YearMonth month, String id) {
        var calendar = owing.calendar().orElseThrow();
        var year = calendar.yearOf(month);
        var months = calendar.months(year).stream()
                .filter(it -> calendar.termOf(it).orElseThrow().id().equals(id))
                .toList();
        return OwedPeriod.of(months.getFirst(), months.getLast(), calendar.label(year) + "-" + id);
    }

    private static OwedPeriod year(Owing owing, YearMonth month) {
        return owing.calendar()
                .map(calendar -> {
                    var year = calendar.yearOf(month);
                    var months = calendar.months(year);
                    return OwedPeriod.of(months.getFirst(), months.getLast(), calendar.label(year));
                })
                .orElseGet(() ->
                        new OwedPeriod(YearMonth.of(month.getYear(), 1), YEAR, Integer.toString(month.getYear())));
    }

    /** The months of a period that are counted, in order. */
    static List<YearMonth> months(Owing owing, OwedPeriod period) {
        return IntStream.range(0, period.months())
                .mapToObj(period.first()::plusMonths)
                .filter(it -> of(owing, it).filter(period::equals).isPresent())
                .toList();
    }

    /** The days of the period around a day; of a month that is not counted, the month. */
    static DateRange around(Owing owing, LocalDate day) {
        var month = YearMonth.from(day);
        return of(owing, month).orElseGet(() -> OwedPeriod.month(month)).days();
    }
}
