package org.ansinh.rules.determination;

import java.time.LocalDate;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;

/** Days as people write them. Pieces of days begin and end again and again on the same ones, which are made once. */
final class Days {

    /** A power of two; some five years of days that are seen at once. */
    private static final int ROOM = 1 << 12;

    // Whoever comes second makes an equal one.
    private static final @Nullable Made[] MADE = new @Nullable Made[ROOM];

    private record Made(int day, LocalDate date) {}

    private Days() {}

    static LocalDate of(int day) {
        var known = MADE[day & ROOM - 1];
        if (known == null || known.day() != day) {
            known = new Made(day, LocalDate.ofEpochDay(day));
            MADE[day & ROOM - 1] = known;
        }
        return known.date();
    }

    static DateRange range(int from, int to) {
        return new DateRange(of(from), of(to));
    }
}
