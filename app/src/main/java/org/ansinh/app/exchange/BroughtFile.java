package org.ansinh.app.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ansinh.app.jobs.JobId;

/**
 * A file that somebody brought, and what became of it.
 *
 * @param asOf the day its communes are meant for; of a month's list the first day of the month
 * @param programme of a month's list
 * @param twoNeeded it holds decisions in force or payees, so another officer accepts it
 * @param recorded what its bringer may record alone is recorded
 */
public record BroughtFile(
        FileId id,
        String name,
        LocalDate asOf,
        Optional<String> programme,
        long bytes,
        State state,
        boolean twoNeeded,
        boolean recorded,
        People people,
        Moments moments,
        Optional<JobId> job,
        Optional<FileRefused> refused,
        Optional<ImportReport> report) {

    /** The life of a file. */
    public enum State {
        WAITING,
        READ,
        ACCEPTED,
        DONE,
        REFUSED,
        THROWN_AWAY
    }

    /** Who brought it and who accepted it; names of colleagues are no secret. */
    public record People(String broughtBy, boolean mine, Optional<String> acceptedBy) {}

    /**
     * When things happened to it.
     *
     * @param before when the same bytes were taken in before
     * @param emptied when its contents were thrown away
     */
    public record Moments(
            Instant brought, Optional<Instant> done, Optional<Instant> before, Optional<Instant> emptied) {}

    /** Somebody waits for the server. */
    public boolean isAtWork() {
        return state == State.WAITING || state == State.ACCEPTED;
    }

    /** Whoever looks at it may say yes. */
    public boolean isMineToAccept() {
        return state == State.READ && people.mine() != twoNeeded;
    }

    public boolean isEmptied() {
        return moments.emptied().isPresent();
    }
}
