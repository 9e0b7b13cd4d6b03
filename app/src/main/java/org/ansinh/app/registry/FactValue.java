package org.ansinh.app.registry;

import java.time.LocalDate;

/** The value of a fact: a number (yes is 1, no is 0; đồng; decimals times 1000), a day, or the id of an enumeration's value or a text. */
public sealed interface FactValue {

    record Whole(long value) implements FactValue {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    record Day(LocalDate value) implements FactValue {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    record Words(String value) implements FactValue {
        @Override
        public String toString() {
            return value;
        }
    }

    FactValue YES = new Whole(1);
    FactValue NO = new Whole(0);

    static FactValue whole(long value) {
        return new Whole(value);
    }

    static FactValue day(LocalDate value) {
        return new Day(value);
    }

    static FactValue words(String value) {
        return new Words(value);
    }
}
