package org.ansinh.rules.determination;

import java.util.List;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Comparison;

/** Two values side by side; what comes of it is known only when both are. */
record CompareStep(Comparison comparison, Step left, Step right) implements Step {

    @Override
    public long on(Scene scene) {
        long one = left.on(scene);
        if (one == Form.UNKNOWN) {
            return Form.UNKNOWN;
        }
        long other = right.on(scene);
        return other == Form.UNKNOWN ? Form.UNKNOWN : comparison.holds(one, other) ? 1 : 0;
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        if (left.on(scene) == Form.UNKNOWN) {
            left.missing(scene, facts);
        }
        if (right.on(scene) == Form.UNKNOWN) {
            right.missing(scene, facts);
        }
    }

    @Override
    public void used(Scene scene, List<Reason.Used> values) {
        left.used(scene, values);
        right.used(scene, values);
    }
}
