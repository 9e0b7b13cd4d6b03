package org.ansinh.rules.determination;

import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Comparison;

/** Two values side by side; what comes of it is known only when both are. */
record CompareStep(Comparison comparison, Step left, Step right) implements Step {

    @Override
    public long on(Scene scene) {
        long one = left.on(scene);
        return one == Form.UNKNOWN ? Form.UNKNOWN : compared(one, right.on(scene));
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
    public long tell(Scene scene, Telling telling) {
        return compared(left.tell(scene, telling), right.tell(scene, telling));
    }

    private long compared(long one, long other) {
        return one == Form.UNKNOWN || other == Form.UNKNOWN ? Form.UNKNOWN : comparison.holds(one, other) ? 1 : 0;
    }
}
