package org.ansinh.rules.determination;

import java.util.List;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.Parameter;

/** Reads one figure of law. */
final class FigureStep implements Step {

    private final int[] from;
    private final int[] to;
    private final long[] value;
    private final List<Reason.OfParameter> told;

    /** {@code told} is how each of the figure's values is told. */
    FigureStep(Parameter parameter, List<Reason.OfParameter> told) {
        var values = parameter.values();
        this.from = values.stream()
                .mapToInt(it -> (int) it.days().from().toEpochDay())
                .toArray();
        this.to = values.stream()
                .mapToInt(it -> (int) it.days().to().toEpochDay())
                .toArray();
        this.value = values.stream().mapToLong(Parameter.DatedValue::value).toArray();
        this.told = told;
    }

    @Override
    public long on(Scene scene) {
        int i = at(scene);
        // A pack in which a provision could reach such a day is refused when it is loaded.
        return i < 0 ? Form.UNKNOWN : value[i];
    }

    /** The value that holds, or -1 where the law names none. */
    private int at(Scene scene) {
        int day = scene.figureDay();
        for (int i = 0; i < from.length; i++) {
            if (day <= to[i]) {
                scene.figureHoldsUntil(day >= from[i] ? to[i] : from[i] - 1);
                return day >= from[i] ? i : -1;
            }
        }
        scene.figureHoldsUntil(FactBook.FOREVER);
        return -1;
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        // No fact could fill a gap in the law.
    }

    @Override
    public long tell(Scene scene, Telling telling) {
        int i = at(scene);
        if (i < 0) {
            return Form.UNKNOWN;
        }
        telling.add(told.get(i));
        return value[i];
    }
}
