package org.ansinh.app.determination;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.rules.determination.Determination;
import org.ansinh.rules.determination.ProgrammeOutcome;

/** What the law says of one person, and of the households they belong to. */
public record PersonEntitlements(Determination person, List<Determination> households, long knownAt, String packHash) {

    public Stream<ProgrammeOutcome> outcomes() {
        return Stream.concat(person.outcomes().stream(), households.stream().flatMap(it -> it.outcomes().stream()));
    }

    public Optional<ProgrammeOutcome> of(String programme) {
        return outcomes().filter(it -> it.programme().equals(programme)).findFirst();
    }
}
