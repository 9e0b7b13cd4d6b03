package org.ansinh.app.registry.work;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One name written in two ways: capitals, spaces, and on which vowel the tone stands (Hòa, Hoà). Another tone is another name. */
final class SameName {

    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern LETTERS = Pattern.compile("[^\\u0300\\u0301\\u0303\\u0309\\u0323]");

    private SameName() {}

    static boolean of(String one, String other) {
        return sign(one).equals(sign(other));
    }

    private static String sign(String name) {
        var small = Normalizer.normalize(name.strip().toLowerCase(Locale.of("vi")), Normalizer.Form.NFD);
        return Arrays.stream(small.split("[\\s\\u00A0]+"))
                .map(it ->
                        TONES.matcher(it).replaceAll("") + LETTERS.matcher(it).replaceAll(""))
                .collect(Collectors.joining(" "));
    }
}
