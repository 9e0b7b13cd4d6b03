package org.ansinh.rules.determination;

import java.time.LocalDate;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Unit;

/** Whole years, months or days from one day to another; an age is one that ends today. */
record BetweenStep(Form.Between form, Step from, Step to) implements Step {

    @Override
    public long on(Scene scene) {
        long start = from.on(scene);
        return start == Form.UNKNOWN ? Form.UNKNOWN : counted(scene, start, endsToday() ? scene.day() : to.on(scene));
    }

    private boolean endsToday() {
        return form.to() instanceof Form.Today;
    }

    private long counted(Scene scene, long start, long end) {
        if (start == Form.UNKNOWN || end == Form.UNKNOWN) {
            return Form.UNKNOWN;
        }
        long count = count(start, end);
        if (endsToday()) {
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
    public long tell(Scene scene, Telling telling) {
        long start = from.tell(scene, telling);
        long end = endsToday() ? scene.day() : to.tell(scene, telling);
        return counted(scene, start, end);
    }
}
