package org.ansinh.rules.columns;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ansinh.rules.language.Form;
import org.jspecify.annotations.Nullable;

/** Takes the values of one column, row after row, and cuts them into planes. */
final class ColumnCollector implements Source.Pieces {

    private final boolean isNumber;
    private final long whenAbsent;
    private final int firstDay;
    private final int rows;
    private long @Nullable [] values;
    private final long[] everybody;
    private int row;
    private int changeCount;
    private int[][] changeAt = {new int[16], new int[16]};
    private long[] changeTo = new long[16];

    /** {@code everybody} is the plane of all rows: columns that say something of each share it. */
    ColumnCollector(ColumnKey key, int rows, long[] everybody, int firstDay) {
        this.firstDay = firstDay;
        this.everybody = everybody;
        this.rows = rows;
        if (key instanceof ColumnKey.OfFact fact) {
            this.isNumber = fact.isNumber();
            this.whenAbsent = fact.keepsStated()
                    ? Form.UNKNOWN
                    : fact.fact().whenAbsent().value().orElse(Form.UNKNOWN);
        } else {
            this.isNumber = false;
            this.whenAbsent = 0;
        }
    }

    void row(int next) {
        row = next;
    }

    @Override
    public void from(int day, long value) {
        long taken = value == Form.UNKNOWN ? whenAbsent : value;
        if (day <= firstDay) {
            if (values != null || taken != whenAbsent) {
                values()[row] = taken;
            }
            return;
        }
        if (changeCount == changeTo.length) {
            changeAt = new int[][] {
                Arrays.copyOf(changeAt[0], changeCount * 2), Arrays.copyOf(changeAt[1], changeCount * 2)
            };
            changeTo = Arrays.copyOf(changeTo, changeCount * 2);
        }
        changeAt[0][changeCount] = day;
        changeAt[1][changeCount] = row;
        changeTo[changeCount++] = taken;
    }

    /** Of a column of which nothing is said, no row needs a place. */
    private long[] values() {
        var known = values;
        if (known == null) {
            known = new long[rows];
            Arrays.fill(known, whenAbsent);
            values = known;
        }
        return known;
    }

    Column column() {
        boolean saysNothing = values == null && changeCount == 0;
        if (saysNothing && whenAbsent == Form.UNKNOWN) {
            return new Column(0, new long[Planes.words(rows)], new long[0][], Changes.NONE);
        }
        if (saysNothing && whenAbsent == 0) {
            return new Column(0, everybody, new long[0][], Changes.NONE);
        }
        return column(values());
    }

    private Column column(long[] values) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long value : values) {
            least = value == Form.UNKNOWN ? least : Math.min(least, value);
            most = Math.max(most, value);
        }
        for (int i = 0; i < changeCount; i++) {
            least = changeTo[i] == Form.UNKNOWN ? least : Math.min(least, changeTo[i]);
            most = Math.max(most, changeTo[i]);
        }
        // Bits of conditions and enumerations mean what they are; only numbers are counted from the smallest.
        least = isNumber && least != Long.MAX_VALUE ? least : 0;
        int width = most == Long.MIN_VALUE ? 0 : Long.SIZE - Long.numberOfLeadingZeros(most - least);
        return new Column(least, stated(values), bits(values, least, width), changes());
    }

    private long[] stated(long[] values) {
        var stated = new long[Planes.words(values.length)];
        for (int r = 0; r < values.length; r++) {
            if (values[r] != Form.UNKNOWN) {
                Planes.set(stated, r);
            }
        }
        return Arrays.equals(stated, everybody) ? everybody : stated;
    }

    private long[][] bits(long[] values, long least, int width) {
        var bits = new long[width][Planes.words(values.length)];
        for (int r = 0; r < values.length; r++) {
            long rest = values[r] == Form.UNKNOWN ? 0 : values[r] - least;
            while (rest != 0) {
                Planes.set(bits[Long.numberOfTrailingZeros(rest)], r);
                rest &= rest - 1;
            }
        }
        return bits;
    }

    private Changes changes() {
        if (changeCount == 0) {
            return Changes.NONE;
        }
        var order = IntStream.range(0, changeCount)
                .boxed()
                .sorted((a, b) -> Integer.compare(changeAt[0][a], changeAt[0][b]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Changes(
                IntStream.of(order).map(i -> changeAt[0][i]).toArray(),
                IntStream.of(order).map(i -> changeAt[1][i]).toArray(),
                IntStream.of(order).mapToLong(i -> changeTo[i]).toArray());
    }
}
