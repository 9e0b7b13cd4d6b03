package org.ansinh.app.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a day as people in offices write it: 5/9/2026, 05-09-2026, 05.09.2026, 05092026 or 2026-09-05. */
public final class DayEntry {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s*[/.\\-]\\s*(\\d{1,2})\\s*[/.\\-]\\s*(\\d{4})");
    private static final Pattern RUN_TOGETHER = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    private DayEntry() {}

    public static Optional<LocalDate> read(String entry) {
        var text = entry.strip();
        for (var form : new Pattern[] {DAY_FIRST, RUN_TOGETHER}) {
            var match = form.matcher(text);
            if (match.matches()) {
                return day(match.group(3), match.group(2), match.group(1));
            }
        }
        var match = YEAR_FIRST.matcher(text);
        return match.matches() ? day(match.group(1), match.group(2), match.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            // 31/02 is a slip of the pen, not a failure: the form says so beside the field.
            return Optional.empty();
        }
    }
}
