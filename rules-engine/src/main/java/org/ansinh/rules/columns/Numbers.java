package org.ansinh.rules.columns;

/** Whole numbers by their place, in as little room as they need: none where each is one more than the one before. */
final class Numbers {

    private static final int[] NONE = {};
    private static final char[] NOTHING = {};

    private final int count;
    private final int first;
    private final char[] small;
    private final int[] large;

    private Numbers(int count, int first, char[] small, int[] large) {
        this.count = count;
        this.first = first;
        this.small = small;
        this.large = large;
    }

    static Numbers of(int[] values) {
        if (areInARow(values)) {
            return new Numbers(values.length, values.length == 0 ? 0 : values[0], NOTHING, NONE);
        }
        var small = new char[values.length];
        for (int i = 0; i < values.length; i++) {
            small[i] = (char) values[i];
            if (small[i] != values[i]) {
                return new Numbers(values.length, 0, NOTHING, values);
            }
        }
        return new Numbers(values.length, 0, small, NONE);
    }

    private static boolean areInARow(int[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != values[0] + i) {
                return false;
            }
        }
        return true;
    }

    int count() {
        return count;
    }

    int at(int place) {
        if (small.length != 0) {
            return small[place];
        }
        return large.length != 0 ? large[place] : first + place;
    }

    /** Whether each number is its own place. */
    boolean arePlaces() {
        return first == 0 && small.length == 0 && large.length == 0;
    }

    long bytes() {
        return 2L * small.length + 4L * large.length;
    }
}
