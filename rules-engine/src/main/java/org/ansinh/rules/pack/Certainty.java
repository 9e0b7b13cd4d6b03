package org.ansinh.rules.pack;

import java.util.Locale;

/** How sure we are of what a file says. Whatever is not confirmed may be shown and simulated, never paid. */
public enum Certainty {
    CONFIRMED,
    SECONDARY,
    DERIVED,
    FROM_MEMORY;

    public boolean isUnverified() {
        return this != CONFIRMED;
    }

    /** As it is written in a file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
