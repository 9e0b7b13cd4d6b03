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

    /** Most programmes answer the same for years. */
    private static final int FEW = 4;

    private final Session session;
    private final Set<String> released;
    private final Findings findings;
    private final OwedLines owed;
    private final ReasonsLater reasons = new ReasonsLater();
    private final List<Span<Standing>> spans = new ArrayList<>();
    private final List<UnverifiedLaw.Paid> paid = new ArrayList<>();

    Answers(CompiledLaw law, FactBook facts, Set<String> released) {
        this.session = new Session(law, facts, Session.Keeping.EACH);
        this.released = released;
        this.findings = new Findings(session);
        this.owed = new OwedLines(session);
    }

    /** Somebody who is asked about, and the days that the pack covers. */
    private record Asked(SubjectId subject, int place, Mind mind, DateRange days) {}

    /** Every programme for subjects of that kind. {@code days} are those that the pack covers, and empty when it covers none. */
    List<ProgrammeOutcome> all(SubjectId subject, Optional<DateRange> days) {
        var asked = days.map(it -> asked(subject, it));
        var outcomes = new ArrayList<ProgrammeOutcome>();
        for (var programme : session.law().programmes()) {
            if (programme.programme().subject() == subject.kind()) {
                outcomes.add(asked.isPresent() ? of(programme, asked.get()) : nothing(programme, subject));
            }
        }
        return List.copyOf(outcomes);
    }

    /** One programme of them. */
    ProgrammeOutcome of(CompiledProgramme programme, SubjectId subject, Optional<DateRange> days) {
        return days.map(it -> of(programme, asked(subject, it))).orElseGet(() -> nothing(programme, subject));
    }

    private Asked asked(SubjectId subject, DateRange days) {
        int place = session.book().placeOf(subject);
        return new Asked(subject, place, session.minds().of(subject.kind(), place), days);
    }

    private ProgrammeOutcome of(CompiledProgramme programme, Asked asked) {
        int place = asked.place();
        var silent = silent(programme, asked);
        if (silent.isPresent()) {
            var owed = this.owed.lines(programme, place, asked.days(), Optional.empty());
            var whole = silent.get();
            return outcome(programme, asked.subject(), whole.standing(), owed, List.of(), Why.toldBy(whole::reasons));
        }
        var run = asked.mind().run(programme.index(), session, place);
        var found = new ArrayList<Piece>(FEW);
        var standing = standing(run, place, asked.days(), found);
        var owed = this.owed.lines(programme, place, asked.days(), Optional.empty());
        var why = Why.toldBy(reasons.of(run, place, asked.days(), found));
        return outcome(programme, asked.subject(), standing, owed, unverified(programme), why);
    }

    private static ProgrammeOutcome nothing(CompiledProgramme programme, SubjectId subject) {
        return outcome(programme, subject, Timeline.empty(), List.of(), List.of(), Why.toldBy(Timeline::empty));
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
    private Optional<SilentAnswers.Whole> silent(CompiledProgramme programme, Asked asked) {
        var silent = asked.mind().heard().whole(programme.index());
        int from = (int) asked.days().from().toEpochDay();
        return silent != null && livesFrom(programme, asked.place(), from) ? silent.on(asked.days()) : Optional.empty();
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

    private Timeline<Standing> standing(ProgrammeRun run, int place, DateRange days, List<Piece> found) {
        paid.clear();
        spans.clear();
        int last = (int) days.to().toEpochDay();
        int from = (int) days.from().toEpochDay();
        @Nullable Standing before = null;
        for (int day = from; day <= last; ) {
            var finding = findings.at(run, place, day);
            var stands = Stands.of(session.law(), run, finding);
            // Saying why not reads more than answering did; what it read may end the piece earlier.
            int end = Math.min(Math.min(findings.until(), run.until()), last);
            if (finding.paid() != 0) {
                var seen = run.event() == EventDays.NONE ? Days.range(day, end) : Days.range(run.event(), run.event());
                paid.add(new UnverifiedLaw.Paid(finding.paid(), seen));
            }
            if (before == null || stands != before && !stands.equals(before)) {
                if (before != null) {
                    spans.add(new Span<>(Days.range(from, day - 1), before));
                }
                from = day;
                before = stands;
            }
            found.add(new Piece(end, finding, before, run.seen()));
            day = end + 1;
        }
        if (before != null) {
            spans.add(new Span<>(Days.range(from, last), before));
        }
        return Timeline.inOrder(spans);
    }

    private List<Unverified> unverified(CompiledProgramme programme) {
        return paid.isEmpty()
                ? List.of()
                : programme.unverified().of(paid).stream()
                        .filter(it -> !released.contains(it.what()))
                        .toList();
    }
}
