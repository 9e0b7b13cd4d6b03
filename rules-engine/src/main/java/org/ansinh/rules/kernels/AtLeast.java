package org.ansinh.rules.kernels;

import java.util.Arrays;
import org.ansinh.rules.columns.Column;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.pack.SubjectKind;

/**
 * Finds who has at least some number in a column: bit after bit from the lowest, sixty-four people at once. Whoever has no
 * number has not.
 */
record AtLeast(SubjectKind table, int column, int bound, int slot) implements Stage {

    private static final int AT_ONCE = 8;

    @Override
    public Rests rests(LawPlan plan, Sources of) {
        return new Rests().on(of.column(column), of.bound(bound)).filling(slot);
    }

    @Override
    public void run(Workplace at) {
        var numbers = at.column(column);
        var result = at.slots()[slot];
        if (at.isPieced()) {
            eachRow(at, numbers, result);
        } else {
            whole(numbers, at.day().bound(bound), result, at);
        }
    }

    private void eachRow(Workplace at, Column numbers, long[] result) {
        for (int row = 0; row < at.rows(table); row++) {
            Planes.put(result, row, enough(numbers, row, at.dayOf(table, row).bound(bound)) ? 1 : 0);
        }
    }

    /** Whose number passes the bound, or the bound it, on some day while the bound moves between two values. */
    void passed(Workplace at, long least, long most, long[] into, long[] spare) {
        var numbers = at.column(column);
        whole(numbers, least, into, at);
        whole(numbers, most, spare, at);
        for (int w = 0; w < at.words(table); w++) {
            into[w] &= ~spare[w];
        }
    }

    private static boolean enough(Column numbers, int row, long bound) {
        return Planes.get(numbers.stated(), row) && numbers.value(row) >= bound;
    }

    private void whole(Column numbers, long bound, long[] result, Workplace at) {
        int words = at.words(table);
        if (bound == Bound.ALWAYS || bound <= numbers.least()) {
            System.arraycopy(numbers.stated(), 0, result, 0, words);
        } else if (bound == Bound.NEVER
                || numbers.width() < Long.SIZE - Long.numberOfLeadingZeros(bound - numbers.least())) {
            Arrays.fill(result, 0, words, 0);
        } else {
            fromLowest(numbers, bound - numbers.least(), result, at);
        }
    }

    /** {@code bits >= distance}, given that the distance is at least 1 and fits the width. */
    private void fromLowest(Column numbers, long distance, long[] result, Workplace at) {
        int words = at.words(table);
        var zero = at.zero();
        for (int k = 0; k < numbers.width(); k += AT_ONCE) {
            var into = result;
            eight(
                    bits(numbers, k, zero),
                    bits(numbers, k + 1, zero),
                    bits(numbers, k + 2, zero),
                    bits(numbers, k + 3, zero),
                    bits(numbers, k + 4, zero),
                    bits(numbers, k + 5, zero),
                    bits(numbers, k + 6, zero),
                    bits(numbers, k + 7, zero),
                    k == 0 ? at.one() : into,
                    into,
                    distance >>> k,
                    words);
        }
        and(result, numbers.stated(), words);
    }

    private static long[] bits(Column numbers, int k, long[] zero) {
        return k < numbers.width() ? numbers.bits(k) : zero;
    }

    private static void and(long[] into, long[] other, int words) {
        for (int w = 0; w < words; w++) {
            into[w] &= other[w];
        }
    }

    /** All ones where the wanted bit is 0: then a one suffices, otherwise it is needed. */
    private static long spare(long distance, int bit) {
        return (distance >>> bit & 1) - 1;
    }

    private static void eight(
            long[] a,
            long[] b,
            long[] c,
            long[] d,
            long[] e,
            long[] f,
            long[] g,
            long[] h,
            long[] before,
            long[] into,
            long distance,
            int words) {
        long sa = spare(distance, 0);
        long sb = spare(distance, 1);
        long sc = spare(distance, 2);
        long sd = spare(distance, 3);
        long se = spare(distance, 4);
        long sf = spare(distance, 5);
        long sg = spare(distance, 6);
        long sh = spare(distance, 7);
        for (int w = 0; w < words; w++) {
            long enough = before[w];
            enough = a[w] & enough | sa & (a[w] | enough);
            enough = b[w] & enough | sb & (b[w] | enough);
            enough = c[w] & enough | sc & (c[w] | enough);
            enough = d[w] & enough | sd & (d[w] | enough);
            enough = e[w] & enough | se & (e[w] | enough);
            enough = f[w] & enough | sf & (f[w] | enough);
            enough = g[w] & enough | sg & (g[w] | enough);
            into[w] = h[w] & enough | sh & (h[w] | enough);
        }
    }
}
