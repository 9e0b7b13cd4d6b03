package org.ansinh.app.territory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The days on which offices work: the law counts deadlines in them. Holidays are a table of this room. */
public final class WorkingDays {

    private static final String TABLE = "holidays.csv";

    private final Set<LocalDate> off;
    private final Set<LocalDate> workedSaturdays;
    private final Set<LocalDate> assumed;
    private final Map<LocalDate, Boolean> swapped;
    private final int firstYear;
    private final int lastYear;

    private record Holiday(LocalDate day, String kind, String certainty) {}

    private WorkingDays(List<Holiday> table) {
        off = daysOf(table, "holiday");
        workedSaturdays = daysOf(table, "swapped_on");
        assumed = new HashSet<>(table.stream()
                .filter(it -> it.certainty().equals("assumed"))
                .map(Holiday::day)
                .toList());
        firstYear = table.getFirst().day().getYear();
        lastYear = table.getLast().day().getYear();
        makeUpForWeekends(table);
        off.addAll(daysOf(table, "swapped_off"));
        off.addAll(daysOf(table, "day_off"));
        swapped = Map.of();
    }

    private WorkingDays(WorkingDays table, Map<LocalDate, Boolean> swapped) {
        off = table.off;
        workedSaturdays = table.workedSaturdays;
        assumed = table.assumed;
        firstYear = table.firstYear;
        lastYear = table.lastYear;
        this.swapped = Map.copyOf(swapped);
    }

    /** The same days with those that were swapped by a decision since the table was made: {@code true} for a day on which offices work. */
    public WorkingDays with(Map<LocalDate, Boolean> swappedDays) {
        return new WorkingDays(this, swappedDays);
    }

    /** The first day the table knows. */
    public LocalDate first() {
        return LocalDate.of(firstYear, 1, 1);
    }

    /** The last day the table knows. */
    public LocalDate last() {
        return LocalDate.of(lastYear, 12, 31);
    }

    private static Set<LocalDate> daysOf(List<Holiday> table, String kind) {
        return new HashSet<>(table.stream()
                .filter(it -> it.kind().equals(kind))
                .map(Holiday::day)
                .toList());
    }

    /** A holiday on a Saturday or Sunday is given on the next day that would have been worked. */
    private void makeUpForWeekends(List<Holiday> table) {
        for (var holiday : table) {
            if (holiday.kind().equals("holiday") && isWeekend(holiday.day())) {
                var instead = holiday.day();
                while (isWeekend(instead) || off.contains(instead)) {
                    instead = instead.plusDays(1);
                }
                off.add(instead);
            }
        }
    }

    public static WorkingDays read() {
        var table = WorkingDays.class.getResourceAsStream(TABLE);
        if (table == null) {
            throw new IllegalStateException("The table of holidays %s is missing from the build.".formatted(TABLE));
        }
        try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            var holidays = new ArrayList<Holiday>();
            lines.lines().filter(it -> !it.startsWith("#")).skip(1).forEach(line -> {
                var cell = line.split(",", -1);
                holidays.add(new Holiday(LocalDate.parse(cell[0]), cell[2], cell[3]));
            });
            return new WorkingDays(holidays);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    public boolean includes(LocalDate day) {
        if (day.getYear() < firstYear || day.getYear() > lastYear) {
            throw new IllegalArgumentException(
                    "The table of holidays covers %d to %d, not %s; add the year to holidays.csv."
                            .formatted(firstYear, lastYear, day));
        }
        var decided = swapped.get(day);
        return decided != null ? decided : workedSaturdays.contains(day) || !isWeekend(day) && !off.contains(day);
    }

    /** The last day of a term of so many working days; the day of receipt is not counted. */
    public LocalDate endOfTerm(LocalDate receivedOn, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("A term of %d working days cannot end.".formatted(workingDays));
        }
        var day = receivedOn;
        for (int counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            if (includes(day)) {
                counted++;
            }
        }
        return day;
    }

    /** How many working days lie after one day and up to another, that one included. */
    public int between(LocalDate after, LocalDate upTo) {
        int days = 0;
        for (var day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
            if (includes(day)) {
                days++;
            }
        }
        return days;
    }

    /** Whether a term between these days rests on a holiday that was not announced yet when the table was made. */
    public boolean restsOnAnAssumedHoliday(LocalDate from, LocalDate to) {
        return assumed.stream().anyMatch(it -> !it.isBefore(from) && !it.isAfter(to) && !swapped.containsKey(it));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
