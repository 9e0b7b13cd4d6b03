package org.ansinh.app.registry.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The twelve digits of a person: three for the province of birth registration, one for century and sex, two for the year of birth, six at random
 * (Decree 137/2015, article 13). There is no check digit, so a wrong number shows only where it disagrees with what else is known.
 */
public final class PersonalNumber {

    private static final String DIGITS = "[0-9]+";

    /** Codes of the 63 provinces before 2025; numbers keep them although provinces have merged since. Higher ones stand for countries. */
    private static final List<Integer> PROVINCES = List.of(
            1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42,
            44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86,
            87, 89, 91, 92, 93, 94, 95, 96);

    private static final int FIRST_COUNTRY = 100;

    private PersonalNumber() {}

    /** What checking a number against the rest of the row says. */
    public sealed interface Finding {
        record Fits(String number) implements Finding {}

        /** It is kept, marked as a conflict, and becomes a task: {@code year}, {@code sex} or {@code province}. */
        record Disagrees(String number, String with) implements Finding {}

        /** Zeros lost in a spreadsheet: restored, everything agrees. */
        record Repaired(String number) implements Finding {}

        record Nonsense(String why) implements Finding {}
    }

    public static Finding check(String written, LocalDate born, boolean male) {
        var digits = written.replaceAll("[\\s.\\u00A0-]", "");
        if (!digits.matches(DIGITS)) {
            return new Finding.Nonsense("number_not_digits");
        }
        return switch (digits.length()) {
            case 12 -> {
                var trouble = disagreements(digits, born, male);
                yield trouble.isEmpty() ? new Finding.Fits(digits) : new Finding.Disagrees(digits, trouble.getFirst());
            }
            case 10, 11 -> {
                var restored = "0".repeat(12 - digits.length()) + digits;
                yield disagreements(restored, born, male).isEmpty()
                        ? new Finding.Repaired(restored)
                        : new Finding.Nonsense("number_of_%d_digits".formatted(digits.length()));
            }
            case 9 -> new Finding.Nonsense("number_of_old_card");
            default -> new Finding.Nonsense("number_of_wrong_length");
        };
    }

    private static List<String> disagreements(String number, LocalDate born, boolean male) {
        var found = new ArrayList<String>();
        int province = Integer.parseInt(number.substring(0, 3));
        if (province < FIRST_COUNTRY && !PROVINCES.contains(province)) {
            found.add("province");
        }
        int mark = number.charAt(3) - '0';
        int year = 1900 + 100 * (mark / 2) + Integer.parseInt(number.substring(4, 6));
        if (year != born.getYear()) {
            found.add("year");
        }
        if ((mark % 2 == 0) != male) {
            found.add("sex");
        }
        return found;
    }
}
