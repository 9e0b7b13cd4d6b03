package org.ansinh.province;

import java.time.LocalDate;
import java.util.List;

/**
 * Personal numbers that agree with sex, century and year and never repeat in the province: every commune has its own stretch of the
 * last six digits, and the digits are then stirred so that they do not look counted.
 */
final class NumberIssuer {

    private static final int SIX_DIGITS = 1_000_000;
    private static final long SEVEN_DIGITS = 10_000_000L;
    private static final List<String> ELSEWHERE = List.of("006", "020", "002", "019", "001", "024", "008", "038");

    private final int first;
    private final int end;
    private final int[] used = new int[600];
    private int oldUsed;

    /** The stretch is given in parts of the whole province. */
    NumberIssuer(long peopleBefore, long people, long everybody) {
        first = (int) (peopleBefore * SIX_DIGITS / everybody);
        end = (int) ((peopleBefore + people) * SIX_DIGITS / everybody);
    }

    /** Twelve digits, or nothing where the stretch of a very large province is used up. */
    String personalNumber(Sex sex, LocalDate born, boolean bornHere, Dice dice) {
        int century = 2 * (born.getYear() / 100 - 19) + (sex == Sex.FEMALE ? 1 : 0);
        int year = born.getYear() % 100;
        int cell = century * 100 + year;
        int serial = first + used[cell]++;
        if (serial >= end) {
            return "";
        }
        long stirred = (serial * 618_033L + cell * 7_919L) % SIX_DIGITS;
        var digits = new StringBuilder(12);
        digits.append(bornHere ? "004" : dice.oneOf(ELSEWHERE)).append(century);
        appendPadded(digits, year, 2);
        appendPadded(digits, stirred, 6);
        return digits.toString();
    }

    /** Nine digits as issued in Cao Bằng before 2021. */
    String oldNumber() {
        long serial = first * 10L + oldUsed++;
        if (serial >= end * 10L) {
            return "";
        }
        var digits = new StringBuilder(9).append("08");
        appendPadded(digits, serial * 6_180_339L % SEVEN_DIGITS, 7);
        return digits.toString();
    }

    static void appendPadded(StringBuilder to, long number, int width) {
        var text = Long.toString(number);
        for (int i = text.length(); i < width; i++) {
            to.append('0');
        }
        to.append(text);
    }
}
