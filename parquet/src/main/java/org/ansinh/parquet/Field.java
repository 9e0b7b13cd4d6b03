package org.ansinh.parquet;

/** One column of a table: every row has a value. */
record Field(String name, Kind kind) {

    /** A whole number of 64 bits, a day, or text. */
    enum Kind {
        WHOLE(2, -1),
        DAY(1, 6),
        WORDS(6, 0);

        private final int physical;
        private final int converted;

        Kind(int physical, int converted) {
            this.physical = physical;
            this.converted = converted;
        }

        /** The number Parquet gives the way it is stored. */
        int physical() {
            return physical;
        }

        /** The number Parquet gives what is meant by it, or -1. */
        int converted() {
            return converted;
        }
    }

    static Field whole(String name) {
        return new Field(name, Kind.WHOLE);
    }

    static Field day(String name) {
        return new Field(name, Kind.DAY);
    }

    static Field words(String name) {
        return new Field(name, Kind.WORDS);
    }
}
