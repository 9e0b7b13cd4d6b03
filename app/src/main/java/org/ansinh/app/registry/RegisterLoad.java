package org.ansinh.app.registry;

import java.time.LocalDate;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/**
 * The one way in: rows of a demonstration, of an office's file or of a single form. Rows may come in any order as long as a paper and a
 * subject are told before what is said of them. A row that cannot be taken becomes a {@link Refusal}; the others are kept.
 *
 * <p>{@code line} is the row's number in its file. Not for use by two threads.
 */
public interface RegisterLoad {

    /** A paper that the following rows rest on. */
    int paper(Paper paper);

    /** A household; told again by the same source and key it is the same one. */
    SubjectRef household(int paper, HouseholdLine household);

    /** A household that is in the register already, by its number. */
    SubjectRef knownHousehold(int householdId);

    /** A household that another row or an earlier load named. */
    SubjectRef mentionedHousehold(int line, String source, String key);

    /** A person; {@code since} is the first day this identity is said to hold, or {@link DateRange#FIRST_DAY}. */
    SubjectRef person(int paper, int line, String source, String key, IdentityLine identity, boolean demo);

    SubjectRef knownPerson(int personId);

    /** A new statement of who a known person is, from a day on. */
    default SubjectRef identity(int paper, int line, int personId, LocalDate since, IdentityLine identity) {
        return identity(paper, line, personId, since, identity, "registry");
    }

    /** @param source who says so */
    SubjectRef identity(int paper, int line, int personId, LocalDate since, IdentityLine identity, String source);

    /** A person that an earlier load or row named, by the source's key or by personal number. */
    SubjectRef mentionedPerson(int line, String source, Optional<String> key, Optional<String> personalNumber);

    SubjectRef village(int villageId);

    /** @param kind {@code residence}, {@code poverty_review} or {@code insurance} */
    void membership(
            int paper, int line, SubjectRef person, SubjectRef household, String kind, String role, DateRange days);

    /** These days no longer count as days in any household of that kind. */
    void noMembership(int paper, int line, SubjectRef person, String kind, DateRange days);

    void relation(int paper, int line, SubjectRef from, SubjectRef to, String kind, DateRange days);

    void noRelation(int paper, int line, SubjectRef from, SubjectRef to, String kind, DateRange days);

    /** @param instance which one, for facts of which several hold at once; else empty */
    void fact(
            int paper,
            int line,
            SubjectRef subject,
            String fact,
            String instance,
            DateRange days,
            FactValue value,
            String source);

    /** What was said for these days is taken back. */
    void retract(int paper, int line, SubjectRef subject, String fact, String instance, DateRange days, String source);

    /** A row that whoever reads the file found to be unusable; it is told with the others. */
    void refuse(Refusal refusal);
}
