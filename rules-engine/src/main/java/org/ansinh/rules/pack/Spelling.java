package org.ansinh.rules.pack;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name somebody probably meant. */
public final class Spelling {

    private Spelling() {}

    /** {@code "; did you mean person.disability?"}, or nothing when no name is near. */
    public static String suggestion(String written, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String it) -> distance(written, it))
                        .thenComparing(it -> it))
                .filter(it -> distance(written, it) <= Math.max(2, written.length() / 3))
                .map("; did you mean %s?"::formatted)
                .orElse("");
    }

    static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
