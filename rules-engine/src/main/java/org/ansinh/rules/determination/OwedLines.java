package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.pack.Programme;
import org.ansinh.timeline.DateRange;

/** What is owed per period, after programmes that exclude one another have been compared. */
final class OwedLines {

    private final Session session;
    private final Dues dues;

    OwedLines(Session session) {
        this.session = session;
        this.dues = new Dues(session);
    }

    /** What falls due, and the programme it lost to, or -1. */
    record Settled(Due due, int lostTo) {
        long amount() {
            return lostTo < 0 ? due.amount() : 0;
        }
    }

    /** What falls due in one month. */
    long month(CompiledProgramme law, int place, YearMonth month) {
        return settled(law, place, month, Optional.empty()).stream()
                .mapToLong(Settled::amount)
                .sum();
    }

    /** Each thing that falls due in one month. */
    List<Settled> settled(CompiledProgramme law, int place, YearMonth month, Optional<Decision> supposed) {
        var kind = law.programme().subject();
        var signatures = Signatures.of(session.book(), kind, place, law.index(), supposed);
        return dues.in(law, place, month, signatures).stream()
                .map(it -> new Settled(it, lostTo(law, place, it)))
                .toList();
    }

    private int lostTo(CompiledProgramme law, int place, Due own) {
        var rule = session.law().exclusive(law);
        if (rule.isEmpty()) {
            return Finding.NOT_LOST;
        }
        var names = rule.get().programmes();
        int mine = names.indexOf(law.programme().id());
        for (int rank = 0; rank < names.size(); rank++) {
            var other = session.law().programme(names.get(rank)).orElseThrow();
            long theirs = rank == mine ? -1 : theirs(other, place, own);
            if (theirs > own.amount() || theirs == own.amount() && rank < mine) {
                return other.index();
            }
        }
        return Finding.NOT_LOST;
    }

    /** What the other programme owes by signed decisions for the same: the same event, or the same month. */
    private long theirs(CompiledProgramme other, int place, Due own) {
        var signatures =
                Signatures.of(session.book(), other.programme().subject(), place, other.index(), Optional.empty());
        if (signatures.isEmpty()) {
            return -1;
        }
        return dues.alike(other, place, own, signatures).stream()
                .mapToLong(Due::amount)
                .sum();
    }

    List<OwedLine> lines(CompiledProgramme law, int place, DateRange days, Optional<Decision> supposed) {
        var settled = new TreeMap<OwedPeriod, List<Settled>>();
        (law.programme().period() == Programme.Period.EVENT
                        ? events(law, place, days, supposed)
                        : months(law, place, days, supposed))
                .forEach(it -> settled.computeIfAbsent(it.due().period(), period -> new ArrayList<>())
                        .add(it));
        var words = new OwedWords(session.law(), law);
        return settled.entrySet().stream()
                .filter(it -> touches(it.getKey().days(), days) || isDueIn(it.getValue(), days))
                .map(it -> words.line(it.getKey(), it.getValue()))
                .toList();
    }

    /** The months asked about, and those that a period begun or ended within them needs. */
    private List<Settled> months(CompiledProgramme law, int place, DateRange days, Optional<Decision> supposed) {
        var owing = law.programme().owing();
        var first = YearMonth.from(days.from());
        var last = YearMonth.from(days.to());
        var end = Periods.of(owing, last).map(OwedPeriod::last).orElse(last);
        var settled = new ArrayList<Settled>();
        for (var month = Periods.of(owing, first).map(OwedPeriod::first).orElse(first);
                !month.isAfter(end);
                month = month.plusMonths(1)) {
            settled.addAll(settled(law, place, month, supposed));
        }
        return settled;
    }

    /** Events of the days asked about, and earlier ones that a decision makes due in them. */
    private List<Settled> events(CompiledProgramme law, int place, DateRange days, Optional<Decision> supposed) {
        var signatures = Signatures.of(session.book(), law.programme().subject(), place, law.index(), supposed);
        var event = law.programme().owing().event().orElseThrow();
        return session.events().all(event, place, days.to().getYear()).stream()
                .flatMap(day -> dues.ofEvent(law, place, day, signatures).stream())
                .map(it -> new Settled(it, lostTo(law, place, it)))
                .filter(it -> days.includes(LocalDate.ofEpochDay(it.due().owed().levelDay())) || isDueIn(it, days))
                .toList();
    }

    private static boolean isDueIn(List<Settled> parts, DateRange days) {
        return parts.stream().anyMatch(it -> isDueIn(it, days));
    }

    private static boolean isDueIn(Settled part, DateRange days) {
        var month = part.due().month();
        return touches(new DateRange(month.atDay(1), month.atEndOfMonth()), days);
    }

    private static boolean touches(DateRange one, DateRange other) {
        return one.overlapWith(other).isPresent();
    }
}
