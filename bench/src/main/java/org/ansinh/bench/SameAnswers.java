package org.ansinh.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.bench.Figure.Bound;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.PlainOutcome;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.kernels.MonthKernels;

/** The law of Vietnam on the whole synthetic province, month after month, by kernels and by the evaluator: standing and owed. */
final class SameAnswers implements Benchmark {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final YearMonth LAST = YearMonth.of(2026, 10);
    private static final int MONTHS = 60;

    @Override
    public String name() {
        return "same";
    }

    @Override
    public String says() {
        return "kernels and evaluator give the whole province the same for 60 months (takes long)";
    }

    @Override
    public List<Figure> measure(Bench.Place place) {
        var law = Law.load(place.project().resolve("law-vn"));
        var found = compare(law, place.people(), place.seed(), MONTHS);
        found.first().ifPresent(System.err::println);
        return List.of(
                Figure.of(
                        "answers in which kernels and evaluator differ",
                        BigDecimal.valueOf(found.different()),
                        "answers",
                        Bound.atMost(0),
                        place.run()),
                new Figure(
                        "answers compared, met, undetermined or decided",
                        BigDecimal.valueOf(found.compared()),
                        "answers",
                        Optional.empty(),
                        Optional.empty(),
                        place.run()));
    }

    /** How many answers were compared, how many differ, and the first that does. */
    record Found(long compared, long different, Optional<String> first) {}

    static Found compare(Law law, int people, long seed, int months) {
        var kernels = MonthKernels.of(law.determiner());
        var all = new Found[] {new Found(0, 0, Optional.empty())};
        new ProvinceBooks(law, people, seed, TODAY).books().forEach(book -> {
            for (int i = 0; i < months; i++) {
                all[0] = add(all[0], month(law, kernels, book, LAST.minusMonths(i)));
            }
        });
        return all[0];
    }

    private static Found add(Found a, Found b) {
        return new Found(
                a.compared() + b.compared(),
                a.different() + b.different(),
                a.first().or(b::first));
    }

    /** Of whom, and by which programme of the pack. */
    private record Asked(SubjectId subject, int programme) {}

    private static Found month(Law law, MonthKernels kernels, FactBook book, YearMonth month) {
        var told = new HashMap<Asked, PlainOutcome>();
        kernels.everybody(
                book, month, (subject, outcome) -> told.put(new Asked(subject, outcome.programme()), outcome));
        var counts = new long[2];
        var first = new String[1];
        law.determiner().everybody(book, month, (subject, outcome) -> {
            var byKernels = told.remove(new Asked(subject, outcome.programme()));
            boolean same = byKernels == null
                    ? outcome.answer() == Answer.NOT_MET && outcome.owed() == 0
                    : byKernels.equals(outcome);
            counts[0] += byKernels == null ? 0 : 1;
            if (!same) {
                counts[1]++;
                first[0] = "%s of %s: kernels %s, evaluator %s".formatted(month, subject, byKernels, outcome);
            }
        });
        return new Found(
                counts[0],
                counts[1] + told.size(),
                Optional.ofNullable(first[0]).or(() -> surplus(told)));
    }

    private static Optional<String> surplus(Map<Asked, PlainOutcome> told) {
        return told.entrySet().stream().map(Object::toString).findFirst();
    }
}
