package org.ansinh.rules.determination;

import java.util.List;
import org.ansinh.rules.facts.FactBook;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out about somebody: of each thing its value, and with it the days on which nothing that was read for it
 * changes. The days asked about last come first; where somebody is remembered as long as the session, others stay behind them.
 */
final class Memory {

    private final @Nullable Known[] first;
    private final boolean keepsEarlier;
    private int whose;

    /** {@code keepsEarlier} where the same days are asked about again and again; then nothing that was learned changes. */
    Memory(int size, boolean keepsEarlier) {
        this.first = new @Nullable Known[size];
        this.keepsEarlier = keepsEarlier;
    }

    /** Some days of one thing; nobody has said what it asks where it is {@link #always}. */
    static final class Known {
        private @Nullable Known before;
        private int whose;
        private int from;
        private int to;
        private long value;
        private List<Reason.Used> told = List.of();

        private Known(@Nullable Known before) {
            this.before = before;
        }

        /** Of whoever it may be asked, on every day. */
        static Known always(long value, List<Reason.Used> told) {
            var known = new Known(null);
            known.from = Integer.MIN_VALUE;
            known.to = FactBook.FOREVER;
            known.value = value;
            known.told = told;
            return known;
        }

        boolean isAlways() {
            return from == Integer.MIN_VALUE;
        }

        long value() {
            return value;
        }

        /** What decided the value, where somebody asks for reasons. */
        List<Reason.Used> told() {
            return told;
        }

        boolean isOn(int day) {
            return from <= day && day <= to;
        }

        /** The last day of it. */
        int to() {
            return to;
        }
    }

    /** From now on it is of somebody else. */
    void forget() {
        whose++;
    }

    /** What holds on the scene's day, or null where it is not known; if it is, its days bound the scene's. */
    @Nullable
    Known on(int i, Scene scene) {
        var known = first[i];
        if (known == null || known.whose != whose) {
            return null;
        }
        int day = scene.day();
        if (!known.isOn(day)) {
            known = recalled(i, known, day);
            if (known == null) {
                return null;
            }
        }
        scene.holdsUntil(known.to);
        return known;
    }

    /** Brings earlier days forward again. */
    private @Nullable Known recalled(int i, Known latest, int day) {
        var after = latest;
        for (var it = latest.before; it != null; it = it.before) {
            if (it.isOn(day)) {
                after.before = it.before;
                it.before = latest;
                first[i] = it;
                return it;
            }
            after = it;
        }
        return null;
    }

    /** Takes down what was found since {@link Scene#begin} returned {@code outside}. */
    Known learn(int i, Scene scene, int outside, long value, List<Reason.Used> told) {
        var known = room(i);
        known.whose = whose;
        known.from = scene.day();
        known.to = scene.end(outside);
        known.value = value;
        known.told = told;
        return known;
    }

    /** Where no more than the latest is remembered, in its place. */
    private Known room(int i) {
        var latest = first[i];
        if (latest != null && !keepsEarlier) {
            return latest;
        }
        var made = new Known(latest);
        first[i] = made;
        return made;
    }
}
