package org.ansinh.rules.kernels;

/**
 * A three-valued condition as two formulas: where it surely holds, and where it may hold. They are the same wherever
 * nothing can be unknown, and then cost nothing more than one.
 */
record Rails(int yes, int maybe) {

    static final Rails NEVER = new Rails(Logic.ZERO, Logic.ZERO);
    static final Rails ALWAYS = new Rails(Logic.ONE, Logic.ONE);

    static Rails known(int formula) {
        return new Rails(formula, formula);
    }

    static Rails constant(boolean value) {
        return value ? ALWAYS : NEVER;
    }

    boolean isKnown() {
        return yes == maybe;
    }

    Rails not(Logic logic) {
        return new Rails(logic.not(maybe), logic.not(yes));
    }

    Rails and(Rails other, Logic logic) {
        return new Rails(logic.and(yes, other.yes), logic.and(maybe, other.maybe));
    }

    Rails or(Rails other, Logic logic) {
        return new Rails(logic.or(yes, other.yes), logic.or(maybe, other.maybe));
    }

    /** Known where both are known: how comparisons and other strict operations take two conditions. */
    Rails same(Rails other, Logic logic) {
        int surely = logic.or(logic.and(yes, other.yes), logic.and(logic.not(maybe), logic.not(other.maybe)));
        int surelyNot = logic.or(logic.and(yes, logic.not(other.maybe)), logic.and(logic.not(maybe), other.yes));
        return new Rails(surely, logic.not(surelyNot));
    }

    /** This one chooses between two; while it is unknown, only what both say (in the sense of {@code same}) is known. */
    Rails choose(Rails then, Rails otherwise, int same, Logic logic) {
        int open = logic.and(maybe, logic.not(yes));
        int surely = logic.any(
                logic.and(yes, then.yes), logic.and(logic.not(maybe), otherwise.yes), logic.both(open, same, then.yes));
        int perhaps = logic.any(
                logic.and(yes, then.maybe),
                logic.and(logic.not(maybe), otherwise.maybe),
                logic.and(open, logic.or(logic.not(same), then.maybe)));
        return new Rails(surely, perhaps);
    }
}
