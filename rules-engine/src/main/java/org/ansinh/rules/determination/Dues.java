package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.determination.Signatures.Signature;
import org.ansinh.rules.pack.Owing;
import org.ansinh.rules.pack.Programme;

/** Says what one programme by itself makes due in a month, by the rule of its period. */
final class Dues {

    private final Session session;
    private final OwedMonths months;

    Dues(Session session) {
        this.session = session;
        this.months = new OwedMonths(session);
    }

    List<Due> in(CompiledProgramme law, int place, YearMonth month, Signatures signatures) {
        if (signatures.isEmpty()) {
            return List.of();
        }
        return switch (law.programme().period()) {
            case STANDING -> List.of();
            case EVENT -> events(law, place, month, signatures);
            case ONCE -> once(law, place, month, signatures);
            case MONTH, QUARTER, TERM, YEAR ->
                ofPeriod(law, place, month, signatures).stream().toList();
        };
    }

    private Optional<Due> ofPeriod(CompiledProgramme law, int place, YearMonth month, Signatures signatures) {
        var owing = law.programme().owing();
        var period = Periods.of(owing, month);
        if (period.isEmpty()) {
            return Optional.empty();
        }
        if (owing.amountPer() == Owing.AmountPer.PERIOD) {
            boolean isDue = firstCounted(law, place, period.get(), signatures).equals(Optional.of(month))
                    && isTurn(law, place, period.get(), signatures);
            if (!isDue) {
                return Optional.empty();
            }
        }
        return due(period.get(), month, months.of(law, place, month, signatures));
    }

    private static Optional<Due> due(OwedPeriod period, YearMonth month, MonthOwed owed) {
        return owed.amount() == 0 ? Optional.empty() : Optional.of(new Due(period, month, owed));
    }

    /** What is due for a whole period is due in the first month of it that counts. */
    private Optional<YearMonth> firstCounted(
            CompiledProgramme law, int place, OwedPeriod period, Signatures signatures) {
        return Periods.months(law.programme().owing(), period).stream()
                .filter(it -> months.of(law, place, it, signatures).amount() > 0)
                .findFirst();
    }

    /** Every so many years: not again before so many have passed since the last time. */
    private boolean isTurn(CompiledProgramme law, int place, OwedPeriod period, Signatures signatures) {
        var owing = law.programme().owing();
        if (owing.every().isEmpty()) {
            return true;
        }
        int years = owing.every().get().years();
        int first = signatures.all().stream().mapToInt(Signature::from).min().orElseThrow();
        var last = lastBefore(law, place, period);
        for (var month = OwedMonths.monthOf(first); month.isBefore(period.first()); ) {
            var past = Periods.of(owing, month).filter(it -> it.first().isBefore(period.first()));
            if (past.isPresent()
                    && isFar(last, past.get(), years)
                    && firstCounted(law, place, past.get(), signatures).isPresent()) {
                last = past.map(OwedPeriod::first);
            }
            month = past.map(OwedPeriod::last).orElse(month).plusMonths(1);
        }
        return isFar(last, period, years);
    }

    private static boolean isFar(Optional<YearMonth> last, OwedPeriod period, int years) {
        return last.map(it -> period.first().getYear() - it.getYear() >= years).orElse(true);
    }

    /** The latest time before a period that a fact tells of: what was given before there were decisions here. */
    private Optional<YearMonth> lastBefore(CompiledProgramme law, int place, OwedPeriod period) {
        var fact = law.programme().owing().every().orElseThrow().last();
        if (fact.isEmpty()) {
            return Optional.empty();
        }
        long start = period.days().from().toEpochDay();
        var book = session.book();
        return java.util.stream.IntStream.range(book.factBegin(fact.get(), place), book.factEnd(fact.get(), place))
                .mapToLong(it -> book.valueAt(fact.get(), it))
                .filter(it -> it < start)
                .boxed()
                .max(Comparator.naturalOrder())
                .map(it -> YearMonth.from(LocalDate.ofEpochDay(it)));
    }

    /** Each decision pays once, in the month of its signature; where it is once in a life, only the first one. */
    private List<Due> once(CompiledProgramme law, int place, YearMonth month, Signatures signatures) {
        var counted = signatures.all().stream().sorted(Comparator.comparingInt(Signature::signed));
        return (law.programme().owing().oncePerLife() ? counted.limit(1) : counted)
                .filter(it -> OwedMonths.monthOf(it.signed()).equals(month))
                .flatMap(it ->
                        due(OwedPeriod.month(month), month, months.of(law, place, month, new Signatures(List.of(it))))
                                .stream())
                .toList();
    }

    private List<Due> events(CompiledProgramme law, int place, YearMonth month, Signatures signatures) {
        var event = law.programme().owing().event().orElseThrow();
        return session.events().all(event, place, month.getYear()).stream()
                .flatMap(day -> ofEvent(law, place, day, signatures).stream())
                .filter(it -> it.month().equals(month))
                .toList();
    }

    /** What is due for the event of a day, in whatever month its decision makes it due. */
    Optional<Due> ofEvent(CompiledProgramme law, int place, int day, Signatures signatures) {
        return paying(law, place, day, signatures).flatMap(signature -> {
            var run = session.run(law.index(), place);
            run.evaluate(place, day);
            if (run.met() == 0) {
                return Optional.empty();
            }
            var amounts = run.amounts();
            long amount = law.mix().floor(run.met(), run.open(), amounts);
            boolean isFloor = law.mix().ceiling(run.met(), run.open(), amounts) > amount;
            return due(
                    OwedPeriod.event(LocalDate.ofEpochDay(day)),
                    OwedMonths.monthOf(Math.max(day, signature.signed())),
                    new MonthOwed(amount, law.mix().paid(run.met(), amounts), signature.signed(), day, isFloor));
        });
    }

    /**
     * The decision that pays for an event: the first one signed on or after its day that does not begin later. What
     * happens to everybody at once is also paid by a decision in force on the day, and by a later one only as long as it
     * is the latest.
     */
    private Optional<Signature> paying(CompiledProgramme law, int place, int day, Signatures signatures) {
        boolean forEverybody = law.programme().owing().isForEverybodyAtOnce();
        return signatures.all().stream()
                .sorted(Comparator.comparingInt(Signature::signed))
                .filter(it -> it.from() == it.signed() || it.from() <= day)
                .filter(it -> it.signed() < day
                        ? forEverybody && day <= it.to()
                        : !forEverybody || isLatest(law, place, day, it.signed()))
                .findFirst();
    }

    private boolean isLatest(CompiledProgramme law, int place, int day, int signed) {
        var event = law.programme().owing().event().orElseThrow();
        return session.events().on(event, place, signed).day() == day;
    }

    /** What the programme makes due for the same as something another one does: the same event, or the same month. */
    List<Due> alike(CompiledProgramme law, int place, Due other, Signatures signatures) {
        boolean isEvent = law.programme().period() == Programme.Period.EVENT;
        if (!isEvent) {
            return in(law, place, other.month(), signatures);
        }
        int day = other.owed().levelDay();
        var event = law.programme().owing().event().orElseThrow();
        boolean happened = session.events()
                .all(event, place, LocalDate.ofEpochDay(day).getYear())
                .contains(day);
        return happened ? ofEvent(law, place, day, signatures).stream().toList() : List.of();
    }
}
