package org.ansinh.rules.determination;

import java.util.HashMap;
import java.util.Map;
import org.ansinh.rules.pack.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Of whom a session remembers what it worked out: of everybody, or, where a whole book is gone through, of the last few. */
final class Minds {

    private static final int FEW = 16;

    private final CompiledLaw law;
    private final boolean isOfEach;
    private final Mind common;
    private final Map<Integer, Mind> each = new HashMap<>();
    private final @Nullable Mind[] few = new @Nullable Mind[SubjectKind.values().length * FEW];

    Minds(CompiledLaw law, boolean isOfEach) {
        this.law = law;
        this.isOfEach = isOfEach;
        this.common = new Mind(law, Scene.NOBODY, true);
    }

    /** What is the same for everybody. */
    Mind common() {
        return common;
    }

    Mind of(SubjectKind kind, int place) {
        int slot = kind.ordinal() * FEW + (place & FEW - 1);
        var mind = few[slot];
        if (mind != null && mind.isOf(place)) {
            return mind;
        }
        if (isOfEach) {
            int key = place * SubjectKind.values().length + kind.ordinal();
            mind = each.computeIfAbsent(key, it -> new Mind(law, place, true));
        } else if (mind == null) {
            mind = new Mind(law, place, false);
        } else {
            mind.turnTo(place);
        }
        few[slot] = mind;
        return mind;
    }
}
