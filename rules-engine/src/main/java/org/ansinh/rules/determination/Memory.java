package org.ansinh.rules.determination;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out about somebody: of each thing its value, and with it the days on which nothing that was read for it
 * changes. The latest days lie side by side; earlier ones are kept behind them, for whoever asks again.
 */
final class Memory {

    private static final int NEVER = Integer.MAX_VALUE;
    private static final @Nullable Object[] NOTHING = {};
    private static final @Nullable Earlier[] NONE = {};

    private final int[] days;
    private final long[] values;
    private final boolean keepsEarlier;
    private @Nullable Object[] told = NOTHING;
    private @Nullable Earlier[] earlier = NONE;

    /** {@code keepsEarlier} where the same days are asked about again and again. */
    Memory(int size, boolean keepsEarlier) {
        this.days = new int[2 * size];
        this.values = new long[size];
        this.keepsEarlier = keepsEarlier;
        forget();
    }

    /** Other days of the same thing. */
    private static final class Earlier {
        private final @Nullable Earlier before;
        private int from;
        private int to;
        private long value;
        private @Nullable Object told;

        private Earlier(@Nullable Earlier before) {
            this.before = before;
        }
    }

    void forget() {
        Arrays.fill(days, NEVER);
        Arrays.fill(earlier, null);
    }

    /** Whether a value holds on the scene's day too; if so, its days bound the scene's. */
    boolean knows(int i, Scene scene) {
        int day = scene.day();
        if ((day < days[2 * i] || day > days[2 * i + 1]) && !recalls(i, day)) {
            return false;
        }
        scene.holdsUntil(days[2 * i + 1]);
        return true;
    }

    long value(int i) {
        return values[i];
    }

    /** What was told with the value. */
    @SuppressWarnings("unchecked")
    <T> T told(int i) {
        // Only what learn() was given is ever put in, and each memory is given one kind of thing.
        return (T) Objects.requireNonNull(told[i]);
    }

    /** Takes down what was found since {@link Scene#begin} returned {@code outside}. */
    long learn(int i, Scene scene, int outside, long value, boolean isAskedAgain) {
        if (keepsEarlier && isAskedAgain && days[2 * i] != NEVER) {
            keep(i);
        }
        days[2 * i] = scene.day();
        days[2 * i + 1] = scene.end(outside);
        values[i] = value;
        return value;
    }

    /** The same with what is told of it. */
    long learn(int i, Scene scene, int outside, long value, Object what, boolean isAskedAgain) {
        if (told.length == 0) {
            told = new @Nullable Object[values.length];
        }
        var _ = learn(i, scene, outside, value, isAskedAgain);
        told[i] = what;
        return value;
    }

    private void keep(int i) {
        if (earlier.length == 0) {
            earlier = new @Nullable Earlier[values.length];
        }
        var kept = new Earlier(earlier[i]);
        earlier[i] = kept;
        exchange(i, kept);
    }

    /** Brings earlier days forward again. */
    private boolean recalls(int i, int day) {
        if (earlier.length == 0) {
            return false;
        }
        for (var it = earlier[i]; it != null; it = it.before) {
            if (it.from <= day && day <= it.to) {
                exchange(i, it);
                return true;
            }
        }
        return false;
    }

    private void exchange(int i, Earlier it) {
        int from = days[2 * i];
        int to = days[2 * i + 1];
        long value = values[i];
        days[2 * i] = it.from;
        days[2 * i + 1] = it.to;
        values[i] = it.value;
        it.from = from;
        it.to = to;
        it.value = value;
        if (told.length > 0) {
            var was = told[i];
            told[i] = it.told;
            it.told = was;
        }
    }
}
