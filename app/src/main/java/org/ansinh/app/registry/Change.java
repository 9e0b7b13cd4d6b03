package org.ansinh.app.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** A change as an officer records it from a paper. */
public sealed interface Change {

    record Birth(
            IdentityLine child, Optional<Integer> motherId, Optional<Integer> fatherId, int householdId, String role)
            implements Change {}

    /** @param newHead who heads the household from then on, when the dead person did */
    record Death(int personId, LocalDate on, Optional<Integer> newHead) implements Change {}

    /** A death that was told in error. */
    record NotDead(int personId) implements Change {}

    /** Any fact of the dictionary: a certificate, a household's class, a school. */
    record Stated(SubjectRef.Kind of, int subjectId, String fact, String instance, DateRange days, FactValue value)
            implements Change {}

    record Retracted(SubjectRef.Kind of, int subjectId, String fact, String instance, DateRange days)
            implements Change {}

    /** A tie between two people: whom somebody raises, represents, buries. */
    record Tied(int fromId, int toId, String kind, DateRange days) implements Change {}

    /** There was no such tie on these days. */
    record Untied(int fromId, int toId, String kind, DateRange days) implements Change {}

    /** In another household of the same area, or in another role in the same one. */
    record MovedHouse(int personId, int householdId, String role, DateRange days) implements Change {
        public static MovedHouse on(LocalDate day, int personId, int householdId, String role) {
            return new MovedHouse(personId, householdId, role, DateRange.startingOn(day));
        }
    }

    /** A household of its own, made of people who lived elsewhere in the area before. */
    record Founded(String code, String communeCode, int villageId, List<Resident> residents, LocalDate on)
            implements Change {
        public Founded {
            residents = List.copyOf(residents);
        }
    }

    /** Somebody and what they are in a household. */
    record Resident(int personId, String role) {}

    /** A correction of who somebody is, or a new name from a day on. */
    record Identified(int personId, LocalDate since, IdentityLine identity) implements Change {}

    /** The first part of a move to another commune: this one lets go. Stands alone on its paper, as the three that follow. */
    record Released(List<Integer> people, String toCommune, LocalDate on, String note, Optional<Integer> newHead)
            implements Change {
        public Released {
            people = List.copyOf(people);
        }
    }

    /** The second part: the people live in this household and village from the day of the move; roles in the order of the move. */
    record Accepted(int moveId, String householdCode, int villageId, List<String> roles) implements Change {
        public Accepted {
            roles = List.copyOf(roles);
        }
    }

    record SentBack(int moveId, String because) implements Change {}

    /** Two files of one person: the second goes over into the first. Never undone. */
    record Merged(int keptId, int goneId) implements Change {}
}
