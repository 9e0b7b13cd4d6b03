package org.ansinh.rules.determination;

/** The three answers of the law. */
public enum Answer {
    NOT_MET("not_met"),
    MET("met"),
    UNDETERMINED("undetermined");

    private final String word;

    Answer(String word) {
        this.word = word;
    }

    /** As it is written in a case: {@code not_met}. */
    public String word() {
        return word;
    }
}
