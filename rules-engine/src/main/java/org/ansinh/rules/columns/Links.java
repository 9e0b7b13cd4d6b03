package org.ansinh.rules.columns;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Bonds from rows to rows of one block with their days, to be followed both ways. Most are one for each row and hold all the
 * time; then they take two bytes, and none at the end whose people stand in a row.
 */
public final class Links {

    private final End forth;
    private final End back;

    private Links(End forth, End back) {
        this.forth = forth;
        this.back = back;
    }

    /** The same bonds from the other end. */
    public Links reversed() {
        return new Links(back, forth);
    }

    public int begin(int row) {
        return forth.begin(row);
    }

    public int end(int row) {
        return forth.begin(row + 1);
    }

    public int target(int entry) {
        return forth.other(entry);
    }

    public boolean holds(int entry, int day) {
        return forth.holds(entry, day);
    }

    public int from(int entry) {
        return forth.from(entry);
    }

    public int to(int entry) {
        return forth.to(entry);
    }

    /** The days on which one of them begins to hold or holds no more. */
    IntStream days() {
        return forth.days();
    }

    public int backBegin(int target) {
        return back.begin(target);
    }

    public int backEnd(int target) {
        return back.begin(target + 1);
    }

    public int source(int backEntry) {
        return back.other(backEntry);
    }

    public boolean holdsBack(int backEntry, int day) {
        return back.holds(backEntry, day);
    }

    /** Whether every row has one bond that always holds. */
    public boolean isPlain() {
        return forth.isPlain();
    }

    /** The first bond of a row that holds on a day, in the order of days; or -1. */
    public int first(int row, int day) {
        if (forth.isPlain()) {
            return forth.other(row);
        }
        for (int i = forth.begin(row); i < forth.begin(row + 1); i++) {
            if (day <= forth.to(i)) {
                return day >= forth.from(i) ? forth.other(i) : -1;
            }
        }
        return -1;
    }

    /** Bytes that the bonds take. */
    public long bytes() {
        return forth.bytes() + back.bytes();
    }

    /** One end's view: entries by row, each with the row at the other end and (unless all hold always) its days. */
    private record End(Numbers starts, Numbers others, int[] from, int[] to) {

        private static final int[] NONE = {};

        static End of(int[] starts, int[] others, int[] from, int[] to, int firstDay, int lastDay) {
            boolean always = Arrays.stream(from).allMatch(it -> it <= firstDay)
                    && Arrays.stream(to).allMatch(it -> it >= lastDay);
            return new End(Numbers.of(starts), Numbers.of(others), always ? NONE : from, always ? NONE : to);
        }

        int begin(int row) {
            return starts.at(row);
        }

        int other(int entry) {
            return others.at(entry);
        }

        boolean isPlain() {
            return starts.arePlaces() && from.length == 0;
        }

        IntStream days() {
            return IntStream.range(0, from.length).flatMap(it -> IntStream.of(from[it], to[it] + 1));
        }

        boolean holds(int entry, int day) {
            return from.length == 0 || from[entry] <= day && day <= to[entry];
        }

        int from(int entry) {
            return from.length == 0 ? Integer.MIN_VALUE : from[entry];
        }

        int to(int entry) {
            return to.length == 0 ? Integer.MAX_VALUE : to[entry];
        }

        long bytes() {
            return starts.bytes() + others.bytes() + 4L * (from.length + to.length);
        }
    }

    /** Gathers bonds, row after row. */
    public static final class Collector {

        private int[][] entries = {new int[64], new int[64], new int[64], new int[64]};
        private int size;

        public void add(int source, int target, int from, int to) {
            if (size == entries[0].length) {
                for (int i = 0; i < entries.length; i++) {
                    entries[i] = Arrays.copyOf(entries[i], size * 2);
                }
            }
            entries[0][size] = source;
            entries[1][size] = target;
            entries[2][size] = from;
            entries[3][size] = to;
            size++;
        }

        /** Days before the first and after the last are never asked about. */
        public Links sorted(int sources, int targets, int firstDay, int lastDay) {
            return new Links(by(0, 1, sources, firstDay, lastDay), by(1, 0, targets, firstDay, lastDay));
        }

        /** Sorted by one end, keeping the order in which bonds of one row came. */
        private End by(int key, int other, int rows, int firstDay, int lastDay) {
            var start = new int[rows + 1];
            for (int i = 0; i < size; i++) {
                start[entries[key][i] + 1]++;
            }
            for (int k = 1; k < start.length; k++) {
                start[k] += start[k - 1];
            }
            var at = start.clone();
            var sorted = new int[3][size];
            for (int i = 0; i < size; i++) {
                int place = at[entries[key][i]]++;
                sorted[0][place] = entries[other][i];
                sorted[1][place] = entries[2][i];
                sorted[2][place] = entries[3][i];
            }
            return End.of(start, sorted[0], sorted[1], sorted[2], firstDay, lastDay);
        }
    }
}
