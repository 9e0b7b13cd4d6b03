package org.ansinh.app.registry.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact as a page shows it, in both clocks.
 *
 * @param correctHref where whoever may corrects it
 */
public record FactLine(
        String label,
        String value,
        LocalDate since,
        @Nullable LocalDate until,
        boolean now,
        String source,
        long recording,
        Instant recordedAt,
        @Nullable String officer,
        @Nullable String document,
        @Nullable String correctHref) {

    /** A fact said to hold from the first day the register knows was simply always so. */
    public boolean isSinceEver() {
        return since.getYear() < 1900;
    }
}
