package org.ansinh.app.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Amounts in words, as Vietnamese papers about money carry them: 540.000 is “Năm trăm bốn mươi nghìn đồng”. */
public final class DongInWords {

    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final List<String> GROUPS = List.of("", "nghìn", "triệu", "tỷ");
    private static final int GROUP = 1000;

    private DongInWords() {}

    public static String of(long dong) {
        if (dong < 0 || dong >= 1_000_000_000_000L) {
            throw new IllegalArgumentException("No paper carries %d đồng.".formatted(dong));
        }
        var words = new ArrayList<String>();
        boolean begun = false;
        for (int group = GROUPS.size() - 1; group >= 0; group--) {
            int three = (int) (dong / power(group) % GROUP);
            if (three > 0) {
                hundreds(three, begun, words);
                if (group > 0) {
                    words.add(GROUPS.get(group));
                }
                begun = true;
            }
        }
        if (words.isEmpty()) {
            words.add(DIGITS.getFirst());
        }
        words.add("đồng");
        var text = String.join(" ", words);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static long power(int group) {
        long power = 1;
        for (int i = 0; i < group; i++) {
            power *= GROUP;
        }
        return power;
    }

    /** @param whole something stands before, so that an empty place is read: “không trăm linh năm” */
    private static void hundreds(int three, boolean whole, List<String> words) {
        int hundred = three / 100;
        int ten = three / 10 % 10;
        int one = three % 10;
        if (hundred > 0 || whole) {
            words.add(DIGITS.get(hundred));
            words.add("trăm");
        }
        if (ten == 1) {
            words.add("mười");
        } else if (ten > 1) {
            words.add(DIGITS.get(ten));
            words.add("mươi");
        } else if (one > 0 && (hundred > 0 || whole)) {
            words.add("linh");
        }
        if (one > 0) {
            words.add(digit(one, ten));
        }
    }

    private static String digit(int one, int ten) {
        if (one == 1 && ten > 1) {
            return "mốt";
        }
        return one == 5 && ten > 0 ? "lăm" : DIGITS.get(one);
    }
}
