package org.ansinh.rules.columns;

import org.ansinh.rules.language.Form;

/**
 * The values of one column in one block, cut into bit planes: bit {@code k} of every row's value lies in plane {@code k}.
 * Values are kept as their distance from the smallest, so a birth day takes some sixteen bits.
 */
public final class Column {

    private final long least;
    private final long[] stated;
    private final long[][] bits;
    private final Changes changes;

    public Column(long least, long[] stated, long[][] bits, Changes changes) {
        this.least = least;
        this.stated = stated;
        this.bits = bits;
        this.changes = changes;
    }

    public long least() {
        return least;
    }

    public int width() {
        return bits.length;
    }

    public long[] bits(int plane) {
        return bits[plane];
    }

    /** Rows of which a value was said (or whose absence means one, where that is not told apart). */
    public long[] stated() {
        return stated;
    }

    public Changes changes() {
        return changes;
    }

    /** The value of a row, or {@link Form#UNKNOWN} where none was said. */
    public long value(int row) {
        if (!Planes.get(stated, row)) {
            return Form.UNKNOWN;
        }
        long value = 0;
        for (int k = 0; k < bits.length; k++) {
            value |= (bits[k][row >> 6] >>> row & 1) << k;
        }
        return least + value;
    }

    /** A copy that may be changed while the days pass. */
    public Column moving() {
        var copied = new long[bits.length][];
        for (int k = 0; k < bits.length; k++) {
            copied[k] = bits[k].clone();
        }
        return new Column(least, stated.clone(), copied, changes);
    }

    /** The same values, of which only some changes are spoken. */
    Column with(Changes some) {
        return new Column(least, stated, bits, some);
    }

    /** Puts a value in place; only on a copy made by {@link #moving}. */
    public void put(int row, long value) {
        Planes.put(stated, row, value == Form.UNKNOWN ? 0 : 1);
        long distance = value == Form.UNKNOWN ? 0 : value - least;
        for (int k = 0; k < bits.length; k++) {
            Planes.put(bits[k], row, distance >>> k & 1);
        }
    }
}
