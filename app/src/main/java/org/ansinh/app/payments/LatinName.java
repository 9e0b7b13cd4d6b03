package org.ansinh.app.payments;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name as banks write the holder of an account: capitals without marks, nothing but letters, digits and single spaces. */
public final class LatinName {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^A-Z0-9]+");

    private LatinName() {}

    /** Empty where nothing of the name can be written so. */
    public static String of(String name, int most) {
        var capitals = name.toUpperCase(Locale.ROOT).replace('Đ', 'D').replace('Ð', 'D');
        var plain = OTHERS.matcher(MARKS.matcher(Normalizer.normalize(capitals, Normalizer.Form.NFD))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip();
        return plain.substring(0, Math.min(plain.length(), most)).strip();
    }
}
