package org.ansinh.rules.determination;

import org.ansinh.rules.language.Form;

/** The three answers of the law. */
public enum Answer {
    NOT_MET("not_met"),
    MET("met"),
    UNDETERMINED("undetermined");

    private final String word;

    Answer(String word) {
        this.word = word;
    }

    /** What a yes or no, or a value that is not known, answers. */
    static Answer of(long value) {
        return value == Form.UNKNOWN ? UNDETERMINED : value == 1 ? MET : NOT_MET;
    }

    /** As it is written in a case: {@code not_met}. */
    public String word() {
        return word;
    }
}
