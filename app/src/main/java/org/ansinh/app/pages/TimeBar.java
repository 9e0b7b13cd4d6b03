package org.ansinh.app.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * A bar of time with coloured stretches, drawn by the server. Positions are tenths of a percent in whole numbers, written
 * as SVG percentages, because the page may carry no inline style.
 */
public record TimeBar(
        DateRange shown, List<Stretch> stretches, @Nullable LocalDate today) {

    public TimeBar {
        stretches = List.copyOf(stretches);
    }

    /** How a stretch looks; also the key of its word: {@code bar.MET} and so on. */
    public enum Kind {
        MET,
        NOT_MET,
        UNDETERMINED,
        OWED,
        PAID
    }

    /** @param says what holds in it, in words, for the table beside the bar */
    public record Stretch(
            DateRange days,
            Kind kind,
            String says,
            @Nullable Long amount) {}

    /** A stretch as drawn. */
    public record Box(String x, String width, Stretch stretch) {}

    /** A year's or month's line with its name. */
    public record Tick(String x, String label) {}

    public List<Box> boxes() {
        var boxes = new ArrayList<Box>();
        for (var stretch : stretches) {
            stretch.days().overlapWith(shown).ifPresent(seen -> {
                var x = permille(seen.from());
                var end = permille(seen.to().plusDays(1));
                boxes.add(new Box(percent(x), percent(Math.max(2, end - x)), stretch));
            });
        }
        return boxes;
    }

    /** Years where the bar is long, months where it is short. */
    public List<Tick> ticks() {
        var months = ChronoUnit.MONTHS.between(shown.from(), shown.to());
        var stepMonths = stepFor(months);
        var ticks = new ArrayList<Tick>();
        var day = shown.from().withDayOfMonth(1);
        while (day.isBefore(shown.from()) || (day.getMonthValue() - 1) % Math.min(12, stepMonths) != 0) {
            day = day.plusMonths(1);
        }
        for (; !day.isAfter(shown.to()) && permille(day) <= 930; day = day.plusMonths(stepMonths)) {
            ticks.add(new Tick(percent(permille(day)), label(day, stepMonths)));
        }
        return ticks;
    }

    public @Nullable String todayX() {
        return today == null || !shown.includes(today) ? null : percent(permille(today));
    }

    private static int stepFor(long months) {
        if (months <= 8) {
            return 1;
        }
        if (months <= 24) {
            return 3;
        }
        return months <= 96 ? 12 : 24;
    }

    private static String label(LocalDate day, int stepMonths) {
        return stepMonths >= 12
                ? Integer.toString(day.getYear())
                : day.getMonthValue() + "/" + (day.getYear() % 100 < 10 ? "0" : "") + day.getYear() % 100;
    }

    private int permille(LocalDate day) {
        var whole = ChronoUnit.DAYS.between(shown.from(), shown.to()) + 1;
        return Math.toIntExact(ChronoUnit.DAYS.between(shown.from(), day) * 1000 / whole);
    }

    private static String percent(int permille) {
        return permille / 10 + "." + permille % 10 + "%";
    }
}
