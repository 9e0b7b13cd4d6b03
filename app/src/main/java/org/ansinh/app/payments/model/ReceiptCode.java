package org.ansinh.app.payments.model;

import java.util.Locale;
import java.util.Optional;

/** A receipt code as people type it: small letters, blanks and what is easily misread are put right; a slip of the finger is told from a code that nobody has. */
public final class ReceiptCode {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    private ReceiptCode() {}

    /** Empty where it cannot be one: a sign too many, or wrong, or two that changed places. */
    public static Optional<String> read(String typed) {
        var code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s.–-]", "")
                .replace('O', '0')
                .replace('Q', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (code.length() != LENGTH) {
            return Optional.empty();
        }
        int total = 0;
        for (int place = 0; place < LENGTH; place++) {
            int sign = SIGNS.indexOf(code.charAt(place));
            if (sign < 0) {
                return Optional.empty();
            }
            total += (place + 1) * sign;
        }
        return total % SIGNS.length() == 0 ? Optional.of(code) : Optional.empty();
    }

    /** As papers carry it: 4K7M-29XD-A0PW. */
    public static String written(String code) {
        return code.length() == LENGTH
                ? code.substring(0, GROUP) + "-" + code.substring(GROUP, 2 * GROUP) + "-" + code.substring(2 * GROUP)
                : code;
    }
}
