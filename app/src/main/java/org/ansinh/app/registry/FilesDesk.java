package org.ansinh.app.registry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds people and opens their files and those of households, within the area of whoever asks; every reading is audited. */
public interface FilesDesk {

    /** By words of a name in any order, with or without marks, village, year of birth, household code, part of a number. */
    Found find(String words);

    /** @param knownOn as it was known at the end of that day; empty for what is known now */
    Optional<PersonFile> person(int personId, Optional<LocalDate> knownOn);

    /** The same for a program; the audit tells the two apart. */
    Optional<PersonFile> personForProgram(int personId, Optional<LocalDate> knownOn);

    Optional<HouseholdFile> household(int householdId);

    /** The household of that code, where the area has exactly one. */
    Optional<Integer> householdByCode(String code);

    /**
     * @param more there are more than the hits shown: ask for more words
     * @param elsewhere the words were a whole personal number that is registered outside the area
     */
    record Found(List<Hit> hits, boolean more, boolean elsewhere) {}

    /** One line of what was found: enough to tell people of the same name apart. */
    record Hit(
            int personId,
            String name,
            LocalDate born,
            String bornPrecision,
            String sex,
            @Nullable String personalNumber,
            @Nullable LocalDate diedOn,
            @Nullable String role,
            @Nullable Integer householdId,
            @Nullable String householdCode,
            @Nullable String headName,
            @Nullable String village,
            @Nullable String commune) {}

    /** Who somebody is, by what is known now. */
    record Identity(
            int personId,
            String name,
            LocalDate born,
            String bornPrecision,
            String sex,
            @Nullable String ethnicGroup,
            @Nullable String personalNumber,
            @Nullable String numberState,
            @Nullable String numberProblem,
            @Nullable LocalDate diedOn,
            @Nullable Integer householdId,
            @Nullable String householdCode,
            @Nullable String role,
            @Nullable String village,
            @Nullable String commune,
            boolean demo) {}

    /** Somebody of a household. */
    record Member(
            int personId,
            String name,
            LocalDate born,
            String bornPrecision,
            String sex,
            @Nullable LocalDate diedOn,
            String role) {}

    /** A tie between two people; {@code outward} when the file's person stands at its beginning. */
    record Tie(
            String kind,
            boolean outward,
            int personId,
            @Nullable String name,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** A fact in both clocks: for which days it holds, and in which recording we learned it. */
    record KnownFact(
            String fact,
            String instance,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable Long whole,
            @Nullable LocalDate day,
            @Nullable String words,
            String source,
            long recording,
            OffsetDateTime recordedAt,
            @Nullable String officer,
            @Nullable String document) {

        public boolean holdsOn(LocalDate asked) {
            return !since.isAfter(asked) && (until == null || !until.isBefore(asked));
        }
    }

    /** One act that changed the file. */
    record Act(
            long number,
            OffsetDateTime at,
            String act,
            @Nullable String officer,
            @Nullable String document,
            @Nullable LocalDate receivedOn) {}

    /** Everything the register knows of a person. */
    record PersonFile(
            Identity identity, List<Member> household, List<Tie> ties, List<KnownFact> facts, List<Act> acts) {}

    /** Everything the register knows of a household. */
    record HouseholdFile(
            int householdId,
            String code,
            @Nullable Integer headId,
            @Nullable Integer villageId,
            @Nullable String village,
            String communeCode,
            @Nullable String commune,
            boolean demo,
            List<Member> members,
            List<KnownFact> facts) {}
}
