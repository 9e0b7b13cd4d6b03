package org.ansinh.rules.determination;

import java.util.List;

/** A programme's conditions and which of them each provision asks, laid out flat once for all who are judged by it. */
final class Checks {

    private final Step[] steps;
    private final int[][] conditionsOf;

    Checks(List<Step> conditions, List<CompiledProgramme.Way> ways) {
        this.steps = conditions.toArray(Step[]::new);
        this.conditionsOf = ways.stream()
                .map(it -> it.conditions().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    Step step(int condition) {
        return steps[condition];
    }

    /** The places of a provision's conditions; nobody writes into them. */
    int[] conditionsOf(int way) {
        return conditionsOf[way];
    }
}
