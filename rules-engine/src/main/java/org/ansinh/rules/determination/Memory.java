package org.ansinh.rules.determination;

import java.util.Arrays;

/** What was worked out about somebody, each with the days on which nothing that was read changes. */
final class Memory {

    private final long[] values;
    private final Held held;

    Memory(int size) {
        this.values = new long[size];
        this.held = new Held(size);
    }

    void forget() {
        held.forget();
    }

    /** Whether a value holds on the scene's day too; if so, its days bound the scene's. */
    boolean knows(int i, Scene scene) {
        return held.holds(i, scene);
    }

    long value(int i) {
        return values[i];
    }

    /** Takes down what was found since {@link Scene#begin} returned {@code outside}. */
    long learn(int i, Scene scene, int outside, long value) {
        values[i] = value;
        held.since(i, scene, outside);
        return value;
    }

    /** The same of what is told. */
    static final class Told<T> {

        private final Object[] told;
        private final Held held;

        Told(int size) {
            this.told = new Object[size];
            this.held = new Held(size);
        }

        boolean knows(int i, Scene scene) {
            return held.holds(i, scene);
        }

        @SuppressWarnings("unchecked")
        T value(int i) {
            // Only what learn() was given is ever put in.
            return (T) told[i];
        }

        T learn(int i, Scene scene, int outside, T value) {
            told[i] = value;
            held.since(i, scene, outside);
            return value;
        }
    }

    /** The days for which each of some things holds: the first and the last, side by side. */
    private record Held(int[] days) {

        Held(int size) {
            this(new int[2 * size]);
            forget();
        }

        void forget() {
            Arrays.fill(days, Integer.MAX_VALUE);
        }

        boolean holds(int i, Scene scene) {
            int day = scene.day();
            int until = days[2 * i + 1];
            if (day < days[2 * i] || day > until) {
                return false;
            }
            scene.holdsUntil(until);
            return true;
        }

        void since(int i, Scene scene, int outside) {
            days[2 * i + 1] = scene.end(outside);
            days[2 * i] = scene.day();
        }
    }
}
