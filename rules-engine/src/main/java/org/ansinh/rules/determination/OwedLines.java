package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.pack.Programme;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;

/** What is owed per period, after programmes that exclude one another have been compared. */
final class OwedLines {

    private final Session session;
    private final Dues dues;

    OwedLines(Session session) {
        this.session = session;
        this.dues = new Dues(session);
    }

    /** What falls due, unless something else is received in its place. */
    record Settled(Due due, @Nullable ShutOut shutOut) {
        long amount() {
            return shutOut == null ? due.amount() : 0;
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
        var signatures = session.signatures(law, place, month, supposed);
        return dues.in(law, place, month, signatures).stream()
                .map(it -> new Settled(it, shutOut(law, place, it)))
                .toList();
    }

    /** Compares what is due with what other programmes owe by signed decisions for the same: the same event, or the same month. */
    private @Nullable ShutOut shutOut(CompiledProgramme law, int place, Due own) {
        if (law.exclusive().isEmpty()) {
            return null;
        }
        boolean isEvent = law.programme().period() == Programme.Period.EVENT;
        int first = isEvent ? own.owed().levelDay() : (int) own.month().atDay(1).toEpochDay();
        int last = isEvent
                ? own.owed().levelDay()
                : (int) own.month().atEndOfMonth().toEpochDay();
        var amounts = new HashMap<Claim, Long>();
        var claims = new Claims(session, first, last);
        var asked = claims.claim(law, place);
        var bound = claims.boundTo(law, place, it -> {
            long amount = it.equals(asked) ? own.amount() : due(it, own);
            amounts.put(it, amount);
            return amount > 0;
        });
        var present = new boolean[bound.size()];
        Arrays.fill(present, true);
        var contest = Contest.of(bound, first, last);
        var best = contest.best(
                present,
                bound.stream().mapToLong(it -> amounts.getOrDefault(it, 0L)).toArray());
        int mine = bound.indexOf(asked);
        return best[mine] ? null : inFavourOf(bound.get(contest.by(mine, best)), asked, first, last);
    }

    private @Nullable ShutOut inFavourOf(Claim winner, Claim asked, int first, int last) {
        return winner.shutsOut(asked, first, last)
                .map(it -> new ShutOut(it.law(), winner.law(), session.book().subjectAt(winner.kind(), winner.place())))
                .orElse(null);
    }

    private long due(Claim other, Due own) {
        var signatures = session.signatures(other.law(), other.place(), own.month(), Optional.empty());
        return signatures.isEmpty()
                ? 0
                : dues.alike(other.law(), other.place(), own, signatures).stream()
                        .mapToLong(Due::amount)
                        .sum();
    }

    List<OwedLine> lines(CompiledProgramme law, int place, DateRange days, Optional<Decision> supposed) {
        var owed = byPeriod(law, place, days, supposed);
        if (owed.isEmpty()) {
            return List.of();
        }
        var words = new OwedWords(
                session.law(), law, session.book().subjectAt(law.programme().subject(), place));
        return owed.entrySet().stream()
                .map(it -> words.line(it.getKey(), it.getValue()))
                .toList();
    }

    /** The sum of the lines, without their words. */
    long total(CompiledProgramme law, int place, DateRange days, Optional<Decision> supposed) {
        return byPeriod(law, place, days, supposed).values().stream()
                .flatMap(List::stream)
                .mapToLong(Settled::amount)
                .sum();
    }

    private Map<OwedPeriod, List<Settled>> byPeriod(
            CompiledProgramme law, int place, DateRange days, Optional<Decision> supposed) {
        if (supposed.isEmpty() && !session.isAsIfDecided() && !hasDecision(law, place)) {
            return Map.of();
        }
        var settled = new TreeMap<OwedPeriod, List<Settled>>();
        (law.programme().period() == Programme.Period.EVENT
                        ? events(law, place, days, supposed)
                        : months(law, place, days, supposed))
                .forEach(it -> settled.computeIfAbsent(it.due().period(), period -> new ArrayList<>())
                        .add(it));
        settled.entrySet().removeIf(it -> !touches(it.getKey().days(), days) && !isDueIn(it.getValue(), days));
        return settled;
    }

    private boolean hasDecision(CompiledProgramme law, int place) {
        var kind = law.programme().subject();
        return session.book().decisionBegin(kind, place, law.index())
                < session.book().decisionEnd(kind, place, law.index());
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
                .map(it -> new Settled(it, shutOut(law, place, it)))
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
