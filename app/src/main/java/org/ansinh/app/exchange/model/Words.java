package org.ansinh.app.exchange.model;

import java.text.Normalizer;
import java.util.Locale;

/** Words compared without marks, case and punctuation: "Họ và tên:" is "ho va ten". */
public final class Words {

    private Words() {}

    public static String folded(String text) {
        var open = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
        return open.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
