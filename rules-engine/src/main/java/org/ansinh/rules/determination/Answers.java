package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.rules.determination.ReasonsLater.Piece;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.ansinh.timeline.Timeline.Span;
import org.jspecify.annotations.Nullable;

/** Answers programme after programme out of one book, piece of days after piece of days; one thread's own. */
final class Answers {

    private final Session session;
    private final Set<String> released;
    private final Findings findings;
    private final OwedLines owed;
    private final ReasonsLater reasons;

    Answers(CompiledLaw law, FactBook facts, Set<String> released) {
        this.session = new Session(law, facts, Session.Keeping.EACH);
        this.released = released;
        this.findings = new Findings(session);
        this.owed = new OwedLines(session);
        this.reasons = new ReasonsLater(session);
    }

    /** {@code days} are those that the pack covers, and empty when it covers none. */
    ProgrammeOutcome of(CompiledProgramme programme, SubjectId subject, Optional<DateRange> days) {
        int place = session.book().placeOf(subject);
        var found = new ArrayList<Piece>();
        var paid = new ArrayList<UnverifiedLaw.Paid>();
        return new ProgrammeOutcome(
                programme.programme().id(),
                subject,
                programme.programme().terms(),
                programme.programme().payee(),
                days.map(it -> standing(programme, place, it, found, paid)).orElse(Timeline.empty()),
                days.map(it -> owed.lines(programme, place, it, Optional.empty()))
                        .orElse(List.of()),
                unverified(programme, paid),
                Why.toldBy(
                        days.map(it -> reasons.of(programme, place, it, found)).orElse(Timeline::empty)));
    }

    private Timeline<Standing> standing(
            CompiledProgramme programme, int place, DateRange days, List<Piece> found, List<UnverifiedLaw.Paid> paid) {
        var standing = new ArrayList<Span<Standing>>();
        int last = (int) days.to().toEpochDay();
        int from = (int) days.from().toEpochDay();
        @Nullable Standing before = null;
        for (int day = from; day <= last; ) {
            var finding = findings.at(programme, place, day);
            var run = session.run(programme.index(), place);
            var stands = Stands.of(session.law(), run, finding);
            // Saying why not reads more than answering did; what it read may end the piece earlier.
            int end = Math.min(Math.min(finding.until(), run.until()), last);
            if (finding.paid() != 0) {
                var seen = run.event() == EventDays.NONE ? Days.range(day, end) : Days.range(run.event(), run.event());
                paid.add(new UnverifiedLaw.Paid(finding.paid(), seen));
            }
            if (before == null || !stands.equals(before)) {
                if (before != null) {
                    standing.add(new Span<>(Days.range(from, day - 1), before));
                }
                from = day;
                before = stands;
            }
            found.add(new Piece(end, finding, before, run.seen()));
            day = end + 1;
        }
        if (before != null) {
            standing.add(new Span<>(Days.range(from, last), before));
        }
        return Timeline.inOrder(standing);
    }

    private List<Unverified> unverified(CompiledProgramme programme, List<UnverifiedLaw.Paid> paid) {
        return paid.isEmpty()
                ? List.of()
                : programme.unverified().of(paid).stream()
                        .filter(it -> !released.contains(it.what()))
                        .toList();
    }
}
