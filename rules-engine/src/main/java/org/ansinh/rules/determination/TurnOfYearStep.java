package org.ansinh.rules.determination;

import java.time.LocalDate;
import org.ansinh.rules.language.CalendarFunction;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Comparison;

/**
 * The year or the month of today beside a number: {@code month(today) <= 5}. It turns in a month that is known ahead, so
 * that not every month is a piece of its own.
 */
record TurnOfYearStep(Comparison comparison, CalendarFunction function, Step bound) implements Step {

    private static final int LAST_MONTH = 12;
    private static final int MOST_YEARS = 200;

    /** Whether a comparison is of this sort. */
    static boolean turns(Form.Compare compare) {
        return compare.left() instanceof Form.Calendar calendar
                && calendar.of().getFirst() instanceof Form.Today
                && (calendar.function() == CalendarFunction.MONTH || calendar.function() == CalendarFunction.YEAR);
    }

    @Override
    public long on(Scene scene) {
        return beside(scene, bound.on(scene));
    }

    private long beside(Scene scene, long count) {
        var day = LocalDate.ofEpochDay(scene.day());
        boolean isMonth = function == CalendarFunction.MONTH;
        if (count == Form.UNKNOWN) {
            scene.holdsUntil(lastDay(day, isMonth, isMonth ? day.getMonthValue() : day.getYear()));
            return Form.UNKNOWN;
        }
        int now = isMonth ? day.getMonthValue() : day.getYear();
        int last = isMonth ? LAST_MONTH : now + MOST_YEARS;
        boolean holds = comparison.holds(now, count);
        int until = now;
        while (until < last && comparison.holds(until + 1L, count) == holds) {
            until++;
        }
        scene.holdsUntil(lastDay(day, isMonth, until));
        return holds ? 1 : 0;
    }

    private static int lastDay(LocalDate day, boolean isMonth, int until) {
        var last = isMonth ? day.withDayOfMonth(1).withMonth(until) : LocalDate.of(until, LAST_MONTH, 1);
        return (int) last.withDayOfMonth(last.lengthOfMonth()).toEpochDay();
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        if (bound.on(scene) == Form.UNKNOWN) {
            bound.missing(scene, facts);
        }
    }

    @Override
    public long tell(Scene scene, Telling telling) {
        return beside(scene, bound.tell(scene, telling));
    }
}
