package org.ansinh.rules.columns;

import java.util.Arrays;

/** Bits of many rows: row {@code r} is bit {@code r & 63} of word {@code r >> 6}. */
public final class Planes {

    private Planes() {}

    public static int words(int rows) {
        return (rows + 63) >>> 6;
    }

    public static boolean get(long[] plane, int row) {
        return (plane[row >> 6] >>> row & 1) != 0;
    }

    public static void set(long[] plane, int row) {
        plane[row >> 6] |= 1L << row;
    }

    public static void clear(long[] plane, int row) {
        plane[row >> 6] &= ~(1L << row);
    }

    public static void put(long[] plane, int row, long bit) {
        long one = 1L << row;
        plane[row >> 6] = bit != 0 ? plane[row >> 6] | one : plane[row >> 6] & ~one;
    }

    /** Ones for every row that exists, zeros behind the last. */
    public static void fill(long[] plane, int rows) {
        Arrays.fill(plane, 0, words(rows), -1L);
        if ((rows & 63) != 0) {
            plane[rows >> 6] = (1L << rows) - 1;
        }
    }

    public static boolean isEmpty(long[] plane, int words) {
        long any = 0;
        for (int w = 0; w < words; w++) {
            any |= plane[w];
        }
        return any == 0;
    }

    public static int count(long[] plane, int words) {
        int count = 0;
        for (int w = 0; w < words; w++) {
            count += Long.bitCount(plane[w]);
        }
        return count;
    }
}
