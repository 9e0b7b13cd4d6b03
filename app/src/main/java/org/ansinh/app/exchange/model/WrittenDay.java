package org.ansinh.app.exchange.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as offices write it: 20/8/1950, 8/1950, 1950, 1950-08-20, or the number a spreadsheet keeps for it. */
public sealed interface WrittenDay {

    /** @param precision {@code day}, {@code month} or {@code year}; what is not known of the day is its first */
    record Read(LocalDate day, String precision) implements WrittenDay {

        /** The last day of what was written: 31 December of a year. */
        public LocalDate last() {
            return switch (precision) {
                case "year" -> day.withDayOfYear(day.lengthOfYear());
                case "month" -> YearMonth.from(day).atEndOfMonth();
                default -> day;
            };
        }
    }

    /** @param why the key of the reason */
    record Unreadable(String why) implements WrittenDay {}

    record Nothing() implements WrittenDay {}

    Pattern SPACED = Pattern.compile("\\s*([/.\\-])\\s*");
    Pattern DAY = Pattern.compile("(\\d{1,2})[/.\\-](\\d{1,2})[/.\\-](\\d{4})(?:[ T]0{1,2}:00(?::00)?)?");
    Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T]0{1,2}:00(?::00)?)?");
    Pattern MONTH = Pattern.compile("(\\d{1,2})[/.\\-](\\d{4})");
    Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");
    Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[/.\\-]\\d{1,2}[/.\\-]\\d{2}");

    /** Serial numbers of 1 January 1927 to 31 December 2099: shorter ones are years, longer ones something else. */
    int FIRST_SERIAL = 9_863;

    int LAST_SERIAL = 73_050;
    LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    static WrittenDay of(String written) {
        if (isDayMonthYear(written)) {
            return parts(number(written, 6, 10), number(written, 3, 5), number(written, 0, 2));
        }
        var text = SPACED.matcher(written.strip()).replaceAll("$1");
        if (text.isEmpty()) {
            return new Nothing();
        }
        var day = DAY.matcher(text);
        if (day.matches()) {
            return parts(number(day, 3), number(day, 2), number(day, 1));
        }
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return parts(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        var month = MONTH.matcher(text);
        if (month.matches()) {
            return parts(number(month, 2), number(month, 1), 0);
        }
        var isoMonth = ISO_MONTH.matcher(text);
        if (isoMonth.matches()) {
            return parts(number(isoMonth, 1), number(isoMonth, 2), 0);
        }
        return digits(text);
    }

    private static WrittenDay digits(String text) {
        if (text.matches("\\d{4}")) {
            return parts(Integer.parseInt(text), 0, 0);
        }
        if (text.matches("\\d{5}")) {
            int serial = Integer.parseInt(text);
            return serial >= FIRST_SERIAL && serial <= LAST_SERIAL
                    ? new Read(SERIAL_ZERO.plusDays(serial), "day")
                    : new Unreadable("day_unreadable");
        }
        if (text.matches("\\d{8}")) {
            return parts(
                    Integer.parseInt(text.substring(4)),
                    Integer.parseInt(text.substring(2, 4)),
                    Integer.parseInt(text.substring(0, 2)));
        }
        return new Unreadable(SHORT_YEAR.matcher(text).matches() ? "day_two_digit_year" : "day_unreadable");
    }

    /** 05/08/1950, as offices write most days; the rest take the long way. */
    private static boolean isDayMonthYear(String written) {
        if (written.length() != 10 || written.charAt(2) != '/' || written.charAt(5) != '/') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (i != 2 && i != 5 && (written.charAt(i) < '0' || written.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /** Zeros stand for what is not known: 00/00/1950 is a year, 00/8/1950 a month. */
    private static WrittenDay parts(int year, int month, int day) {
        try {
            if (month == 0 && day == 0) {
                return new Read(LocalDate.of(year, 1, 1), "year");
            }
            if (day == 0) {
                return new Read(LocalDate.of(year, month, 1), "month");
            }
            return new Read(LocalDate.of(year, month, day), "day");
        } catch (DateTimeException none) {
            return new Unreadable("day_not_on_calendar");
        }
    }

    static String written(LocalDate day) {
        return written(day, "day");
    }

    /** As exports write it: with what is known and no more. */
    static String written(LocalDate day, String precision) {
        return switch (precision) {
            case "year" -> "%04d".formatted(day.getYear());
            case "month" -> "%02d/%04d".formatted(day.getMonthValue(), day.getYear());
            default -> "%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        };
    }
}
