package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.List;
import org.ansinh.rules.language.CalendarFunction;
import org.ansinh.rules.language.Form;

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
        return CalendarValues.of(function, values);
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
    public long tell(Scene scene, Telling telling) {
        if (of.getFirst() instanceof Steps.TodayStep) {
            for (int i = 1; i < of.size(); i++) {
                of.get(i).tell(scene, telling);
            }
            return ofToday(scene);
        }
        var values = new long[of.size()];
        boolean isOpen = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = of.get(i).tell(scene, telling);
            isOpen |= values[i] == Form.UNKNOWN;
        }
        return isOpen ? Form.UNKNOWN : value(values);
    }
}
