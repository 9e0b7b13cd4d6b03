package org.ansinh.app.registry.model;

import java.text.Normalizer;

/** What may stand in a text of the register: whole characters, composed, on one line, of a sensible length. */
public sealed interface CleanText {

    record Clean(String text) implements CleanText {}

    /** @param why the key of the reason */
    record Unusable(String why, String detail) implements CleanText {}

    static CleanText of(String raw, int mostCharacters) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1))) {
                i++;
                continue;
            }
            if (Character.isSurrogate(c)) {
                return new Unusable("text_broken", "U+%04X".formatted((int) c));
            }
            if (Character.isISOControl(c) || isInvisibleOrder(c)) {
                return new Unusable("text_control_character", "U+%04X".formatted((int) c));
            }
        }
        var composed = Normalizer.normalize(raw, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        if (composed.codePointCount(0, composed.length()) > mostCharacters) {
            return new Unusable("text_too_long", Integer.toString(mostCharacters));
        }
        return new Clean(composed);
    }

    /** Marks that turn the direction of what follows can make a name read as another one. */
    private static boolean isInvisibleOrder(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069') || c == '\uFFFE' || c == '\uFFFF';
    }
}
