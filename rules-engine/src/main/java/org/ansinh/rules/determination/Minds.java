package org.ansinh.rules.determination;

import java.util.HashMap;
import java.util.Map;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.pack.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Of whom a session remembers what it worked out: of everybody, or, where a whole book is gone through, of the last few. */
final class Minds {

    private static final int FEW = 16;

    private final CompiledLaw law;
    private final FactBook book;
    private final boolean isOfEach;
    private final boolean isSupposing;
    private final Mind common;
    private final Map<Integer, Mind> each = new HashMap<>();
    private final @Nullable Mind[] few = new @Nullable Mind[SubjectKind.values().length * FEW];

    /** {@code isSupposing} where something is taken to be so that the book does not say: then silence answers nothing. */
    Minds(CompiledLaw law, FactBook book, boolean isOfEach, boolean isSupposing) {
        this.law = law;
        this.book = book;
        this.isSupposing = isSupposing;
        this.isOfEach = isOfEach;
        this.common = new Mind(law, Scene.NOBODY, true, isOfEach);
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
            mind = each.computeIfAbsent(key, it -> hearing(new Mind(law, place, true, true), kind));
        } else if (mind == null) {
            mind = hearing(new Mind(law, place, false, false), kind);
        } else {
            mind.turnTo(place);
            mind = hearing(mind, kind);
        }
        few[slot] = mind;
        return mind;
    }

    private Mind hearing(Mind mind, SubjectKind kind) {
        return isSupposing ? mind : mind.hearing(book, kind);
    }
}
