package org.ansinh.rules.kernels;

import org.ansinh.rules.determination.Anniversary;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Unit;

/**
 * From which value on a number in a column is enough. A bound is the same for everybody on a day; that is what makes an age
 * as cheap as any other fact. {@code common} names a common value by its place in the plan.
 */
sealed interface Bound permits Bound.Multiple, Bound.TooLate, Bound.Complete, Bound.OnDay, Turning {

    /** Enough for every value, and for none. */
    long ALWAYS = Long.MIN_VALUE;

    long NEVER = Long.MAX_VALUE;

    long on(int day, long[] common);

    /** The least value whose multiple is at least (or, if {@code above}, more than) a common number. */
    record Multiple(int common, long factor, boolean above) implements Bound {
        @Override
        public long on(int day, long[] values) {
            long than = values[common];
            if (than == Form.UNKNOWN) {
                return NEVER;
            }
            return above ? Math.floorDiv(than, factor) + 1 : Math.ceilDiv(than, factor);
        }
    }

    /**
     * The first day too late for so many units to have passed since by some day ({@code until}, or the day itself when it
     * is negative).
     */
    record TooLate(Unit unit, int count, int more, int until) implements Bound {

        private static final int FIRST = -720_000;

        @Override
        public long on(int day, long[] values) {
            long end = until < 0 ? day : values[until];
            if (end == Form.UNKNOWN || values[count] == Form.UNKNOWN) {
                return NEVER;
            }
            long units = values[count] + more;
            if (unit == Unit.DAYS) {
                return end - units + 1;
            }
            int low = FIRST;
            int high = FactBook.FOREVER;
            while (low <= high) {
                int middle = (low + high) >> 1;
                if (Anniversary.of(middle, units, unit) <= end) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }
    }

    /** The day on which so many units since a common day are complete. */
    record Complete(Unit unit, int count, int more, int since) implements Bound {
        @Override
        public long on(int day, long[] values) {
            if (values[since] == Form.UNKNOWN || values[count] == Form.UNKNOWN) {
                return NEVER;
            }
            return unit == Unit.DAYS
                    ? values[since] + values[count] + more
                    : Anniversary.of(values[since], values[count] + more, unit);
        }
    }

    /** So many days after the day itself. */
    record OnDay(int after) implements Bound {
        @Override
        public long on(int day, long[] values) {
            return (long) day + after;
        }
    }
}
