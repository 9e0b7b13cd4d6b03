package org.ansinh.rules.facts;

import java.time.LocalDate;
import org.ansinh.timeline.DateRange;

/** A signed decision: the day it was signed and the days for which it is in force. */
public record Decision(LocalDate signed, DateRange inForce) {

    public static Decision signedOn(LocalDate day) {
        return new Decision(day, DateRange.startingOn(day));
    }
}
