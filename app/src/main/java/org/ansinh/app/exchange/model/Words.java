package org.ansinh.app.exchange.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words compared without marks, case and punctuation: "Họ và tên:" is "ho va ten". */
public final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    public static String folded(String text) {
        var open = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
        return BETWEEN.matcher(open).replaceAll(" ").strip();
    }
}
