package org.ansinh.rules.determination;

import java.util.List;
import java.util.Optional;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;

/** Law applied to the facts of one subject for some days: one outcome per programme that can concern it. */
public record Determination(String packHash, SubjectId subject, DateRange days, List<ProgrammeOutcome> outcomes) {

    public Optional<ProgrammeOutcome> of(String programme) {
        return outcomes.stream().filter(it -> it.programme().equals(programme)).findFirst();
    }
}
