package org.ansinh.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A legal document. */
public record Instrument(
        String number,
        Kind kind,
        Text title,
        Text issuer,
        LocalDate signed,
        LocalDate inForce,
        List<String> repeals,
        Certainty certainty,
        String source,
        Optional<String> note) {

    /** What sort of document it is. */
    public enum Kind {
        LAW,
        ORDINANCE,
        RESOLUTION,
        DECREE,
        DECISION,
        CIRCULAR,
        JOINT_CIRCULAR
    }
}
