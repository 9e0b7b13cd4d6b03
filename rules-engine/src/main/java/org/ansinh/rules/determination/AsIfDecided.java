package org.ansinh.rules.determination;

import java.time.YearMonth;
import java.util.List;
import org.ansinh.rules.determination.Signatures.Signature;
import org.ansinh.rules.facts.FactBook;

/** The decisions there would be if whatever is met were decided on its first day; nobody has to ask, nothing is late. */
final class AsIfDecided {

    private final Session session;

    AsIfDecided(Session session) {
        this.session = session;
    }

    Signatures of(CompiledProgramme law, int place, YearMonth month) {
        return switch (law.programme().period()) {
            case STANDING -> new Signatures(List.of());
            case EVENT -> new Signatures(events(law, place, month));
            case ONCE -> new Signatures(once(law, place, month));
            case MONTH, QUARTER, TERM, YEAR -> new Signatures(List.of(signedOn(first())));
        };
    }

    private int first() {
        return (int) session.law().pack().header().coversFrom().toEpochDay();
    }

    private static Signature signedOn(int day) {
        return new Signature(day, day, FactBook.FOREVER);
    }

    private List<Signature> events(CompiledProgramme law, int place, YearMonth month) {
        var event = law.programme().owing().event().orElseThrow();
        return session.events().all(event, place, month.getYear()).stream()
                .filter(it -> OwedMonths.monthOf(it).equals(month))
                .map(AsIfDecided::signedOn)
                .toList();
    }

    /** Signed on the day on which it begins to be met; what is given once in a life, only the first time. */
    private List<Signature> once(CompiledProgramme law, int place, YearMonth month) {
        int from = (int) month.atDay(1).toEpochDay();
        int to = (int) month.atEndOfMonth().toEpochDay();
        int day = law.programme().owing().oncePerLife() ? first() : Math.max(first(), from - 1);
        boolean wasMet = false;
        while (day <= to) {
            var run = session.run(law.index(), place);
            run.evaluate(place, day);
            boolean isMet = run.met() != 0;
            if (isMet && !wasMet && day >= from) {
                return List.of(signedOn(day));
            }
            if (isMet && law.programme().owing().oncePerLife()) {
                return List.of();
            }
            wasMet = isMet;
            day = run.until() >= to ? to + 1 : run.until() + 1;
        }
        return List.of();
    }
}
