package org.ansinh.app;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The one place where the wall clock is read. */
final class HouseClock {
    private static final ZoneId HOUSE = ZoneId.of("Asia/Ho_Chi_Minh");

    private HouseClock() {}

    /** A clock that ticks as all clocks do, on the given day if there is one: a demonstration told to stand on a day starts on it at the hour it is. */
    static Clock on(@Nullable LocalDate today) {
        Clock wall = Clock.system(HOUSE);
        if (today == null) {
            return wall;
        }
        long days = ChronoUnit.DAYS.between(LocalDate.now(wall), today);
        return Clock.offset(wall, Duration.ofDays(days));
    }
}
