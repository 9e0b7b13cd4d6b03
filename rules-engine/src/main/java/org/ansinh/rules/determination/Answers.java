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
    private final ReasonsLater reasons = new ReasonsLater();

    Answers(CompiledLaw law, FactBook facts, Set<String> released) {
        this.session = new Session(law, facts, Session.Keeping.EACH);
        this.released = released;
        this.findings = new Findings(session);
        this.owed = new OwedLines(session);
    }

    /** Every programme for subjects of that kind. */
    List<ProgrammeOutcome> all(SubjectId subject, Optional<DateRange> days) {
        int place = session.book().placeOf(subject);
        var outcomes = new ArrayList<ProgrammeOutcome>();
        for (var programme : session.law().programmes()) {
            if (programme.programme().subject() == subject.kind()) {
                outcomes.add(of(programme, subject, place, days));
            }
        }
        return List.copyOf(outcomes);
    }

    /** {@code days} are those that the pack covers, and empty when it covers none. */
    ProgrammeOutcome of(CompiledProgramme programme, SubjectId subject, Optional<DateRange> days) {
        return of(programme, subject, session.book().placeOf(subject), days);
    }

    private ProgrammeOutcome of(CompiledProgramme programme, SubjectId subject, int place, Optional<DateRange> asked) {
        if (asked.isEmpty()) {
            return outcome(programme, subject, Timeline.empty(), List.of(), List.of(), Why.toldBy(Timeline::empty));
        }
        var days = asked.get();
        var silent = silent(programme, place, days);
        if (silent.isPresent()) {
            var lines = owed.lines(programme, place, days, Optional.empty());
            var whole = silent.get();
            return outcome(programme, subject, whole.standing(), lines, List.of(), Why.toldBy(whole::reasons));
        }
        var run = session.run(programme.index(), place);
        var found = new ArrayList<Piece>();
        var paid = new ArrayList<UnverifiedLaw.Paid>();
        var standing = standing(run, place, days, found, paid);
        var lines = owed.lines(programme, place, days, Optional.empty());
        var why = Why.toldBy(reasons.of(run, place, days, found));
        return outcome(programme, subject, standing, lines, unverified(programme, paid), why);
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
            ProgrammeRun run, int place, DateRange days, List<Piece> found, List<UnverifiedLaw.Paid> paid) {
        var standing = new ArrayList<Span<Standing>>();
        int last = (int) days.to().toEpochDay();
        int from = (int) days.from().toEpochDay();
        @Nullable Standing before = null;
        for (int day = from; day <= last; ) {
            var finding = findings.at(run, place, day);
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
