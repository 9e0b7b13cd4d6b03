package org.ansinh.app.payments.web;

import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.pages.NumberEntry;

/** A person or household as addresses name them: p12 or h7. */
record SubjectWord(boolean household, int id) {

    static SubjectWord read(String word) {
        return NumberEntry.whole(word.isEmpty() ? "" : word.substring(1))
                .filter(it -> it > 0 && it <= Integer.MAX_VALUE)
                .filter(it -> word.startsWith("p") || word.startsWith("h"))
                .map(it -> new SubjectWord(word.startsWith("h"), Math.toIntExact(it)))
                .orElseThrow(() -> new NotUnderstood("subject", word));
    }

    static String of(boolean household, int id) {
        return (household ? "h" : "p") + id;
    }
}
