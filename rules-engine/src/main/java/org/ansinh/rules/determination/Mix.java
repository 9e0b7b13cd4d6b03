package org.ansinh.rules.determination;

import org.ansinh.rules.pack.Combination;
import org.ansinh.rules.pack.Programme;

/** What several provisions met on one day make together: the highest (with those that may stand beside it), sum or first. */
public final class Mix {

    private final Combination.Rule rule;
    private final long[] addMasks;
    private final long[] toMasks;

    Mix(Programme programme) {
        rule = programme.combination().rule();
        var adds = programme.combination().adds();
        addMasks = adds.stream().mapToLong(it -> mask(programme, it.add())).toArray();
        toMasks = adds.stream().mapToLong(it -> mask(programme, it.to())).toArray();
    }

    private static long mask(Programme programme, java.util.List<String> ids) {
        long mask = 0;
        for (int i = 0; i < programme.provisions().size(); i++) {
            if (ids.contains(programme.provisions().get(i).id())) {
                mask |= 1L << i;
            }
        }
        return mask;
    }

    /** The level those provisions make. */
    public long level(long ways, long[] amounts) {
        return switch (rule) {
            case HIGHEST -> sum(highest(ways, amounts), amounts);
            case SUM -> sum(ways, amounts);
            case FIRST -> sum(Long.lowestOneBit(ways), amounts);
        };
    }

    /** The least that is due if any of {@code open} may be met as well. */
    public long floor(long met, long open, long[] amounts) {
        long floor = level(met, amounts);
        if (rule != Combination.Rule.FIRST || met == 0) {
            return floor;
        }
        for (long rest = open & (Long.lowestOneBit(met) - 1); rest != 0; rest &= rest - 1) {
            floor = Math.min(floor, amounts[Long.numberOfTrailingZeros(rest)]);
        }
        return floor;
    }

    /** The most that may be due if any of {@code open} is met as well. */
    public long ceiling(long met, long open, long[] amounts) {
        if (rule != Combination.Rule.FIRST) {
            return level(met | open, amounts);
        }
        long ceiling = level(met, amounts);
        long before = met == 0 ? -1L : Long.lowestOneBit(met) - 1;
        for (long rest = open & before; rest != 0; rest &= rest - 1) {
            ceiling = Math.max(ceiling, amounts[Long.numberOfTrailingZeros(rest)]);
        }
        return ceiling;
    }

    /** The provisions whose amounts make the level. */
    public long paid(long ways, long[] amounts) {
        return switch (rule) {
            case HIGHEST -> highest(ways, amounts);
            case SUM -> ways;
            case FIRST -> Long.lowestOneBit(ways);
        };
    }

    private long highest(long ways, long[] amounts) {
        long best = 0;
        long bestAmount = -1;
        for (long rest = ways; rest != 0; rest &= rest - 1) {
            long base = Long.lowestOneBit(rest);
            long chosen = base | beside(base, ways, amounts);
            long amount = sum(chosen, amounts);
            if (amount > bestAmount) {
                best = chosen;
                bestAmount = amount;
            }
        }
        return best;
    }

    private long beside(long base, long ways, long[] amounts) {
        long chosen = 0;
        for (int i = 0; i < addMasks.length; i++) {
            if ((toMasks[i] & base) != 0) {
                chosen |= largest(addMasks[i] & ways & ~base, amounts);
            }
        }
        return chosen;
    }

    private static long largest(long ways, long[] amounts) {
        long best = 0;
        for (long rest = ways; rest != 0; rest &= rest - 1) {
            long one = Long.lowestOneBit(rest);
            if (best == 0 || sum(one, amounts) > sum(best, amounts)) {
                best = one;
            }
        }
        return best;
    }

    private static long sum(long ways, long[] amounts) {
        long sum = 0;
        for (long rest = ways; rest != 0; rest &= rest - 1) {
            sum += amounts[Long.numberOfTrailingZeros(rest)];
        }
        return sum;
    }
}
