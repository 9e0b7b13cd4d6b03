package org.ansinh.app.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param says what it is doing, or what came out of it
 * @param total 0 while nobody knows
 * @param trouble why it ended before its end
 */
public record JobState(
        JobId id,
        String kind,
        String order,
        String askedBy,
        Instant askedAt,
        Stage stage,
        String says,
        long done,
        long total,
        @Nullable String trouble) {

    /** The life of a job. */
    public enum Stage {
        WAITING,
        RUNNING,
        FINISHED,
        FAILED
    }
}
