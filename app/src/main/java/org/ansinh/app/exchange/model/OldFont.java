package org.ansinh.app.exchange.model;

import java.util.List;
import java.util.Optional;

/**
 * Letters of fonts from before Unicode (.VnTime, VNI-Times): "Nguyễn Văn" stored as "NguyÔn V¨n". They look right in their font and are nonsense
 * everywhere else.
 */
enum OldFont {
    TCVN3("tcvn3"),
    VNI("vni");

    private static final String TCVN3_SIGNS = "¨©ª«¬®µ¶·¸¹¼½¾ÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþ§¡¢£¤¥¦";

    /** A table in such a font has the sign in nearly every name; a stray one is a slip of the keyboard. */
    private static final int ENOUGH = 2;

    private static final String VNI_PAIRS = "aâeêoôuAÂEÊOÔUöôyÖÔY";
    private static final String VNI_MARKS = "ùøûõïáàåãäéèúüëÙØÛÕÏÁÀÅÃÄÉÈÚÜË";

    private final String key;

    OldFont(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static Optional<OldFont> of(String text) {
        if (vniPairs(text) >= ENOUGH) {
            return Optional.of(VNI);
        }
        return tcvn3Signs(text) >= ENOUGH ? Optional.of(TCVN3) : Optional.empty();
    }

    /** The font of a whole table: several cells of its first rows show it. */
    static Optional<OldFont> among(List<String> cells) {
        var all = String.join(" ", cells);
        long suspect =
                cells.stream().filter(it -> tcvn3Signs(it) + vniPairs(it) > 0).count();
        return suspect > ENOUGH ? of(all) : Optional.empty();
    }

    private static int tcvn3Signs(String text) {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            if (TCVN3_SIGNS.indexOf(text.charAt(i)) >= 0 && touchesLetter(text, i)) {
                found++;
            }
        }
        return found;
    }

    private static boolean touchesLetter(String text, int at) {
        return at > 0 && isLatin(text.charAt(at - 1)) || at + 1 < text.length() && isLatin(text.charAt(at + 1));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** VNI writes a tone as a letter of its own after the vowel: two vowels in a row that Vietnamese never joins. */
    private static int vniPairs(String text) {
        int found = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            if (VNI_PAIRS.indexOf(text.charAt(i)) >= 0
                    && VNI_MARKS.indexOf(text.charAt(i + 1)) >= 0
                    && !isPlainPair(text.charAt(i), text.charAt(i + 1))) {
                found++;
            }
        }
        return found;
    }

    /** Written in Unicode too: Hoà, Quá, Khoẻ. */
    private static boolean isPlainPair(char vowel, char mark) {
        return "oOuU".indexOf(vowel) >= 0 && "áàãéèÁÀÃÉÈ".indexOf(mark) >= 0;
    }
}
