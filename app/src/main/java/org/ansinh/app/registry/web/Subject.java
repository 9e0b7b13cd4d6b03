package org.ansinh.app.registry.web;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.registry.ChangeDesk.Move;
import org.ansinh.app.registry.FilesDesk.HouseholdFile;
import org.ansinh.app.registry.FilesDesk.KnownFact;
import org.ansinh.app.registry.FilesDesk.Member;
import org.ansinh.app.registry.FilesDesk.PersonFile;
import org.ansinh.app.registry.SubjectRef;

/** Whose form it is: a person's, a household's, or that of people on their way here. */
sealed interface Subject {

    /** In the address and in the name of the draft: {@code person=12}. */
    String address();

    /** The page one came from. */
    String page();

    String title();

    record OfPerson(PersonFile file) implements Subject {
        @Override
        public String address() {
            return "person=" + file.identity().personId();
        }

        @Override
        public String page() {
            return "/people/" + file.identity().personId();
        }

        @Override
        public String title() {
            return file.identity().name();
        }
    }

    record OfHousehold(HouseholdFile file) implements Subject {
        @Override
        public String address() {
            return "household=" + file.householdId();
        }

        @Override
        public String page() {
            return "/households/" + file.householdId();
        }

        /** Its code, and whose household it is: nobody knows codes by heart. */
        @Override
        public String title() {
            return file.members().stream()
                    .filter(it -> Integer.valueOf(it.personId()).equals(file.headId()))
                    .findFirst()
                    .map(it -> file.code() + " (" + it.name() + ")")
                    .orElse(file.code());
        }
    }

    record OfMove(Move move) implements Subject {
        @Override
        public String address() {
            return "move=" + move.moveId();
        }

        @Override
        public String page() {
            return "/tasks";
        }

        @Override
        public String title() {
            return String.join(", ", move.names());
        }
    }

    default SubjectRef.Kind kind() {
        return this instanceof OfHousehold ? SubjectRef.Kind.HOUSEHOLD : SubjectRef.Kind.PERSON;
    }

    default int id() {
        return switch (this) {
            case OfPerson(var file) -> file.identity().personId();
            case OfHousehold(var file) -> file.householdId();
            case OfMove(var move) -> move.moveId();
        };
    }

    default List<KnownFact> facts() {
        return switch (this) {
            case OfPerson(var file) -> file.facts();
            case OfHousehold(var file) -> file.facts();
            case OfMove _ -> List.of();
        };
    }

    /** Who lives there now, the living only. */
    default List<Member> members() {
        var all = switch (this) {
            case OfPerson(var file) -> file.household();
            case OfHousehold(var file) -> file.members();
            case OfMove _ -> List.<Member>of();
        };
        return all.stream().filter(it -> it.diedOn() == null).toList();
    }

    default Optional<Integer> householdId() {
        return switch (this) {
            case OfPerson(var file) -> Optional.ofNullable(file.identity().householdId());
            case OfHousehold(var file) -> Optional.of(file.householdId());
            case OfMove _ -> Optional.empty();
        };
    }
}
