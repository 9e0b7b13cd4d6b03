package org.ansinh.app.pages.web;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;

/** A month in an address, as 2026-10, within the years that any law or life of ours can be about. */
final class MonthReader implements Converter<String, @Nullable YearMonth> {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    @Override
    public @Nullable YearMonth convert(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            var month = YearMonth.parse(text.strip());
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("'%s' is no month; write it as 2026-10.".formatted(text), wrong);
        }
        throw new IllegalArgumentException(
                "The month %s lies outside the years %d to %d.".formatted(text, FIRST_YEAR, LAST_YEAR));
    }
}
