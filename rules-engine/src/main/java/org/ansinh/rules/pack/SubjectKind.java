package org.ansinh.rules.pack;

import java.util.Locale;

/** Whom or what a fact is about. */
public enum SubjectKind {
    PERSON,
    HOUSEHOLD,
    VILLAGE;

    /** As it is written in a file: {@code person}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
