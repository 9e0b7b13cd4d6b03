package org.ansinh.rules.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.ansinh.rules.Law;
import org.ansinh.rules.columns.BookSource;
import org.ansinh.rules.columns.PopulationBuilder;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.generated.Dice;
import org.ansinh.rules.generated.GeneratedPack;
import org.ansinh.rules.generated.GeneratedPeople;
import org.ansinh.timeline.DateRange;

/** Whatever the law and the people, the kernels answer on a day what the explaining evaluator answers. */
class KernelsTest {

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void answerAsTheEvaluatorDoes(@ForAll long seed) throws IOException {
        var folder = Files.createTempDirectory("pack");
        try {
            var law = GeneratedPack.in(folder, seed);
            var facts = GeneratedPeople.of(law, seed, 6);
            var dice = new Dice(seed);
            for (int i = 0; i < 3; i++) {
                onADay(law, facts, dice.day());
            }
        } finally {
            GeneratedPack.remove(folder);
        }
    }

    static void onADay(Law law, FactBook facts, LocalDate day) {
        var kernels = LawKernels.of(law.determiner().forms());
        assertThat(kernels.longestMethod()).isLessThan(8000);
        int on = (int) day.toEpochDay();
        var population = PopulationBuilder.of(new BookSource(facts, on, on), kernels.needs(), on, on);
        var run = kernels.run(population);
        for (var block : population.blocks()) {
            for (var programme : run.on(block, on)) {
                if (law.pack().exclusive().stream()
                        .anyMatch(it ->
                                it.programmes().contains(programme.programme().id()))) {
                    continue;
                }
                for (int row = 0; row < block.rows(programme.table()); row++) {
                    compare(law, facts, day, programme, row, block.place(programme.table(), row));
                }
            }
        }
    }

    private static void compare(Law law, FactBook facts, LocalDate day, ProgrammeColumns columns, int row, int place) {
        var subject = facts.subjectAt(columns.table(), place);
        var stands = law.determiner()
                .determine(facts, subject, columns.programme().id(), new DateRange(day, day))
                .standing()
                .on(day)
                .orElseThrow();
        var at = "%s of %s on %s".formatted(columns.programme().id(), subject, day);
        assertThat(columns.answer(row)).as(at).isEqualTo(stands.answer());
        assertThat(columns.amount(row)).as(at).isEqualTo(stands.decidable());
        assertThat(names(columns, columns.provisions(row))).as(at).isEqualTo(stands.provisions());
        if (stands.answer() != Answer.NOT_MET) {
            assertThat(names(columns, columns.paid(row))).as(at).isEqualTo(stands.paidBy());
        }
    }

    private static java.util.List<String> names(ProgrammeColumns columns, long bits) {
        var all = columns.programme().provisions();
        var names = new java.util.ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            if ((bits >> i & 1) == 1) {
                names.add(all.get(i).id());
            }
        }
        return names;
    }
}
