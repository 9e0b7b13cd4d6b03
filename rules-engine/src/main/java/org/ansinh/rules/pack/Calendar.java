package org.ansinh.rules.pack;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A year that the law counts in its own way, a school year, with the months that belong to its terms. */
public record Calendar(String id, Text label, int starts, List<Term> terms, Basis basis, Certainty certainty) {

    private static final int MONTHS = 12;

    /** A part of such a year; months are those of the calendar, 1 to 12, in the order of the year. */
    public record Term(String id, List<Integer> months) {}

    /** The month in which the year begins to which a month belongs. */
    public YearMonth yearOf(YearMonth month) {
        var start = YearMonth.of(month.getYear(), starts);
        return month.isBefore(start) ? start.minusYears(1) : start;
    }

    /** The months of such a year that are counted, in order. */
    public List<YearMonth> months(YearMonth yearStart) {
        return IntStream.range(0, MONTHS)
                .mapToObj(yearStart::plusMonths)
                .filter(it -> termOf(it).isPresent())
                .toList();
    }

    public Optional<Term> termOf(YearMonth month) {
        return terms.stream()
                .filter(it -> it.months().contains(month.getMonthValue()))
                .findFirst();
    }

    /** {@code 2025-2026}, or {@code 2025} for a year that begins in January. */
    public String label(YearMonth yearStart) {
        return starts == 1
                ? Integer.toString(yearStart.getYear())
                : yearStart.getYear() + "-" + (yearStart.getYear() + 1);
    }
}
