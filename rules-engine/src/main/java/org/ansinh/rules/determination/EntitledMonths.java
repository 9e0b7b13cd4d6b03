package org.ansinh.rules.determination;

import java.time.YearMonth;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Programme;

/**
 * Months of everybody in a book, without reasons: by signed decisions, or as if whatever is met were decided. What a
 * simulation counts. For one thread.
 */
public final class EntitledMonths {

    private final Session session;
    private final Findings findings;
    private final OwedLines owed;

    EntitledMonths(Session session) {
        this.session = session;
        this.findings = new Findings(session);
        this.owed = new OwedLines(session);
    }

    /** What a month gives: met where money falls due or a standing holds on a day of it, and how much falls due. */
    public record EntitledMonth(Answer answer, long amount) {}

    public EntitledMonth of(SubjectId subject, int programme, YearMonth month) {
        var law = session.law().programmes().get(programme);
        int place = session.book().placeOf(subject);
        var best = best(law, place, month);
        if (law.programme().period() == Programme.Period.STANDING) {
            return new EntitledMonth(best, 0);
        }
        // What is due for an event or a period may have been met earlier than in the month in which it falls due.
        long amount = best == Answer.NOT_MET && isMonthly(law) ? 0 : owed.month(law, place, month);
        var answer = amount > 0 ? Answer.MET : best == Answer.UNDETERMINED ? best : Answer.NOT_MET;
        return new EntitledMonth(answer, amount);
    }

    private static boolean isMonthly(CompiledProgramme law) {
        return law.programme().period() == Programme.Period.MONTH;
    }

    private Answer best(CompiledProgramme law, int place, YearMonth month) {
        int last = (int) month.atEndOfMonth().toEpochDay();
        var best = Answer.NOT_MET;
        for (int day = first(month); day <= last; ) {
            var finding = findings.at(law, place, day);
            if (finding.answer() == Answer.MET) {
                return Answer.MET;
            }
            best = finding.answer() == Answer.UNDETERMINED ? finding.answer() : best;
            day = Math.min(findings.until(), last) + 1;
        }
        return best;
    }

    private int first(YearMonth month) {
        long covered = session.law().pack().header().coversFrom().toEpochDay();
        return (int) Math.max(month.atDay(1).toEpochDay(), covered);
    }
}
