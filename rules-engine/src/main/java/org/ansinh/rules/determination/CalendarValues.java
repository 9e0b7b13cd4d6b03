package org.ansinh.rules.determination;

import java.time.LocalDate;
import org.ansinh.rules.language.CalendarFunction;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Unit;

/** What the calendar makes of days and numbers. A day outside the calendar is its first or its last. */
public final class CalendarValues {

    private CalendarValues() {}

    /** The value a function has for known arguments. */
    public static long of(CalendarFunction function, long... values) {
        return switch (function) {
            case PLUS_DAYS -> within(values[0] + values[1]);
            case PLUS_MONTHS -> within(Anniversary.of(values[0], values[1], Unit.MONTHS));
            case PLUS_YEARS -> within(Anniversary.of(values[0], values[1], Unit.YEARS));
            case CALENDAR_DAY -> {
                var first = LocalDate.of((int) Math.clamp(values[0], 1, 9999), (int) values[1], 1);
                yield first.withDayOfMonth((int) Math.min(values[2], first.lengthOfMonth()))
                        .toEpochDay();
            }
            default -> of(function, LocalDate.ofEpochDay(values[0]));
        };
    }

    private static long of(CalendarFunction function, LocalDate day) {
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
}
