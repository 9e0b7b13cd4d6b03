package org.ansinh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.ansinh.rules.Law;
import org.ansinh.rules.columns.Block;
import org.ansinh.rules.columns.BookSource;
import org.ansinh.rules.columns.PopulationBuilder;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.kernels.LawKernels;
import org.ansinh.rules.kernels.ProgrammeColumns;
import org.ansinh.rules.pack.Programme;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small province of invented people under the law of Vietnam: what kernels say is what the evaluator says. */
class ProvinceByKernelsTest {

    @Test
    void sixtyMonthsAreTheEvaluators() {
        var law = Law.load(Path.of("..").resolve("law-vn"));

        var found = SameAnswers.compare(law, 700, 20_261_020L, 60);

        assertThat(found.first()).isEmpty();
        assertThat(found.different()).isZero();
        assertThat(found.compared()).isGreaterThan(10_000);
    }

    /** On a day soon after the gifts of September 2025, one soon after Tết, and one long after both. */
    @ParameterizedTest
    @ValueSource(strings = {"2025-09-05", "2026-02-20", "2026-10-20"})
    void everyProgrammeOnADayIsTheEvaluators(LocalDate day) {
        var law = Law.load(Path.of("..").resolve("law-vn"));
        var kernels = LawKernels.of(law.determiner().forms());
        int on = (int) day.toEpochDay();
        var compared = new AtomicInteger();
        new ProvinceBooks(law, 300, 20_261_020L, LocalDate.of(2026, 10, 20))
                .books()
                .forEach(facts -> {
                    var population = PopulationBuilder.of(new BookSource(facts, on, on), kernels.needs(), on, on);
                    var run = kernels.run(population);
                    for (var block : population.blocks()) {
                        run.on(block, on).stream()
                                .filter(it -> !excludes(law, it.programme()))
                                .forEach(it -> compared.addAndGet(compare(law, facts, day, block, it)));
                    }
                });
        assertThat(compared).hasValueGreaterThan(300);
    }

    private static boolean excludes(Law law, Programme programme) {
        return law.pack().exclusive().stream().anyMatch(it -> it.programmes().contains(programme.id()));
    }

    private static int compare(Law law, FactBook facts, LocalDate day, Block block, ProgrammeColumns columns) {
        int met = 0;
        for (int row = 0; row < block.rows(columns.table()); row++) {
            var subject = facts.subjectAt(columns.table(), block.place(columns.table(), row));
            var programme = columns.programme().id();
            var stands = law.determiner()
                    .determine(facts, subject, programme, new DateRange(day, day))
                    .standing()
                    .on(day)
                    .orElseThrow();
            assertThat(columns.answer(row)).as("%s of %s", programme, subject).isEqualTo(stands.answer());
            assertThat(columns.amount(row)).as("%s of %s", programme, subject).isEqualTo(stands.decidable());
            met += columns.answer(row) == Answer.NOT_MET ? 0 : 1;
        }
        return met;
    }
}
