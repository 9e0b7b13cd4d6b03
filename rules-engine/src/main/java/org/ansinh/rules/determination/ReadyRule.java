package org.ansinh.rules.determination;

import java.util.List;
import org.ansinh.rules.pack.Exclusive;

/** A rule between programmes, made ready: its days as epoch days, its programmes as places in the law. */
record ReadyRule(Exclusive law, int from, int to, List<Integer> programmes) {

    static ReadyRule of(Exclusive rule, List<String> allProgrammes) {
        return new ReadyRule(
                rule,
                (int) rule.days().from().toEpochDay(),
                (int) rule.days().to().toEpochDay(),
                rule.programmes().stream().map(allProgrammes::indexOf).toList());
    }

    boolean isPerHousehold() {
        return law.per() == Exclusive.Per.HOUSEHOLD;
    }

    boolean touches(int first, int last) {
        return from <= last && to >= first;
    }

    /** Where a programme stands in the order of the rule. */
    int rank(CompiledProgramme programme) {
        return programmes.indexOf(programme.index());
    }
}
