package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.List;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Unit;

/** Whole years, months or days from one day to another; an age is one that ends today. */
record BetweenStep(Form.Between form, Step from, Step to) implements Step {

    @Override
    public long on(Scene scene) {
        long start = from.on(scene);
        if (start == Form.UNKNOWN) {
            return Form.UNKNOWN;
        }
        boolean endsToday = form.to() instanceof Form.Today;
        long end = endsToday ? scene.day() : to.on(scene);
        if (end == Form.UNKNOWN) {
            return Form.UNKNOWN;
        }
        long count = count(start, end);
        if (endsToday) {
            scene.holdsUntil(
                    form.unit() == Unit.DAYS ? scene.day() : Anniversary.of(start, count + 1, form.unit()) - 1);
        }
        return count;
    }

    private long count(long start, long end) {
        if (form.unit() == Unit.DAYS) {
            return end - start;
        }
        var a = LocalDate.ofEpochDay(start);
        var b = LocalDate.ofEpochDay(end);
        long months = (b.getYear() - a.getYear()) * 12L + b.getMonthValue() - a.getMonthValue();
        while (Anniversary.of(start, months, Unit.MONTHS) > end) {
            months--;
        }
        return form.unit() == Unit.MONTHS ? months : Math.floorDiv(months, 12L);
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        if (from.on(scene) == Form.UNKNOWN) {
            from.missing(scene, facts);
        }
        if (to.on(scene) == Form.UNKNOWN) {
            to.missing(scene, facts);
        }
    }

    @Override
    public void used(Scene scene, List<Reason.Used> values) {
        from.used(scene, values);
        if (!(form.to() instanceof Form.Today)) {
            to.used(scene, values);
        }
    }
}
