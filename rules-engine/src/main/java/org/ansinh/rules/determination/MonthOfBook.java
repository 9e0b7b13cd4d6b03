package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;

/** The fast path: one month of those in a book, as plain values and without reasons. For one thread. */
public final class MonthOfBook {

    private final Session session;
    private final Findings findings;
    private final OwedLines owed;
    private final YearMonth month;
    private final int first;
    private final int last;
    private final Set<String> released;
    private final Map<List<Long>, Boolean> restsOnUnverified = new HashMap<>();

    MonthOfBook(Session session, YearMonth month, Set<String> released) {
        this.released = released;
        this.session = session;
        this.findings = new Findings(session);
        this.owed = new OwedLines(session);
        this.month = month;
        this.first = (int) Math.max(
                month.atDay(1).toEpochDay(),
                session.law().pack().header().coversFrom().toEpochDay());
        this.last = (int) month.atEndOfMonth().toEpochDay();
    }

    void everybody(OutcomeSink sink) {
        for (var kind : new SubjectKind[] {SubjectKind.PERSON, SubjectKind.HOUSEHOLD}) {
            for (int place = 0; place < session.book().countOf(kind); place++) {
                one(session.book().subjectAt(kind, place), place, sink);
            }
        }
    }

    void one(SubjectId subject, int place, OutcomeSink sink) {
        for (var programme : session.law().programmes()) {
            if (programme.programme().subject() == subject.kind()) {
                sink.accept(subject, outcome(programme, place));
            }
        }
    }

    /** One programme (by its place in the pack) for the subject at a place. */
    public PlainOutcome outcome(int programme, int place) {
        return outcome(session.law().programmes().get(programme), place);
    }

    /** What signed decisions make due in the month. */
    public long owed(int programme, int place) {
        return owed.month(session.law().programmes().get(programme), place, month);
    }

    /** What would be due in some days if a decision were signed on a day, beside those there are. */
    public long owedIfSigned(int programme, int place, DateRange days, LocalDate signed) {
        var supposed = Optional.of(Decision.signedOn(signed));
        return days.overlapWith(
                        DateRange.startingOn(session.law().pack().header().coversFrom()))
                .map(it -> owed.total(session.law().programmes().get(programme), place, it, supposed))
                .orElse(0L);
    }

    /** Whether an amount that those provisions make on a day rests on law that nobody has confirmed or released. */
    public boolean restsOnUnverified(int programme, long paid, int day) {
        return restsOnUnverified(session.law().programmes().get(programme), paid, LocalDate.ofEpochDay(day));
    }

    public YearMonth month() {
        return month;
    }

    /** The first day of the month that the law covers, and the last. */
    public int firstDay() {
        return first;
    }

    public int lastDay() {
        return last;
    }

    private PlainOutcome outcome(CompiledProgramme programme, int place) {
        var best = Finding.NOTHING;
        int bestDay = first;
        for (int day = first; day <= last; ) {
            var finding = findings.at(programme, place, day);
            int end = Math.min(findings.until(), last);
            if (rank(finding.answer()) >= rank(best.answer())) {
                best = finding;
                var run = session.run(programme.index(), place);
                bestDay = run.event() == EventDays.NONE ? end : run.event();
            }
            day = end + 1;
        }
        long owedNow = owed.month(programme, place, month);
        return new PlainOutcome(
                programme.index(),
                best.answer(),
                best.hasLevel() ? best.level() : 0,
                owedNow,
                best.met(),
                best.missing(),
                best.paid() != 0 && restsOnUnverified(programme, best.paid(), LocalDate.ofEpochDay(bestDay)));
    }

    /** Few programmes and ways meet many people, so each answer is worked out once. */
    private boolean restsOnUnverified(CompiledProgramme programme, long paid, LocalDate day) {
        return restsOnUnverified.computeIfAbsent(
                List.of((long) programme.index(), paid, day.toEpochDay()),
                key -> programme.isUnverified(paid, day)
                        && (released.isEmpty()
                                || programme.unverified().of(paid, new DateRange(day, day)).stream()
                                        .anyMatch(it -> !released.contains(it.what()))));
    }

    private static int rank(Answer answer) {
        return switch (answer) {
            case NOT_MET -> 0;
            case UNDETERMINED -> 1;
            case MET -> 2;
        };
    }
}
