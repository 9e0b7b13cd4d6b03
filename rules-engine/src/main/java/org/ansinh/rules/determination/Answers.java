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
        var silent = days.flatMap(it -> silent(programme, place, it));
        if (silent.isPresent()) {
            return outcome(
                    programme,
                    subject,
                    silent.get().standing(),
                    owed.lines(programme, place, days.get(), Optional.empty()),
                    List.of(),
                    Why.toldBy(silent.get()::reasons));
        }
        var found = new ArrayList<Piece>();
        var paid = new ArrayList<UnverifiedLaw.Paid>();
        return outcome(
                programme,
                subject,
                days.map(it -> standing(programme, place, it, found, paid)).orElse(Timeline.empty()),
                days.map(it -> owed.lines(programme, place, it, Optional.empty()))
                        .orElse(List.of()),
                unverified(programme, paid),
                Why.toldBy(
                        days.map(it -> reasons.of(programme, place, it, found)).orElse(Timeline::empty)));
    }

    private static ProgrammeOutcome outcome(
            CompiledProgramme programme,
            SubjectId subject,
            Timeline<Standing> standing,
            List<OwedLine> owed,
            List<Unverified> unverified,
            Why why) {
        var it = programme.programme();
        return new ProgrammeOutcome(it.id(), subject, it.terms(), it.payee(), standing, owed, unverified, why);
    }

    /** What is answered without asking: nobody has said anything the programme asks, and somebody lives all the while. */
    private Optional<SilentAnswers.Whole> silent(CompiledProgramme programme, int place, DateRange days) {
        var silent = session.minds()
                .of(programme.programme().subject(), place)
                .heard()
                .whole(programme.index());
        return silent != null && livesFrom(programme, place, (int) days.from().toEpochDay())
                ? silent.on(days)
                : Optional.empty();
    }

    /** Whether somebody was born before any day that is looked at: of a programme for events that is the day of one. */
    private boolean livesFrom(CompiledProgramme programme, int place, int day) {
        if (!programme.isForPeople()) {
            return true;
        }
        var event = programme.event();
        int happened = event == null
                ? EventDays.NONE
                : session.events().on(event, place, day).day();
        return session.law().life().isBornBy(session.book(), place, happened == EventDays.NONE ? day : happened);
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
            if (before == null || stands != before && !stands.equals(before)) {
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
