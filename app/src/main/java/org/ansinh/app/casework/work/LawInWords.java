package org.ansinh.app.casework.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.pack.Programme;
import org.springframework.stereotype.Component;

/** What ids of the pack mean, in the words of the law; decisions and lists are written in Vietnamese. */
@Component
class LawInWords {

    private final LawbookDesk lawbook;

    private final Clock clock;

    LawInWords(LawbookDesk lawbook, Clock clock) {
        this.lawbook = lawbook;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    String provisions(String programme, String ids) {
        var found = programme(programme);
        return each(
                ids,
                id -> found.stream()
                        .flatMap(it -> it.provisions().stream())
                        .filter(it -> it.id().equals(id))
                        .map(it -> it.says().vi())
                        .findFirst()
                        .orElse(id));
    }

    String facts(String ids) {
        var dictionary = lawbook.current().pack().dictionary();
        return each(
                ids,
                id -> dictionary.facts().stream()
                        .filter(it -> it.id().equals(id))
                        .map(it -> it.label().vi())
                        .findFirst()
                        .orElse(id));
    }

    int periodMonths(String programme) {
        return programme(programme)
                        .filter(it -> it.period() == Programme.Period.QUARTER)
                        .isPresent()
                ? 3
                : 1;
    }

    Optional<String> authority(String programme, LocalDate day) {
        return programme(programme).flatMap(it -> it.authorityOn(day)).map(Programme.Authority::authority);
    }

    private Optional<Programme> programme(String id) {
        return lawbook.current().pack().programme(id);
    }

    private static String each(String ids, Function<String, String> words) {
        return ids.isEmpty() ? "" : Arrays.stream(ids.split(",")).map(words).collect(Collectors.joining("; "));
    }
}
