package org.ansinh.rules.determination;

import java.util.Arrays;

/** What was worked out about somebody, each with the days on which nothing that was read changes. */
final class Memory {

    private final long[] values;
    private final int[] from;
    private final int[] until;

    Memory(int size) {
        this.values = new long[size];
        this.from = new int[size];
        this.until = new int[size];
        forget();
    }

    void forget() {
        Arrays.fill(from, Integer.MAX_VALUE);
    }

    /** Whether a value holds on the scene's day too; if so, its days bound the scene's. */
    boolean knows(int i, Scene scene) {
        if (scene.day() < from[i] || scene.day() > until[i]) {
            return false;
        }
        scene.holdsUntil(until[i]);
        return true;
    }

    long value(int i) {
        return values[i];
    }

    /** Takes down what was found since {@link Scene#begin} returned {@code outside}. */
    long learn(int i, Scene scene, int outside, long value) {
        values[i] = value;
        until[i] = scene.end(outside);
        from[i] = scene.day();
        return value;
    }
}
