package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Programme.Payee;
import org.ansinh.timeline.Timeline;

/**
 * What one programme says of one subject over the days asked: how binding it is, standing, owed, everything both rest on,
 * and why.
 */
public record ProgrammeOutcome(
        String programme,
        SubjectId subject,
        Programme.Terms terms,
        Payee payee,
        Timeline<Standing> standing,
        List<OwedLine> owed,
        List<Unverified> unverified,
        Why why) {

    /** Why, over the same days. Most answers are never asked for it, so it is told when it is first asked for. */
    public Timeline<Reason.OfProgramme> reasons() {
        return why.told();
    }

    public Optional<Standing> on(LocalDate day) {
        return standing.on(day);
    }

    public boolean restsOnUnverifiedLaw() {
        return !unverified.isEmpty();
    }
}
