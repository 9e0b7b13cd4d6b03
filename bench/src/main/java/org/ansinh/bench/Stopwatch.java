package org.ansinh.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** How long something takes once it is warm: the middle of several samples, each long enough for the clock. */
final class Stopwatch {

    private static final long WARM_UP = 3_000_000_000L;
    private static final long SAMPLE = 300_000_000L;
    private static final int SAMPLES = 9;
    private static final int CALLS = 20_001;

    private Stopwatch() {}

    static long nanos(Runnable work) {
        long from = System.nanoTime();
        int runs = 0;
        do {
            work.run();
            runs++;
        } while (System.nanoTime() - from < WARM_UP);
        long each = Math.max(1, (System.nanoTime() - from) / runs);
        int many = (int) Math.max(1, SAMPLE / each);
        var samples = new long[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            long began = System.nanoTime();
            for (int k = 0; k < many; k++) {
                work.run();
            }
            samples[i] = (System.nanoTime() - began) / many;
        }
        Arrays.sort(samples);
        return samples[SAMPLES / 2];
    }

    /** What half of all calls take at most, each measured by itself, once it is warm. */
    static long nanosOfHalf(Runnable work) {
        long from = System.nanoTime();
        while (System.nanoTime() - from < WARM_UP) {
            work.run();
        }
        var calls = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            calls[i] = once(work);
        }
        Arrays.sort(calls);
        return calls[CALLS / 2];
    }

    static long once(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    /** The middle of a few, for what is too large to be repeated often. */
    static long middleOf(int times, Runnable work) {
        var samples = new long[times];
        for (int i = 0; i < times; i++) {
            samples[i] = once(work);
        }
        Arrays.sort(samples);
        return samples[times / 2];
    }

    /** Some of something in so much time, in millions a second. */
    static BigDecimal millionsASecond(long count, long nanos) {
        return BigDecimal.valueOf(count * 1000).divide(BigDecimal.valueOf(nanos), 1, RoundingMode.HALF_UP);
    }

    static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(1_000_000), 3, RoundingMode.HALF_UP);
    }
}
