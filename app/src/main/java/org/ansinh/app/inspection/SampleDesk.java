package org.ansinh.app.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/** Samples that an inspector draws and nobody chooses: the seed is made by the database, and drawing again from it gives the same. Samples are kept for ever. */
public interface SampleDesk {

    /** What is drawn from. */
    enum Kind {
        /** Signed decisions, by the day of the signature. */
        DECISIONS,
        /** Lines of approved lists, by the month of the list. */
        LINES
    }

    /**
     * A wish for a sample.
     *
     * @param commune none for the whole area of whoever draws
     * @param onceKey sent twice it is one sample
     */
    record Order(
            Kind kind,
            Optional<String> programme,
            Optional<String> commune,
            LocalDate from,
            LocalDate to,
            int size,
            String onceKey) {}

    /** How it went. */
    sealed interface Drawn {
        record Done(long sampleId) implements Drawn {}

        record Refused(BrokenRule rule) implements Drawn {}
    }

    Drawn draw(Order order);

    /** The newest first. */
    List<Sample> latest(int most);

    Optional<Sample> find(long sampleId);

    List<Item> items(long sampleId);

    /** Draws again from the seed and from what there was then, and compares. */
    boolean isReproduced(long sampleId);

    /** The dossiers of a sample left the house as one file. */
    void handedOut(long sampleId, int dossiers, String digest);

    /**
     * A sample.
     *
     * @param population how many there were to draw from
     * @param digest sha256 of the keys of all of them
     */
    record Sample(
            long sampleId,
            Kind kind,
            Optional<String> programme,
            Optional<String> commune,
            LocalDate from,
            LocalDate to,
            int wanted,
            long population,
            String seed,
            String digest,
            String drawnBy,
            Instant drawnAt) {}

    /**
     * What was drawn.
     *
     * @param number of the decision, or of the list
     * @param decision none for a line of a list
     * @param forMonth of a line: the month it is for
     */
    record Item(
            int nth,
            String key,
            boolean household,
            int subjectId,
            String name,
            String programme,
            String commune,
            Optional<Long> decision,
            Optional<Long> payroll,
            String number,
            Optional<LocalDate> signedOn,
            Optional<YearMonth> forMonth,
            long amount) {}
}
