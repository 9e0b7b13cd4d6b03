package org.ansinh.rules.determination;

/** A step that many rules share: worked out for somebody only on days on which something that was read for it has changed. */
record SharedStep(int place, Step of) implements Step {

    @Override
    public long on(Scene scene) {
        var memory = scene.mind().values();
        if (memory.knows(place, scene)) {
            return memory.value(place);
        }
        int outside = scene.begin();
        return memory.learn(place, scene, outside, of.on(scene));
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        of.missing(scene, facts);
    }

    @Override
    public long tell(Scene scene, Telling telling) {
        var memory = scene.mind().told();
        if (!memory.knows(place, scene)) {
            return learn(memory, scene, telling, telling.mark());
        }
        telling.addAll(memory.told(place));
        return memory.value(place);
    }

    /** The value, with what decided it in the memory of whoever is looked at. */
    long value(Scene scene, Telling telling) {
        var memory = scene.mind().told();
        if (memory.knows(place, scene)) {
            return memory.value(place);
        }
        telling.clear();
        return learn(memory, scene, telling, 0);
    }

    private long learn(Memory memory, Scene scene, Telling telling, int mark) {
        int outside = scene.begin();
        long value = of.tell(scene, telling);
        return memory.learn(place, scene, outside, value, telling.since(mark));
    }
}
