package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.List;
import org.ansinh.rules.language.CalendarFunction;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Unit;

/** What the calendar makes of days and numbers. A day outside the calendar is its first or its last. */
record CalendarStep(CalendarFunction function, List<Step> of) implements Step {

    @Override
    public long on(Scene scene) {
        if (of.getFirst() instanceof Steps.TodayStep) {
            return ofToday(scene);
        }
        var values = new long[of.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of.get(i).on(scene);
            if (values[i] == Form.UNKNOWN) {
                return Form.UNKNOWN;
            }
        }
        return value(values);
    }

    /** The year of today is the same until the year ends, so that not every day is a piece of its own. */
    private long ofToday(Scene scene) {
        var day = LocalDate.ofEpochDay(scene.day());
        return switch (function) {
            case YEAR, START_OF_YEAR, END_OF_YEAR -> {
                scene.holdsUntil((int) day.withDayOfYear(day.lengthOfYear()).toEpochDay());
                yield value(scene.day());
            }
            case MONTH, START_OF_MONTH, END_OF_MONTH -> {
                scene.holdsUntil((int) day.withDayOfMonth(day.lengthOfMonth()).toEpochDay());
                yield value(scene.day());
            }
            case PLUS_DAYS, PLUS_MONTHS, PLUS_YEARS, CALENDAR_DAY -> {
                long count = of.get(1).on(scene);
                scene.holdsUntil(scene.day());
                yield count == Form.UNKNOWN ? Form.UNKNOWN : value(scene.day(), count);
            }
        };
    }

    private long value(long... values) {
        return switch (function) {
            case PLUS_DAYS -> within(values[0] + values[1]);
            case PLUS_MONTHS -> within(Anniversary.of(values[0], values[1], Unit.MONTHS));
            case PLUS_YEARS -> within(Anniversary.of(values[0], values[1], Unit.YEARS));
            case CALENDAR_DAY -> {
                var first = LocalDate.of((int) Math.clamp(values[0], 1, 9999), (int) values[1], 1);
                yield first.withDayOfMonth((int) Math.min(values[2], first.lengthOfMonth()))
                        .toEpochDay();
            }
            default -> value(LocalDate.ofEpochDay(values[0]));
        };
    }

    private long value(LocalDate day) {
        return switch (function) {
            case YEAR -> day.getYear();
            case MONTH -> day.getMonthValue();
            case START_OF_MONTH -> day.withDayOfMonth(1).toEpochDay();
            case END_OF_MONTH -> day.withDayOfMonth(day.lengthOfMonth()).toEpochDay();
            case START_OF_YEAR -> day.withDayOfYear(1).toEpochDay();
            case END_OF_YEAR -> day.withDayOfYear(day.lengthOfYear()).toEpochDay();
            default -> throw new IllegalStateException("%s is made of more than a day.".formatted(function));
        };
    }

    private static long within(long day) {
        return Math.clamp(day, Form.FIRST_DAY, Form.LAST_DAY);
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        for (var part : of) {
            if (part.on(scene) == Form.UNKNOWN) {
                part.missing(scene, facts);
            }
        }
    }

    @Override
    public void used(Scene scene, List<Reason.Used> values) {
        of.forEach(it -> it.used(scene, values));
    }
}
