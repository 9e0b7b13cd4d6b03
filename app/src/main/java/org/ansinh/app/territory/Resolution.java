package org.ansinh.app.territory;

import java.util.List;

/** What a code or a name in a file or a form means on a day. */
public sealed interface Resolution {

    /** Exactly that unit existed on that day. */
    record Found(Commune commune) implements Resolution {}

    /** The words are those of a unit that no longer existed; its successor is meant, and whoever wrote them is told. */
    record Forwarded(Commune commune, Commune formerly) implements Resolution {}

    /** Several units are meant by these words on that day: only a district or a code can tell. */
    record Ambiguous(List<Commune> candidates) implements Resolution {}

    /** No unit ever had this code or name; those with the nearest names. */
    record Unknown(List<Commune> nearest) implements Resolution {}

    /** The unit did not exist yet on that day. */
    record NotYet(Commune commune) implements Resolution {}
}
