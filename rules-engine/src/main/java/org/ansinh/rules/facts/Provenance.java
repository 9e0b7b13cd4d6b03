package org.ansinh.rules.facts;

import java.time.Instant;
import java.util.Optional;

/** Who says so: the source in words, the recording that brought it (0 when there is none) and when it was known. */
public record Provenance(String source, long recording, Optional<Instant> knownAt) {

    public static final Provenance UNSTATED = new Provenance("", 0, Optional.empty());

    public static Provenance of(String source, long recording) {
        return new Provenance(source, recording, Optional.empty());
    }
}
