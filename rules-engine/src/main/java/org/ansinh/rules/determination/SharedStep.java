package org.ansinh.rules.determination;

import java.util.List;

/**
 * A step that rules share: worked out for somebody only on days on which something that was read for it has changed.
 * {@code isCommon} when it reads nobody's facts, so that it is worked out once for all.
 */
record SharedStep(int place, Step of, boolean isCommon) implements Step {

    @Override
    public long on(Scene scene) {
        return known(scene).value();
    }

    /** The value and its days, with what decided it where somebody will ask why: so it is worked out once. */
    Memory.Known known(Scene scene) {
        var mind = mind(scene);
        var silent = mind.silent(place);
        if (silent != null) {
            return silent;
        }
        if (mind.explains()) {
            return explained(scene, mind);
        }
        var known = mind.values().on(place, scene);
        if (known != null) {
            return known;
        }
        int outside = scene.begin();
        long value = of.on(scene);
        return mind(scene).values().learn(place, scene, outside, value, List.of());
    }

    private Memory.Known explained(Scene scene, Mind mind) {
        var known = mind.told().on(place, scene);
        if (known != null) {
            return known;
        }
        var telling = scene.session().telling();
        int mark = telling.mark();
        var learned = learn(scene, telling, mark);
        telling.takeBack(mark, telling.mark());
        return learned;
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
        var known = mind.silent(place);
        if (known == null) {
            known = mind.told().on(place, scene);
        }
        if (known == null) {
            return learn(scene, telling, telling.mark()).value();
        }
        telling.addAll(known.told());
        return known.value();
    }

    /** Where it is kept is asked for only when it is found: who was asked about meanwhile may have had the room. */
    private Memory.Known learn(Scene scene, Telling telling, int mark) {
        int outside = scene.begin();
        long value = of.tell(scene, telling);
        return mind(scene).told().learn(place, scene, outside, value, telling.since(mark));
    }
}
