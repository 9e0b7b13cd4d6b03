package org.ansinh.rules.pack;

/** Whom or what a fact is about. */
public enum SubjectKind {
    PERSON("person"),
    HOUSEHOLD("household"),
    VILLAGE("village");

    private final String word;

    SubjectKind(String word) {
        this.word = word;
    }

    /** As it is written in a file: {@code person}. */
    public String word() {
        return word;
    }
}
