package org.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class HouseClockTest {
    private static final ZoneId CAO_BANG = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate DEMO_DAY = LocalDate.of(2026, 10, 20);

    private Instant wall =
            LocalDateTime.of(2026, 11, 28, 23, 58).atZone(CAO_BANG).toInstant();
    private final Clock house = HouseClock.on(DEMO_DAY, new Clock() {
        @Override
        public ZoneId getZone() {
            return CAO_BANG;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return wall;
        }
    });

    @Test
    void aDemonstrationStandsOnItsDayAtTheHourItIs() {
        assertThat(LocalDateTime.now(house)).isEqualTo(DEMO_DAY.atTime(23, 58));
        wall = wall.plus(Duration.ofMinutes(1));
        assertThat(LocalDateTime.now(house)).isEqualTo(DEMO_DAY.atTime(23, 59));
    }

    @Test
    void andStaysOnItAfterMidnight() {
        wall = wall.plus(Duration.ofHours(9));
        assertThat(LocalDate.now(house)).isEqualTo(DEMO_DAY);
    }
}
