package org.ansinh.rules.determination;

import java.util.Locale;

/** The three answers of the law. */
public enum Answer {
    NOT_MET,
    MET,
    UNDETERMINED;

    /** As it is written in a case: {@code not_met}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
