package org.ansinh.rules.pack;

import java.util.List;
import org.ansinh.timeline.DateRange;

/** Programmes of which one subject, or one household with its members, may receive only one at a time. */
public record Exclusive(
        String id,
        List<String> programmes,
        Keep keep,
        Per per,
        DateRange days,
        Basis basis,
        Certainty certainty,
        Place place) {

    /** Which one is kept: the higher amount, or the first that is met in the order of the rule, whatever its amount. */
    public enum Keep {
        HIGHER,
        FIRST
    }

    /** Among whose programmes: those of each subject, or those of a household and everybody in it. */
    public enum Per {
        SUBJECT,
        HOUSEHOLD
    }
}
