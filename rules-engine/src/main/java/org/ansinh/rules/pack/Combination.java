package org.ansinh.rules.pack;

import java.util.List;
import java.util.Optional;

/** What is due when several provisions of a programme are met on one day. */
public record Combination(Rule rule, Optional<Basis> basis, List<Adds> adds) {

    /** The rules the law knows. */
    public enum Rule {
        HIGHEST,
        SUM,
        FIRST
    }

    /**
     * The provisions to be named as the ground: where the first that is met rules, the others give nothing and would only confuse.
     *
     * @param met in the order of the programme
     */
    public List<String> grounds(List<String> met) {
        return rule == Rule.FIRST && !met.isEmpty() ? List.of(met.getFirst()) : met;
    }

    /** The exception of a highest: each of {@code add} may stand beside each of {@code to}. */
    public record Adds(List<String> add, List<String> to, Optional<Basis> basis) {}
}
