package org.ansinh.rules.kernels;

import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ansinh.rules.columns.BookSource;
import org.ansinh.rules.columns.PopulationBuilder;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.Determiner;
import org.ansinh.rules.determination.OutcomeSink;
import org.ansinh.rules.facts.FactBook;
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
        var days = months.computeIfAbsent(month, it -> new MonthDays(plan, first, last));
        var population = PopulationBuilder.of(new BookSource(facts, first, last), plan.needs(), first, last);
        new BlockMonth(plan, facts, days, evaluator).everybody(population, sink);
    }

    private static boolean hasDecision(FactBook facts, SubjectKind kind, int place, int programme) {
        return facts.decisionBegin(kind, place, programme) < facts.decisionEnd(kind, place, programme);
    }
}
