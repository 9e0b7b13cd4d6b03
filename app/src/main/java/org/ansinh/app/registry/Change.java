package org.ansinh.app.registry;

import java.time.LocalDate;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** A change as an officer records it from a paper. */
public sealed interface Change {

    record Birth(IdentityLine child, int motherId, Optional<Integer> fatherId, int householdId, String role)
            implements Change {}

    /** @param newHead who heads the household from then on, when the dead person did */
    record Death(int personId, LocalDate on, Optional<Integer> newHead) implements Change {}

    /** Any fact of the dictionary: a certificate, a household's class, a school. */
    record Stated(SubjectRef.Kind of, int subjectId, String fact, String instance, DateRange days, FactValue value)
            implements Change {}

    record Retracted(SubjectRef.Kind of, int subjectId, String fact, String instance, DateRange days)
            implements Change {}

    /** To another household of the same area, with the role they have there. */
    record MovedHouse(int personId, int householdId, String role, LocalDate on) implements Change {}

    /** A correction of who somebody is, or a new name from a day on. */
    record Identified(int personId, LocalDate since, IdentityLine identity) implements Change {}
}
