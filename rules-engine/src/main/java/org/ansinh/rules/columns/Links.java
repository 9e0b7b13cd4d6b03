package org.ansinh.rules.columns;

import java.util.Arrays;

/** Bonds from rows to rows of one block with their days, to be followed both ways. */
public final class Links {

    private final int[] start;
    private final int[] backStart;
    private final int[][] forth;
    private final int[][] back;

    private static final int OTHER = 0;
    private static final int FROM = 1;
    private static final int TO = 2;

    private Links(int[] start, int[][] forth, int[] backStart, int[][] back) {
        this.start = start;
        this.forth = forth;
        this.backStart = backStart;
        this.back = back;
    }

    public int begin(int row) {
        return start[row];
    }

    public int end(int row) {
        return start[row + 1];
    }

    public int target(int entry) {
        return forth[OTHER][entry];
    }

    public boolean holds(int entry, int day) {
        return forth[FROM][entry] <= day && day <= forth[TO][entry];
    }

    public int from(int entry) {
        return forth[FROM][entry];
    }

    public int to(int entry) {
        return forth[TO][entry];
    }

    public int backBegin(int target) {
        return backStart[target];
    }

    public int backEnd(int target) {
        return backStart[target + 1];
    }

    public int source(int backEntry) {
        return back[OTHER][backEntry];
    }

    public boolean holdsBack(int backEntry, int day) {
        return back[FROM][backEntry] <= day && day <= back[TO][backEntry];
    }

    /** The first bond of a row that holds on a day, in the order of days; or -1. */
    public int first(int row, int day) {
        for (int i = start[row]; i < start[row + 1]; i++) {
            if (day <= forth[TO][i]) {
                return day >= forth[FROM][i] ? forth[OTHER][i] : -1;
            }
        }
        return -1;
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

        public Links sorted(int sources, int targets) {
            var start = new int[sources + 1];
            var forth = by(0, 1, start);
            var backStart = new int[targets + 1];
            var back = by(1, 0, backStart);
            return new Links(start, forth, backStart, back);
        }

        /** Sorted by one end, keeping the order in which bonds of one row came. */
        private int[][] by(int key, int other, int[] start) {
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
                sorted[OTHER][place] = entries[other][i];
                sorted[FROM][place] = entries[2][i];
                sorted[TO][place] = entries[3][i];
            }
            return sorted;
        }
    }
}
