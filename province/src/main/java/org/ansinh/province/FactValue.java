package org.ansinh.province;

import java.time.LocalDate;

/** The value of a fact: a number (also yes as 1, no as 0, and đồng), a day, or the id of an enumeration's value. */
public sealed interface FactValue {

    record Whole(long value) implements FactValue {}

    record Day(LocalDate value) implements FactValue {}

    record Words(String value) implements FactValue {}

    FactValue YES = new Whole(1);
    FactValue NO = new Whole(0);

    static FactValue words(String id) {
        return new Words(id);
    }
}
