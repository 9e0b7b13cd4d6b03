package org.ansinh.rules.determination;

import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Comparison;
import org.ansinh.rules.language.Form.Unit;

/**
 * Whether an age, or the day itself, has reached a bound. It changes on one day that is known ahead, so that a person is
 * looked at anew on the birthday that matters and not on every birthday.
 */
record ThresholdStep(Comparison comparison, Step since, Step bound, Unit unit) implements Step {

    @Override
    public long on(Scene scene) {
        long start = since.on(scene);
        if (start == Form.UNKNOWN) {
            return Form.UNKNOWN;
        }
        return has(scene, start, bound.on(scene));
    }

    private long has(Scene scene, long start, long count) {
        if (count == Form.UNKNOWN) {
            return Form.UNKNOWN;
        }
        return switch (comparison) {
            case AT_LEAST -> reached(scene, start, count);
            case LESS -> 1 - reached(scene, start, count);
            case MORE -> reached(scene, start, count + 1);
            case AT_MOST -> 1 - reached(scene, start, count + 1);
            case EQUAL -> reached(scene, start, count) - reached(scene, start, count + 1);
            case NOT_EQUAL -> 1 - reached(scene, start, count) + reached(scene, start, count + 1);
        };
    }

    private long reached(Scene scene, long start, long count) {
        int day = Anniversary.of(start, count, unit);
        if (scene.day() >= day) {
            return 1;
        }
        scene.holdsUntil(day - 1);
        return 0;
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        if (since.on(scene) == Form.UNKNOWN) {
            since.missing(scene, facts);
        }
        if (bound.on(scene) == Form.UNKNOWN) {
            bound.missing(scene, facts);
        }
    }

    @Override
    public long tell(Scene scene, Telling telling) {
        long start = since.tell(scene, telling);
        long count = bound.tell(scene, telling);
        return start == Form.UNKNOWN ? Form.UNKNOWN : has(scene, start, count);
    }
}
