package org.ansinh.rules.kernels;

import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ansinh.rules.columns.BookSource;
import org.ansinh.rules.columns.PassingBlock;
import org.ansinh.rules.columns.PopulationBuilder;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.Determiner;
import org.ansinh.rules.determination.MonthOfBook;
import org.ansinh.rules.determination.OutcomeSink;
import org.ansinh.rules.determination.PlainOutcome;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.SubjectKind;

/**
 * A month of everybody in a book, by kernels as far as they reach and by the evaluator for the rest; the answers are those of
 * {@link Determiner#everybody}. Immutable; one for all threads.
 */
public final class MonthKernels {

    private final Determiner determiner;
    private final LawPlan plan;
    private final Map<YearMonth, MonthDays> months = new ConcurrentHashMap<>();

    private MonthKernels(Determiner determiner) {
        this.determiner = determiner;
        this.plan = LawPlanner.plan(determiner.forms(), Purpose.SIEVE);
    }

    public static MonthKernels of(Determiner determiner) {
        return new MonthKernels(determiner);
    }

    /** Tells every outcome that is met or undetermined, and every one of somebody who has a decision in the programme. */
    public void everybody(FactBook facts, YearMonth month, OutcomeSink sink) {
        var evaluator = determiner.month(facts, month);
        int first = evaluator.firstDay();
        int last = evaluator.lastDay();
        if (first > last) {
            determiner.everybody(facts, month, (subject, outcome) -> {
                if (outcome.answer() != Answer.NOT_MET
                        || hasDecision(facts, subject.kind(), facts.placeOf(subject), outcome.programme())) {
                    sink.accept(subject, outcome);
                }
            });
            return;
        }
        var days = days(month, evaluator);
        var population = PopulationBuilder.of(new BookSource(facts, first, last), plan.needs(), first, last);
        new BlockMonth(plan, facts, days, evaluator, new Workplace(plan)).everybody(population, sink);
    }

    private MonthDays days(YearMonth month, MonthOfBook evaluator) {
        return months.computeIfAbsent(month, it -> new MonthDays(plan, evaluator.firstDay(), evaluator.lastDay()));
    }

    /** Takes the outcomes of some months, in no order but that a subject's months in a programme follow one another. */
    public interface MonthSink {
        void accept(YearMonth month, SubjectId subject, PlainOutcome outcome);
    }

    /**
     * The same for some months in a row: people are read and sorted into columns once, only what changes is put in place, and
     * the evaluator is asked about a person for all months together.
     */
    public void everybody(FactBook facts, YearMonth first, YearMonth last, MonthSink sink) {
        var evaluators = determiner.months(facts, first, last);
        var covered =
                evaluators.stream().filter(it -> it.firstDay() <= it.lastDay()).toList();
        evaluators.stream()
                .filter(it -> it.firstDay() > it.lastDay())
                .map(MonthOfBook::month)
                .forEach(it -> everybody(facts, it, (subject, outcome) -> sink.accept(it, subject, outcome)));
        if (covered.isEmpty()) {
            return;
        }
        int from = covered.getFirst().firstDay();
        int to = covered.getLast().lastDay();
        var at = new Workplace(plan);
        var all = covered.stream()
                .map(it -> new BlockMonth(plan, facts, days(it.month(), it), it, at))
                .toList();
        var population = PopulationBuilder.of(new BookSource(facts, from, to), plan.needs(), from, to);
        for (var block : population.blocks()) {
            new BlockMonths(plan, facts, all).through(new PassingBlock(population, block), block, sink);
        }
    }

    private static boolean hasDecision(FactBook facts, SubjectKind kind, int place, int programme) {
        return facts.decisionBegin(kind, place, programme) < facts.decisionEnd(kind, place, programme);
    }
}
