package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;

/**
 * Months of those who have decisions, one by one, over one book of facts: what a list to pay is made of. Same answers as a {@link Determination}; without
 * reasons. For one thread.
 */
public final class DecidedMonths {

    private final Session session;
    private final Findings findings;
    private final OwedLines owed;
    private final Set<String> released;
    private final Map<List<Long>, Boolean> restsOnUnverified = new HashMap<>();

    DecidedMonths(CompiledLaw law, FactBook book, Set<String> released) {
        this.session = new Session(law, book, Session.Keeping.THE_LAST);
        this.findings = new Findings(session);
        this.owed = new OwedLines(session);
        this.released = released;
    }

    /** The programmes by which a subject has decisions, ended ones too. */
    public List<String> programmesOf(SubjectId subject) {
        int place = session.book().placeOf(subject);
        return session.law().programmes().stream()
                .filter(it -> it.programme().subject() == subject.kind())
                .filter(it -> session.book().decisionBegin(subject.kind(), place, it.index())
                        < session.book().decisionEnd(subject.kind(), place, it.index()))
                .map(it -> it.programme().id())
                .toList();
    }

    /** Every month from the first to the last, whether or not something is owed for it. */
    public List<DecidedMonth> of(SubjectId subject, String programme, YearMonth first, YearMonth last) {
        var law = session.law().programme(programme).orElseThrow();
        int place = session.book().placeOf(subject);
        var months = new ArrayList<DecidedMonth>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month(law, subject.kind(), place, month));
        }
        return months;
    }

    private DecidedMonth month(CompiledProgramme law, SubjectKind kind, int place, YearMonth month) {
        long amount = 0;
        long provisions = 0;
        boolean unverified = false;
        for (var it : owed.settled(law, place, month, Optional.empty())) {
            if (it.amount() > 0) {
                var own = it.due().owed();
                amount += it.amount();
                provisions |= own.provisions();
                unverified |= restsOnUnverified(law, own.provisions(), LocalDate.ofEpochDay(own.levelDay()));
            }
        }
        boolean inForce = isInForce(kind, place, law.index(), month);
        long missing = inForce || amount > 0 ? missing(law, place, month) : 0;
        return new DecidedMonth(month, inForce, amount, provisions, missing, unverified);
    }

    private boolean isInForce(SubjectKind kind, int place, int programme, YearMonth month) {
        int first = (int) month.atDay(1).toEpochDay();
        int last = (int) month.atEndOfMonth().toEpochDay();
        for (int i = session.book().decisionBegin(kind, place, programme);
                i < session.book().decisionEnd(kind, place, programme);
                i++) {
            if (session.book().decisionFrom(kind, i) <= last && session.book().decisionTo(kind, i) >= first) {
                return true;
            }
        }
        return false;
    }

    /** What must be asked about the last days of the month on which the answer is open, unless it was met on some day of it. */
    private long missing(CompiledProgramme law, int place, YearMonth month) {
        int last = (int) month.atEndOfMonth().toEpochDay();
        long missing = 0;
        for (int day = (int) month.atDay(1).toEpochDay(); day <= last; ) {
            var finding = findings.at(law, place, day);
            if (finding.answer() == Answer.MET) {
                return 0;
            }
            missing = finding.answer() == Answer.UNDETERMINED ? finding.missing() : missing;
            day = Math.min(findings.until(), last) + 1;
        }
        return missing;
    }

    private boolean restsOnUnverified(CompiledProgramme law, long ways, LocalDate day) {
        if (!law.isUnverified(ways, day) || released.isEmpty()) {
            return law.isUnverified(ways, day);
        }
        return restsOnUnverified.computeIfAbsent(
                List.of((long) law.index(), ways, day.toEpochDay()),
                key -> law.unverified().of(ways, new DateRange(day, day)).stream()
                        .anyMatch(it -> !released.contains(it.what())));
    }
}
