package org.ansinh.rules.pack;

import java.util.Locale;

/**
 * How sure we are of what a file says. Whatever is not confirmed may be shown and simulated, never paid. An example is no
 * law at all: it shows how law would be written, and nobody can release it.
 */
public enum Certainty {
    CONFIRMED("đã đối chiếu", "confirmed"),
    SECONDARY("nguồn gián tiếp", "secondary"),
    DERIVED("suy ra", "derived"),
    FROM_MEMORY("theo trí nhớ", "from memory"),
    EXAMPLE("VÍ DỤ, không phải pháp luật", "EXAMPLE, not law");

    private final String vi;
    private final String en;

    Certainty(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    public boolean isUnverified() {
        return this != CONFIRMED;
    }

    /** Whether a named jurist may take responsibility for it, so that it is paid. */
    public boolean mayBeReleased() {
        return isUnverified() && this != EXAMPLE;
    }

    /** As it is written in a file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it. */
    public String word(Language language) {
        return language == Language.VI ? vi : en;
    }
}
