package org.ansinh.rules.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.OutcomeSink;
import org.ansinh.rules.determination.PlainOutcome;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.generated.GeneratedPack;
import org.ansinh.rules.generated.GeneratedPeople;

/** Whatever the law and the people, a month by kernels is the month by the evaluator: standing, amounts, open facts, owed. */
class MonthKernelsTest {

    private static final YearMonth FIRST = YearMonth.of(2024, 5);
    private static final int MONTHS = 6;

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void everyMonthIsTheEvaluators(@ForAll long seed) throws IOException {
        var folder = Files.createTempDirectory("pack");
        try {
            var law = GeneratedPack.in(folder, seed);
            var facts = GeneratedPeople.of(law, seed, 8);
            var kernels = MonthKernels.of(law.determiner());
            var together = new HashMap<YearMonth, List<Told>>();
            kernels.everybody(
                    facts,
                    FIRST,
                    FIRST.plusMonths(MONTHS - 1),
                    (month, subject, outcome) -> together.computeIfAbsent(month, it -> new ArrayList<>())
                            .add(new Told(subject, outcome)));
            for (int i = 0; i < MONTHS; i++) {
                var month = FIRST.plusMonths(i);
                var expected = expected(law, facts, month);
                assertThat(told(sink -> kernels.everybody(facts, month, sink)))
                        .as("%s of seed %d", month, seed)
                        .isEqualTo(expected);
                assertThat(sorted(together.getOrDefault(month, new ArrayList<>())))
                        .as("%s of seed %d, among other months", month, seed)
                        .isEqualTo(expected);
            }
        } finally {
            GeneratedPack.remove(folder);
        }
    }

    private record Told(SubjectId subject, PlainOutcome outcome) {}

    private interface Run {
        void tell(OutcomeSink sink);
    }

    private static List<Told> told(Run run) {
        var all = new ArrayList<Told>();
        run.tell((subject, outcome) -> all.add(new Told(subject, outcome)));
        return sorted(all);
    }

    private static List<Told> sorted(List<Told> all) {
        all.sort(Comparator.comparing((Told it) -> it.subject().toString())
                .thenComparing(it -> it.outcome().programme()));
        return all;
    }

    private static List<Told> expected(Law law, FactBook facts, YearMonth month) {
        return told(sink -> law.determiner().everybody(facts, month, (subject, outcome) -> {
            int place = facts.placeOf(subject);
            boolean decided = facts.decisionBegin(subject.kind(), place, outcome.programme())
                    < facts.decisionEnd(subject.kind(), place, outcome.programme());
            if (outcome.answer() != Answer.NOT_MET || decided) {
                sink.accept(subject, outcome);
            }
        }));
    }
}
