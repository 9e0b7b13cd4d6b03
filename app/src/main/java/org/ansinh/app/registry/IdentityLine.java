package org.ansinh.app.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/**
 * Who a person is said to be; a part that is empty is as known.
 *
 * @param precision {@code day}, {@code month} or {@code year}
 * @param sex {@code male} or {@code female}
 * @param oldNumbers numbers of identity cards before 2021
 */
public record IdentityLine(
        Optional<String> name,
        Optional<LocalDate> born,
        String precision,
        Optional<String> sex,
        Optional<String> ethnicGroup,
        Optional<String> personalNumber,
        List<String> oldNumbers,
        Optional<LocalDate> diedOn) {

    /** Says that the number known so far is not this person's. */
    public static final String NO_NUMBER = "";

    /** Says that a death known so far was told in error. */
    public static final LocalDate NOT_DEAD = DateRange.LAST_DAY;

    /** Nothing said yet: everything as known. */
    public static final IdentityLine AS_KNOWN = new IdentityLine(
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    public static IdentityLine of(String name, LocalDate born, String sex) {
        return new IdentityLine(
                Optional.of(name),
                Optional.of(born),
                "day",
                Optional.of(sex),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public static IdentityLine death(LocalDate day) {
        return new IdentityLine(
                AS_KNOWN.name(),
                AS_KNOWN.born(),
                AS_KNOWN.precision(),
                AS_KNOWN.sex(),
                AS_KNOWN.ethnicGroup(),
                AS_KNOWN.personalNumber(),
                AS_KNOWN.oldNumbers(),
                Optional.of(day));
    }

    public IdentityLine number(String personalNumber) {
        return new IdentityLine(
                name, born, precision, sex, ethnicGroup, Optional.of(personalNumber), oldNumbers, diedOn);
    }

    public IdentityLine ethnicGroup(String id) {
        return new IdentityLine(name, born, precision, sex, Optional.of(id), personalNumber, oldNumbers, diedOn);
    }

    public IdentityLine precision(String precisionId) {
        return new IdentityLine(name, born, precisionId, sex, ethnicGroup, personalNumber, oldNumbers, diedOn);
    }
}
