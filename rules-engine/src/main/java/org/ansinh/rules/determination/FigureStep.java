package org.ansinh.rules.determination;

import java.util.List;
import java.util.Optional;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.Parameter;
import org.jspecify.annotations.Nullable;

/** Reads one figure of law. */
final class FigureStep implements Step {

    private final Parameter parameter;
    private final int[] from;
    private final int[] to;
    private final long[] value;
    private final Reason.@Nullable OfParameter[] told;

    FigureStep(Parameter parameter) {
        this.parameter = parameter;
        var values = parameter.values();
        from = values.stream()
                .mapToInt(it -> (int) it.days().from().toEpochDay())
                .toArray();
        to = values.stream().mapToInt(it -> (int) it.days().to().toEpochDay()).toArray();
        value = values.stream().mapToLong(Parameter.DatedValue::value).toArray();
        told = new Reason.@Nullable OfParameter[value.length];
    }

    @Override
    public long on(Scene scene) {
        int day = scene.figureDay();
        for (int i = 0; i < from.length; i++) {
            if (day <= to[i]) {
                scene.figureHoldsUntil(day >= from[i] ? to[i] : from[i] - 1);
                // A pack in which a provision could reach such a day is refused when it is loaded.
                return day >= from[i] ? value[i] : Form.UNKNOWN;
            }
        }
        scene.figureHoldsUntil(FactBook.FOREVER);
        return Form.UNKNOWN;
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        // No fact could fill a gap in the law.
    }

    @Override
    public void used(Scene scene, List<Reason.Used> values) {
        // An amount with something unknown in it is told without having been worked out: what is told must hold too.
        var _ = on(scene);
        int day = scene.figureDay();
        for (int i = 0; i < from.length; i++) {
            if (day >= from[i] && day <= to[i]) {
                var used = told(i, scene.session().words());
                if (!values.contains(used)) {
                    values.add(used);
                }
                return;
            }
        }
    }

    /** The same for everybody, so it is written down once; whoever comes second finds the same. */
    private Reason.OfParameter told(int i, Words words) {
        var known = told[i];
        if (known == null) {
            var it = parameter.values().get(i);
            known = new Reason.OfParameter(
                    parameter.id(),
                    parameter.label(),
                    Optional.empty(),
                    words.shown(parameter.type(), it.value()),
                    it.days(),
                    it.inForce(),
                    it.basis(),
                    it.certainty());
            told[i] = known;
        }
        return known;
    }
}
