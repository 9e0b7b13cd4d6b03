package org.ansinh.app.pages;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers and amounts of đồng as people in offices write them: 500.000, 1 234 567 đ, 1,5. What could be two numbers is none: 1.5 is not 15, and
 * 500.00.0 is a slip.
 */
public final class NumberEntry {

    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:(?:\\.\\d{3})+|(?:,\\d{3})+|(?: \\d{3})+)");
    private static final Pattern UNIT = Pattern.compile("(?iu)\\s*(đồng|dong|vnđ|vnd|đ|₫)\\s*$");
    private static final int MOST_DIGITS = 15;
    private static final Pattern GROUP_MARKS = Pattern.compile("[., ]");
    private static final Pattern ZERO_DECIMALS = Pattern.compile("(-?\\d+)[.,]0+");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1," + MOST_DIGITS + "}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d+)?");

    private NumberEntry() {}

    /** A whole number; empty where it is none. */
    public static Optional<Long> whole(String written) {
        if (isDigits(written)) {
            return Optional.of(Long.parseLong(written));
        }
        var text = plain(written);
        if (GROUPED.matcher(text).matches()) {
            text = GROUP_MARKS.matcher(text).replaceAll("");
        }
        var zeros = ZERO_DECIMALS.matcher(text);
        if (zeros.matches()) {
            text = zeros.group(1);
        }
        return WHOLE.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** As most cells of a file are written; the rest take the long way. */
    private static boolean isDigits(String written) {
        return !written.isEmpty()
                && written.length() <= MOST_DIGITS
                && written.chars().allMatch(it -> it >= '0' && it <= '9');
    }

    /** A decimal times 1000, as facts carry it; empty where it is none or finer than that. */
    public static Optional<Long> thousandths(String written) {
        var text = plain(written).replace(',', '.');
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        var value = new BigDecimal(text).movePointRight(3).stripTrailingZeros();
        return value.scale() > 0 ? Optional.empty() : Optional.of(value.longValueExact());
    }

    private static String plain(String written) {
        return UNIT.matcher(
                        written.replace('\u00A0', ' ').replace('\u202F', ' ').replace('−', '-'))
                .replaceAll("")
                .strip();
    }
}
