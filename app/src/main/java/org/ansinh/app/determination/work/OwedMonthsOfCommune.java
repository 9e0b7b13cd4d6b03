package org.ansinh.app.determination.work;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.store.AccountRows.Owed;
import org.ansinh.app.determination.store.DecidedRows;
import org.ansinh.app.determination.store.DecidedRows.Decided;
import org.ansinh.app.determination.store.RunRows;
import org.ansinh.app.determination.store.SliceRows;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.OwedPeriod;
import org.ansinh.rules.pack.Programme;
import org.ansinh.timeline.DateRange;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody of a commune who has a decision, from the first month that may still be owed to the month asked. */
@Component
class OwedMonthsOfCommune {

    private static final int DECIDED_A_SLICE = 1_500;

    /**
     * How far before a paid month the law is still asked: whoever was paid by an older level than a law that came later gives, gets the difference when
     * a decision says so. It limits what the house proposes by itself, not what an officer may decide.
     */
    private static final int MONTHS_BACK = 12;

    private final DecidedRows decided;
    private final SliceRows slices;
    private final RunRows runs;
    private final LawInForce laws;
    private final PlatformTransactionManager transactions;

    OwedMonthsOfCommune(
            DecidedRows decided,
            SliceRows slices,
            RunRows runs,
            LawInForce laws,
            PlatformTransactionManager transactions) {
        this.decided = decided;
        this.slices = slices;
        this.runs = runs;
        this.laws = laws;
        this.transactions = transactions;
    }

    /** Lines by programme, and what they rest on. */
    record Found(List<Programme> programmes, Map<String, List<Owed>> lines, long knownAt, String packHash) {}

    private record Asked(Law law, long knownAt, List<Decided> decided) {}

    Found of(String commune, YearMonth through) {
        var asked = reading(() -> {
            var knownAt = runs.lastRecording();
            return new Asked(laws.now(), knownAt, decided.inCommune(commune));
        });
        var pack = asked.law().pack();
        var paid = pack.programmes().values().stream()
                .filter(it -> it.period() != Programme.Period.STANDING)
                .toList();
        var lines = new TreeMap<String, List<Owed>>();
        var wanted = asked.decided().stream()
                .filter(it -> paid.stream().anyMatch(known -> known.id().equals(it.programme())))
                .toList();
        for (int i = 0; i < wanted.size(); i += DECIDED_A_SLICE) {
            slice(asked.law(), wanted.subList(i, Math.min(wanted.size(), i + DECIDED_A_SLICE)), through, lines);
        }
        return new Found(paid, lines, asked.knownAt(), asked.law().hash());
    }

    private void slice(Law law, List<Decided> wanted, YearMonth through, Map<String, List<Owed>> lines) {
        var first = new LinkedHashMap<Decided, YearMonth>();
        wanted.forEach(it -> first.put(it, firstMonth(law, it, through)));
        var earliest = first.values().stream().min(YearMonth::compareTo).orElse(through);
        var days = new DateRange(earliest.atDay(1), through.atEndOfMonth());
        var months =
                law.determiner().decided(reading(() -> read(law, wanted, days)).facts());
        first.forEach((it, from) -> {
            var into = lines.computeIfAbsent(it.programme(), programme -> new ArrayList<>());
            new RunsOfMonths(law, it, months).from(from, through, into);
        });
    }

    private SliceRows.Slice read(Law law, List<Decided> wanted, DateRange days) {
        var people = new TreeSet<Integer>();
        var households = new TreeSet<Integer>();
        for (var it : wanted) {
            switch (it.subject().kind()) {
                case PERSON -> people.add(it.subject().number());
                case HOUSEHOLD -> households.add(it.subject().number());
                case VILLAGE -> throw new IllegalStateException("A village has no decisions.");
            }
            if (it.household() != 0) {
                households.add(it.household());
            }
        }
        households.addAll(decided.homesOf(people, days));
        return slices.read(law.pack(), households, people, days);
    }

    /** After what was paid before this house, or as far back as the pack reaches; a quarter is asked whole. */
    private static YearMonth firstMonth(Law law, Decided it, YearMonth through) {
        var covered = YearMonth.from(law.pack().header().coversFrom());
        var first = it.paidThrough()
                .map(paid -> paid.minusMonths(MONTHS_BACK - 1L))
                .filter(month -> month.isAfter(covered))
                .orElse(covered);
        var programme = law.pack().programme(it.programme()).orElseThrow();
        var whole = programme.period() == Programme.Period.QUARTER
                ? OwedPeriod.quarterOf(first).first()
                : first;
        return whole.isAfter(through) ? through : whole;
    }

    private <T> T reading(Supplier<T> work) {
        var own = new TransactionTemplate(transactions);
        own.setReadOnly(true);
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return Acting.as(Actor.DETERMINER, () -> Objects.requireNonNull(own.execute(status -> work.get())));
    }
}
