package org.ansinh.rules.determination;

import org.ansinh.rules.language.Form;

/** Reads a value as of another day. */
record OnStep(Step day, Step of) implements Step {

    @Override
    public long on(Scene scene) {
        long when = day.on(scene);
        return when == Form.UNKNOWN ? Form.UNKNOWN : scene.onDay((int) when, () -> of.on(scene));
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        long when = day.on(scene);
        if (when == Form.UNKNOWN) {
            day.missing(scene, facts);
            return;
        }
        long before = facts[0];
        scene.onDay((int) when, () -> {
            of.missing(scene, facts);
            return facts;
        });
        if (facts[0] == before) {
            // The law names no figure for that day: perhaps the day is wrong.
            day.missing(scene, facts);
        }
    }

    @Override
    public long tell(Scene scene, Telling telling) {
        long when = day.tell(scene, telling);
        return when == Form.UNKNOWN ? Form.UNKNOWN : scene.onDay((int) when, () -> of.tell(scene, telling));
    }
}
