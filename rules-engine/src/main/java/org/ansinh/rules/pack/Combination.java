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

    /** The exception of a highest: each of {@code add} may stand beside each of {@code to}. */
    public record Adds(List<String> add, List<String> to, Optional<Basis> basis) {}
}
