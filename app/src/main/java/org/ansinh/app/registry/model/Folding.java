package org.ansinh.app.registry.model;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How a name is written for searching: small letters without marks, đ as d, y as i, whatever order the marks were typed in. Used when a name is
 * stored and when words are searched, and nowhere computed by the database.
 */
public final class Folding {

    private Folding() {}

    public static String fold(String text) {
        var open = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(open.length());
        boolean space = false;
        for (int i = 0; i < open.length(); i++) {
            char letter = open.charAt(i);
            if (Character.getType(letter) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (!Character.isLetterOrDigit(letter)) {
                space = true;
                continue;
            }
            if (space && !folded.isEmpty()) {
                folded.append(' ');
            }
            space = false;
            folded.append(plain(letter));
        }
        return folded.toString();
    }

    private static char plain(char letter) {
        return switch (letter) {
            case 'đ', 'ð' -> 'd';
            case 'y' -> 'i';
            default -> letter;
        };
    }
}
