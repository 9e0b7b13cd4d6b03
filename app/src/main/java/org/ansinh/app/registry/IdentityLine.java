package org.ansinh.app.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
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
