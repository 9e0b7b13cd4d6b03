package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.ansinh.timeline.Timeline.Span;

/**
 * Tells why, when somebody asks. Most answers are never asked for their reasons, and telling takes longer than answering.
 * Law and facts do not change, so what is told later is what was found; whoever asks from another thread waits.
 */
final class ReasonsLater {

    private final Session session;

    /** {@code session} is where the answers were found; it is not used for anything else any more when it comes to telling. */
    ReasonsLater(Session session) {
        this.session = session;
    }

    Supplier<Timeline<Reason.OfProgramme>> of(CompiledProgramme programme, int place, DateRange days) {
        return () -> tell(programme, place, days);
    }

    private synchronized Timeline<Reason.OfProgramme> tell(CompiledProgramme programme, int place, DateRange days) {
        var findings = new Findings(session);
        var tree = new ReasonTree(session);
        var reasons = new ArrayList<Span<Reason.OfProgramme>>();
        int last = (int) days.to().toEpochDay();
        for (int day = (int) days.from().toEpochDay(); day <= last; ) {
            var finding = findings.at(programme, place, day, true);
            var run = session.run(programme.index());
            var reason = tree.reason(run, finding, Stands.of(session.law(), run, finding), place);
            // Telling why reads more than answering did; what it read may end the piece earlier.
            int end = Math.min(Math.min(finding.until(), run.until()), last);
            reasons.add(new Span<>(new DateRange(LocalDate.ofEpochDay(day), LocalDate.ofEpochDay(end)), reason));
            day = end + 1;
        }
        return Timeline.of(reasons);
    }
}
