package org.ansinh.province;

import java.time.LocalDate;

/** A birth as papers state it: old people often know the year only, and then the day is the first of January. */
public record Birth(LocalDate day, Precision precision) {

    /** How much of the day the papers state. */
    public enum Precision {
        DAY("day"),
        YEAR("year");

        private final String id;

        Precision(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}
