package org.ansinh.app.pages.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;

/**
 * A month as people write it (10/2026, 9.2026) or as an address does (2026-10), within the years that any law or life of ours can be
 * about.
 */
final class MonthReader implements Converter<String, @Nullable YearMonth> {

    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})\\s*[/.\\-]\\s*(\\d{4})");
    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2200;

    @Override
    public @Nullable YearMonth convert(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            var monthFirst = MONTH_FIRST.matcher(text.strip());
            var month = monthFirst.matches()
                    ? YearMonth.of(Integer.parseInt(monthFirst.group(2)), Integer.parseInt(monthFirst.group(1)))
                    : YearMonth.parse(text.strip());
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "'%s' is no month; write it as 10/2026 or 2026-10.".formatted(text), wrong);
        }
        throw new IllegalArgumentException(
                "The month %s lies outside the years %d to %d.".formatted(text, FIRST_YEAR, LAST_YEAR));
    }
}
