package org.ansinh.rules.columns;

import java.util.Arrays;

/** What changes in a column after the population's first day, in the order of days; {@code Form.UNKNOWN} stands for a value that ends. */
public record Changes(int[] days, int[] rows, long[] values) {

    public static final Changes NONE = new Changes(new int[0], new int[0], new long[0]);

    public int size() {
        return days.length;
    }

    /** The changes after a day through another. */
    Changes between(int first, int last) {
        int begin = after(first);
        int end = after(last);
        return begin == end
                ? NONE
                : new Changes(
                        Arrays.copyOfRange(days, begin, end),
                        Arrays.copyOfRange(rows, begin, end),
                        Arrays.copyOfRange(values, begin, end));
    }

    /** The first change after a day. */
    public int after(int day) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
