package org.ansinh.app.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** By which day of its month a village's list is expected: a custom of the office (docs/guide/operating.md), and no term of any law. */
@Component
class VillageCalendar {

    private final Clock clock;
    private final int expectedDay;

    VillageCalendar(Clock clock, @Value("${ansinh.village-reports.expected-day:25}") int expectedDay) {
        if (expectedDay < 1 || expectedDay > 31) {
            throw new IllegalArgumentException(
                    "ansinh.village-reports.expected-day is a day of the month, 1 to 31, not %d."
                            .formatted(expectedDay));
        }
        this.clock = clock;
        this.expectedDay = expectedDay;
    }

    YearMonth thisMonth() {
        return YearMonth.now(clock);
    }

    LocalDate expectedOn(YearMonth month) {
        return month.atDay(Math.min(expectedDay, month.lengthOfMonth()));
    }

    /** Since when a list that has not come is late; none while it is not. */
    Optional<LocalDate> lateSince(YearMonth month) {
        return Optional.of(expectedOn(month).plusDays(1)).filter(it -> !it.isAfter(LocalDate.now(clock)));
    }
}
