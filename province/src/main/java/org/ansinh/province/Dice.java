package org.ansinh.province;

import java.util.List;

/** Chance that is the same on every machine and every Java: SplitMix64, whole numbers only. */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed, long... places) {
        state = mix(seed + GOLDEN);
        for (var place : places) {
            state = mix(state ^ mix(place + GOLDEN));
        }
    }

    private static long mix(long bits) {
        long z = bits;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Zero or more, below the bound. */
    int below(int bound) {
        state += GOLDEN;
        return (int) (((mix(state) >>> 33) * bound) >>> 31);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    boolean perMyriad(int chance) {
        return below(10_000) < chance;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** The index of the first cumulated weight above a throw; weights are already added up. */
    int weighted(int[] cumulated) {
        int thrown = below(cumulated[cumulated.length - 1]);
        int low = 0;
        int high = cumulated.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulated[middle] > thrown) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
