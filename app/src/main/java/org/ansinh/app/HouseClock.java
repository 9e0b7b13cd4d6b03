package org.ansinh.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The one place where the wall clock is read. */
final class HouseClock {
    private static final ZoneId HOUSE = ZoneId.of("Asia/Ho_Chi_Minh");

    private HouseClock() {}

    /**
     * A clock that ticks as all clocks do; a demonstration told to stand on a day starts on it at the hour it is, and stays on it: what its tour says of that day
     * must hold after midnight too.
     */
    static Clock on(@Nullable LocalDate today) {
        Clock wall = Clock.system(HOUSE);
        return today == null ? wall : on(today, wall);
    }

    static Clock on(LocalDate today, Clock wall) {
        long days = ChronoUnit.DAYS.between(LocalDate.now(wall), today);
        var end = today.atTime(LocalTime.MAX).atZone(wall.getZone()).toInstant();
        return new OfOneDay(Clock.offset(wall, Duration.ofDays(days)), end);
    }

    private static final class OfOneDay extends Clock {
        private final Clock ticking;
        private final Instant end;

        private OfOneDay(Clock ticking, Instant end) {
            this.ticking = ticking;
            this.end = end;
        }

        @Override
        public ZoneId getZone() {
            return ticking.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new OfOneDay(ticking.withZone(zone), end);
        }

        @Override
        public Instant instant() {
            var now = ticking.instant();
            return now.isAfter(end) ? end : now;
        }
    }
}
