package org.ansinh.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.ansinh.rules.Law;
import org.ansinh.rules.columns.Block;
import org.ansinh.rules.columns.Population;
import org.ansinh.rules.columns.PopulationBuilder;
import org.ansinh.rules.kernels.BlockRun;
import org.ansinh.rules.kernels.HomeTotals;
import org.ansinh.rules.kernels.LawKernels;
import org.ansinh.rules.kernels.ProgrammeColumns;
import org.ansinh.rules.pack.SubjectKind;

/** The reference rule set as a law pack, carried out by the engine's kernels on the reference people. */
final class ReferenceKernels {

    private final Law law;
    private final LawKernels kernels;
    private final ReferencePeople people;
    private final Population population;
    private final List<BlockRun> runs;

    ReferenceKernels(Path project, ReferencePeople people, int threads) {
        this.law = Law.load(project.resolve("bench/reference-law"));
        this.kernels = LawKernels.of(law.determiner().forms());
        this.people = people;
        this.population = build();
        this.runs = IntStream.range(0, threads)
                .mapToObj(it -> kernels.run(population))
                .toList();
    }

    /** The columns as the engine keeps them, from plain ones. */
    Population build() {
        int first = (int) LocalDate.of(2021, 1, 1).toEpochDay();
        int last = (int) LocalDate.of(2025, 12, 31).toEpochDay();
        return PopulationBuilder.of(new ReferenceSource(people), kernels.needs(), first, last);
    }

    /** Everybody on a day; each thread takes every so-manieth block. */
    void run(LocalDate day, ReferenceResults into, int thread, int threads) {
        int on = (int) day.toEpochDay();
        var blocks = population.blocks();
        for (int b = thread; b < blocks.size(); b += threads) {
            var block = blocks.get(b);
            write(runs.get(thread).on(block, on), block, on, into);
        }
    }

    /** Some months in a row, each block through all of them; the results are those of the last. */
    void span(YearMonth first, int months, ReferenceResults into, int thread, int threads) {
        var blocks = population.blocks();
        for (int b = thread; b < blocks.size(); b += threads) {
            for (int m = 0; m < months; m++) {
                int on = (int) first.plusMonths(m).atDay(1).toEpochDay();
                write(runs.get(thread).on(blocks.get(b), on), blocks.get(b), on, into);
            }
        }
    }

    /** The order of people and households in blocks is that of the plain columns, because they stand by household. */
    private void write(List<ProgrammeColumns> programmes, Block block, int day, ReferenceResults into) {
        int person = block.place(SubjectKind.PERSON, 0);
        int home = block.place(SubjectKind.HOUSEHOLD, 0);
        for (var programme : programmes) {
            switch (programme.programme().id()) {
                case "health" -> programme.met(into.health(), person);
                case "tuition" -> programme.met(into.tuition(), person);
                case "electricity" -> programme.amounts(into.electricity(), home);
                case "social_assistance" -> programme.amounts(into.assistance(), person);
                case "home_carer" -> programme.amounts(into.carer(), person);
                case "study" -> programme.amounts(into.study(), person);
                default -> throw new IllegalStateException("The reference law has no " + programme.programme());
            }
        }
        int homes = block.rows(SubjectKind.HOUSEHOLD);
        System.arraycopy(into.electricity(), home, into.total(), home, homes);
        var paying = programmes.stream()
                .filter(it -> it.table() == SubjectKind.PERSON)
                .toList();
        var amounts = new int[][] {into.assistance(), into.carer(), into.study()};
        HomeTotals.add(block, day, paying, amounts, person, into.total(), home);
    }
}
