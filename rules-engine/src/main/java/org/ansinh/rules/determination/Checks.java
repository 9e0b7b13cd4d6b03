package org.ansinh.rules.determination;

import java.util.Arrays;
import java.util.List;
import org.ansinh.rules.pack.ConditionRule;

/** A programme's conditions and which of them each provision asks, laid out flat once for all who are judged by it. */
final class Checks {

    private static final int NO_CODE = -1;

    private final SharedStep[] steps;
    private final int[] from;
    private final int[] to;
    private final int[][] conditionsOf;
    private final int[] codeOf;
    private final List<String> codes;

    Checks(List<ConditionRule> rules, List<SharedStep> conditions, List<CompiledProgramme.Way> ways) {
        this.steps = conditions.toArray(SharedStep[]::new);
        this.from = ways.stream().mapToInt(CompiledProgramme.Way::from).toArray();
        this.to = ways.stream().mapToInt(CompiledProgramme.Way::to).toArray();
        this.codes = rules.stream()
                .flatMap(it -> it.reasonCode().stream())
                .distinct()
                .toList();
        this.codeOf = rules.stream()
                .mapToInt(it -> it.reasonCode().map(codes::indexOf).orElse(NO_CODE))
                .toArray();
        this.conditionsOf = ways.stream()
                .map(it -> it.conditions().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    SharedStep step(int condition) {
        return steps[condition];
    }

    /** Whether a provision is law on the scene's day, which holds until the law changes. */
    boolean isInForce(int way, Scene scene) {
        int day = scene.day();
        if (day > to[way]) {
            return false;
        }
        scene.holdsUntil(day < from[way] ? from[way] - 1 : to[way]);
        return day >= from[way];
    }

    /** The places of a provision's conditions; nobody writes into them. */
    int[] conditionsOf(int way) {
        return conditionsOf[way];
    }

    /** The conditions of some provisions that have a word for why not, in the order of the law, each once. */
    int[] withCodes(long ways) {
        var found = new int[steps.length];
        var seen = new boolean[steps.length];
        int n = 0;
        for (long rest = ways; rest != 0; rest &= rest - 1) {
            for (int condition : conditionsOf(Long.numberOfTrailingZeros(rest))) {
                if (codeOf[condition] != NO_CODE && !seen[condition]) {
                    seen[condition] = true;
                    found[n++] = condition;
                }
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** The place of a condition's code. */
    int code(int condition) {
        return codeOf[condition];
    }

    List<String> named(int[] failing, int n) {
        var named = new String[n];
        for (int i = 0; i < n; i++) {
            named[i] = codes.get(failing[i]);
        }
        return List.of(named);
    }
}
