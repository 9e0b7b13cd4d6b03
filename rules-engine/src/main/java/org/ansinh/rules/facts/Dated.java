package org.ansinh.rules.facts;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values over days for many keys, in flat columns: the entries of key {@code k} are {@code start[k]} to
 * {@code start[k + 1] - 1}, sorted by first day. Days are epoch days, so that a province fits in memory and a look-up
 * makes no object.
 */
final class Dated {

    private final int[] start;
    private final int[] from;
    private final int[] to;
    private final long[] value;
    private final @Nullable Provenance[] provenance;

    private Dated(int[] start, int size, boolean withProvenance) {
        this.start = start;
        this.from = new int[size];
        this.to = new int[size];
        this.value = new long[size];
        this.provenance = new @Nullable Provenance[withProvenance ? size : 0];
    }

    int begin(int key) {
        return start[key];
    }

    int end(int key) {
        return start[key + 1];
    }

    int from(int entry) {
        return from[entry];
    }

    int to(int entry) {
        return to[entry];
    }

    long value(int entry) {
        return value[entry];
    }

    Provenance provenance(int entry) {
        var known = provenance.length == 0 ? null : provenance[entry];
        return known == null ? Provenance.UNSTATED : known;
    }

    /** The entry that holds on a day, or the bitwise complement of the next one (of the end, when none follows). */
    int find(int key, int day) {
        int end = start[key + 1];
        for (int i = start[key]; i < end; i++) {
            if (day <= to[i]) {
                return day >= from[i] ? i : ~i;
            }
        }
        return ~end;
    }

    /** Of keys that count through so many things of each subject: which of these have an entry of anybody. */
    boolean[] used(int subjects, int things) {
        var used = new boolean[things];
        for (int subject = 0, key = 0; subject < subjects; subject++) {
            for (int thing = 0; thing < things; thing++, key++) {
                used[thing] |= start[key] != start[key + 1];
            }
        }
        return used;
    }

    /** Of keys that count through so many things of each subject: those of which the one at a place has an entry. */
    void each(int place, int things, IntConsumer thing) {
        int key = place * things;
        for (int i = 0; i < things; i++, key++) {
            if (start[key] != start[key + 1]) {
                thing.accept(i);
            }
        }
    }

    /** Collects entries in any order. */
    static final class Collector {

        private static final int FIRST_ROOM = 32;
        private final int[] size = {0};
        private final boolean[] provenanceSeen = {false};
        private final int[][] ints = {new int[FIRST_ROOM], new int[FIRST_ROOM], new int[FIRST_ROOM]};
        private final long[][] values = {new long[FIRST_ROOM]};
        private final @Nullable Provenance[][] sources = {new @Nullable Provenance[FIRST_ROOM]};

        void add(int key, int from, int to, long value, Provenance provenance) {
            int n = size[0]++;
            if (n == values[0].length) {
                grow(n * 2);
            }
            ints[0][n] = key;
            ints[1][n] = from;
            ints[2][n] = to;
            values[0][n] = value;
            sources[0][n] = provenance;
            provenanceSeen[0] |= provenance != Provenance.UNSTATED;
        }

        private void grow(int room) {
            for (int i = 0; i < ints.length; i++) {
                ints[i] = Arrays.copyOf(ints[i], room);
            }
            values[0] = Arrays.copyOf(values[0], room);
            sources[0] = Arrays.copyOf(sources[0], room);
        }

        /** Sorts by key (counting), then by first day and value (insertion: runs are short). */
        Dated sorted(int keys) {
            int n = size[0];
            var start = new int[keys + 1];
            for (int i = 0; i < n; i++) {
                start[ints[0][i] + 1]++;
            }
            for (int k = 0; k < keys; k++) {
                start[k + 1] += start[k];
            }
            var dated = new Dated(start, n, provenanceSeen[0]);
            var filled = Arrays.copyOf(start, keys + 1);
            for (int i = 0; i < n; i++) {
                int key = ints[0][i];
                place(dated, i, start[key], filled[key]++);
            }
            return dated;
        }

        private void place(Dated dated, int entry, int begin, int end) {
            int at = end;
            while (at > begin && comesBefore(entry, dated, at - 1)) {
                dated.from[at] = dated.from[at - 1];
                dated.to[at] = dated.to[at - 1];
                dated.value[at] = dated.value[at - 1];
                if (dated.provenance.length > 0) {
                    dated.provenance[at] = dated.provenance[at - 1];
                }
                at--;
            }
            dated.from[at] = ints[1][entry];
            dated.to[at] = ints[2][entry];
            dated.value[at] = values[0][entry];
            if (dated.provenance.length > 0) {
                dated.provenance[at] = sources[0][entry];
            }
        }

        private boolean comesBefore(int entry, Dated dated, int at) {
            int mine = ints[1][entry];
            return mine < dated.from[at] || (mine == dated.from[at] && values[0][entry] < dated.value[at]);
        }
    }
}
