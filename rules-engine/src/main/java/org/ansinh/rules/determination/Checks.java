package org.ansinh.rules.determination;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.ansinh.rules.pack.ConditionRule;

/** A programme's conditions and which of them each provision asks, laid out flat once for all who are judged by it. */
final class Checks {

    private static final int NO_CODE = -1;

    private final SharedStep[] steps;
    private final int[] from;
    private final int[] to;
    private final int[][] conditionsOf;
    private final int[][] daysOf;
    private final long askingDay;
    private final long[] waysOf;
    private final int[] codeOf;
    private final List<String> codes;
    private final List<Coded> coded = new CopyOnWriteArrayList<>();

    /** The conditions with codes of provisions that are in force together. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Coded(long ways, int[] conditions) {}

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
        this.conditionsOf = ways.stream().map(it -> those(it, false)).toArray(int[][]::new);
        this.daysOf = ways.stream().map(it -> those(it, true)).toArray(int[][]::new);
        this.waysOf = IntStream.range(0, steps.length)
                .mapToLong(condition -> waysWith(condition, ways))
                .toArray();
        this.askingDay = IntStream.range(0, ways.size())
                .filter(it -> daysOf[it].length > 0)
                .mapToLong(it -> 1L << it)
                .reduce(0, (a, b) -> a | b);
    }

    private static long waysWith(int condition, List<CompiledProgramme.Way> ways) {
        return IntStream.range(0, ways.size())
                .filter(it -> ways.get(it).conditions().contains(condition))
                .mapToLong(it -> 1L << it)
                .reduce(0, (a, b) -> a | b);
    }

    private int[] those(CompiledProgramme.Way way, boolean ofDay) {
        return way.conditions().stream()
                .mapToInt(Integer::intValue)
                .filter(it -> steps[it].isCommon() == ofDay)
                .toArray();
    }

    int many() {
        return steps.length;
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

    /** The places of those of a provision's conditions that ask somebody; nobody writes into them. */
    int[] conditionsOf(int way) {
        return conditionsOf[way];
    }

    /** The places of those that ask the day alone. */
    int[] daysOf(int way) {
        return daysOf[way];
    }

    /** The provisions that ask the day. */
    long askingDay() {
        return askingDay;
    }

    /** Whether a condition matters: of those that ask the day only where some provisions ask them. */
    boolean isAsked(int condition, long askingDay) {
        return !steps[condition].isCommon() || (waysOf[condition] & askingDay) != 0;
    }

    /** The conditions of some provisions that have a word for why not, in the order of the law, each once; nobody writes into them. */
    int[] withCodes(long ways) {
        for (var known : coded) {
            if (known.ways() == ways) {
                return known.conditions();
            }
        }
        var asked = new boolean[steps.length];
        for (long rest = ways; rest != 0; rest &= rest - 1) {
            int way = Long.numberOfTrailingZeros(rest);
            mark(conditionsOf[way], asked);
            mark(daysOf[way], asked);
        }
        var found = IntStream.range(0, asked.length).filter(it -> asked[it]).toArray();
        coded.add(new Coded(ways, found));
        return found;
    }

    private void mark(int[] conditions, boolean[] asked) {
        for (int condition : conditions) {
            asked[condition] = codeOf[condition] != NO_CODE;
        }
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
