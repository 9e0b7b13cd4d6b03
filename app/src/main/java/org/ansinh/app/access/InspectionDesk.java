package org.ansinh.app.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What inspectors and administrators ask of the audit: who read whom and when, and whether anybody has tampered with the answer. */
public interface InspectionDesk {
    /**
     * Which entries; what is absent does not matter.
     *
     * @param officer the database role of one officer
     * @param person opened, printed, exported or shown in a search
     * @param from first and last day, of the real calendar
     */
    record Question(
            Optional<String> officer,
            Optional<Integer> person,
            Optional<String> act,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {
        public static Question anything() {
            return new Question(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** One entry; the content of an erased one is gone. */
    record Entry(
            long number,
            Instant at,
            String officer,
            @Nullable String officerName,
            String act,
            @Nullable Integer person,
            @Nullable String words,
            List<Integer> shown,
            @Nullable Long rows,
            @Nullable String about,
            boolean erased) {}

    /** Somebody whose acts may be asked for. */
    record Actor(String role, String name) {}

    List<Actor> actors();

    long count(Question question);

    /** The newest first. */
    List<Entry> entries(Question question, long skip, int most);

    /** Proves every batch; looking is itself an entry. */
    Proof prove();

    /** The batch that was closed with a seal somebody has noted; nothing when there is none, and then the chain was made anew. */
    Optional<Long> batchOf(String seal);

    /**
     * What a proof found.
     *
     * @param seal of the newest batch: noted elsewhere, it proves later that nothing before it was made anew
     * @param waiting entries that the sealer has not come to yet
     */
    record Proof(
            long batches,
            long sealed,
            long waiting,
            long erased,
            @Nullable String seal,
            @Nullable Instant sealedAt,
            List<Finding> findings) {

        public boolean holds() {
            return findings.isEmpty();
        }
    }

    /** Something that is not as it was sealed. */
    record Finding(
            String what, @Nullable Long batch, @Nullable Long entry) {}
}
