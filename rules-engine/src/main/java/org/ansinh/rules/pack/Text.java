package org.ansinh.rules.pack;

/** The same words in both languages of the house. */
public record Text(String vi, String en) {

    public String in(Language language) {
        return language == Language.VI ? vi : en;
    }
}
