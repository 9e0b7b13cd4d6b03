package org.ansinh.rules.determination;

/**
 * A step that rules share: worked out for somebody only on days on which something that was read for it has changed.
 * {@code isCommon} when it reads nobody's facts, so that it is worked out once for all; {@code isAskedAgain} when other
 * rules ask for the same days.
 */
record SharedStep(int place, Step of, boolean isCommon, boolean isAskedAgain) implements Step {

    @Override
    public long on(Scene scene) {
        var mind = mind(scene);
        var silent = mind.silent(place);
        if (silent != null) {
            return silent.value();
        }
        if (mind.explains()) {
            return explained(scene, mind);
        }
        var memory = mind.values();
        if (memory.knows(place, scene)) {
            return memory.value(place);
        }
        int outside = scene.begin();
        long value = of.on(scene);
        return mind(scene).values().learn(place, scene, outside, value, isAskedAgain);
    }

    /** What is asked why in the end is told while it is worked out, so that it is worked out once. */
    private long explained(Scene scene, Mind mind) {
        var memory = mind.told();
        if (memory.knows(place, scene)) {
            return memory.value(place);
        }
        var telling = scene.session().telling();
        int mark = telling.mark();
        long value = learn(scene, telling, mark);
        telling.takeBack(mark, telling.mark());
        return value;
    }

    private Mind mind(Scene scene) {
        return isCommon ? scene.session().minds().common() : scene.mind();
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        of.missing(scene, facts);
    }

    @Override
    public long tell(Scene scene, Telling telling) {
        var mind = mind(scene);
        var silent = mind.silent(place);
        if (silent != null) {
            telling.addAll(silent.used());
            return silent.value();
        }
        var memory = mind.told();
        if (!memory.knows(place, scene)) {
            return learn(scene, telling, telling.mark());
        }
        telling.addAll(memory.told(place));
        return memory.value(place);
    }

    /** The value, with what decided it taken down in {@link #told}. */
    long value(Scene scene) {
        return explained(scene, mind(scene));
    }

    Memory told(Scene scene) {
        return mind(scene).told();
    }

    /** Where it is kept is asked for only when it is found: who was asked about meanwhile may have had the room. */
    private long learn(Scene scene, Telling telling, int mark) {
        int outside = scene.begin();
        long value = of.tell(scene, telling);
        return told(scene).learn(place, scene, outside, value, telling.since(mark), isAskedAgain);
    }
}
