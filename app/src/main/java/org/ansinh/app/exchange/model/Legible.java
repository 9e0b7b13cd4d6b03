package org.ansinh.app.exchange.model;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in a cell that is read: whole characters on one line, of a sensible length; composed, so that one name is one name. */
public final class Legible {

    /** A source or a note is longer than a name; what is longer than this is no cell of a register. */
    private static final int MOST_CHARACTERS = 500;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

    private Legible() {}

    /**
     * Why a cell cannot be taken.
     *
     * @param why the key of the reason
     */
    public record Trouble(String why, String detail) {}

    public static String composed(String cell) {
        return isPlain(cell)
                ? cell
                : SPACES.matcher(Normalizer.normalize(cell, Normalizer.Form.NFC))
                        .replaceAll(" ")
                        .strip();
    }

    /** Numbers, codes and days, most of what a file holds, are composed already: signs of ASCII with single spaces between them. */
    private static boolean isPlain(String cell) {
        boolean space = true;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && space) {
                return false;
            }
            space = c == ' ';
        }
        return !space || cell.isEmpty();
    }

    public static Optional<Trouble> trouble(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < cell.length() && Character.isLowSurrogate(cell.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || c == '\uFFFD') {
                return Optional.of(new Trouble("text_broken", code(c)));
            } else if (Character.isISOControl(c) || turnsDirection(c)) {
                return Optional.of(new Trouble("text_control_character", code(c)));
            }
        }
        return cell.codePointCount(0, cell.length()) > MOST_CHARACTERS
                ? Optional.of(new Trouble("text_too_long", Integer.toString(MOST_CHARACTERS)))
                : Optional.empty();
    }

    /** As it can be shown and written into a file. */
    public static String shown(String cell) {
        var text = new StringBuilder();
        cell.codePoints()
                .limit(80)
                .forEach(it -> text.appendCodePoint(
                        Character.isISOControl(it)
                                        || it >= 0xD800 && it <= 0xDFFF
                                        || it < 0x10000 && turnsDirection((char) it)
                                ? 0xFFFD
                                : it));
        return cell.codePointCount(0, cell.length()) > 80 ? text.append('…').toString() : text.toString();
    }

    /** Marks that turn the direction of what follows can make a name read as another one. */
    private static boolean turnsDirection(char c) {
        return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069' || c == '\uFFFE' || c == '\uFFFF';
    }

    private static String code(char c) {
        return "U+%04X".formatted((int) c);
    }
}
