package org.ansinh.rules.kernels;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Remembers out of which planes each plane is made, so that an answer can say which facts it rests on. */
final class Origins {

    private final Logic logic;
    private final Map<Integer, Made> made = new HashMap<>();
    private final Set<Integer> unsure = new HashSet<>();

    /** Some formulas; {@code far} where they speak of other rows than the plane does. */
    private record Made(int[] formulas, boolean far) {}

    Origins(Logic logic) {
        this.logic = logic;
    }

    /** A plane that is made of the same rows of others, or of nothing but the day. */
    void made(int slot, int... formulas) {
        made.put(slot, new Made(formulas, false));
    }

    /** A plane that is made of planes of the rows that bonds lead to. */
    void madeOfOthers(int slot, int... formulas) {
        made.put(slot, new Made(formulas, true));
    }

    /** A plane that stands for what nobody works out here. */
    void unsure(int slot) {
        unsure.add(slot);
    }

    Reads of(int... formulas) {
        var walk = new Walk();
        for (int formula : formulas) {
            walk.formula(formula, false);
        }
        return new Reads(Set.copyOf(walk.own), Set.copyOf(walk.far), walk.unsure);
    }

    /** One walk from formulas down to the planes of facts. */
    private final class Walk {

        private final Set<Integer> own = new HashSet<>();
        private final Set<Integer> far = new HashSet<>();
        private final Set<Long> seen = new HashSet<>();
        private boolean unsure;

        private void formula(int formula, boolean isFar) {
            if (!seen.add((long) formula << 1 | (isFar ? 1 : 0))) {
                return;
            }
            var node = logic.get(formula);
            switch (node.op()) {
                case ZERO, ONE -> {
                    // No plane at all.
                }
                case LEAF -> slot(node.left(), isFar);
                case NOT -> formula(node.left(), isFar);
                case AND, OR -> {
                    formula(node.left(), isFar);
                    formula(node.right(), isFar);
                }
            }
        }

        private void slot(int slot, boolean isFar) {
            unsure |= Origins.this.unsure.contains(slot);
            var from = made.get(slot);
            if (from == null) {
                (isFar ? far : own).add(slot);
                return;
            }
            for (int formula : from.formulas()) {
                formula(formula, isFar || from.far());
            }
        }
    }
}
