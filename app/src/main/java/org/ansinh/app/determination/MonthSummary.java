package org.ansinh.app.determination;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;

/** A finished run over everybody: for which month, with which knowledge and which law. */
public record MonthSummary(
        long runId,
        YearMonth month,
        long knownAt,
        String packHash,
        Instant startedAt,
        Instant finishedAt,
        int people,
        int households) {

    public Duration took() {
        return Duration.between(startedAt, finishedAt);
    }
}
