package org.ansinh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.province.Province;
import org.ansinh.province.Recipe;
import org.ansinh.rules.Law;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.simulation.Cell;
import org.ansinh.rules.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invented people as a file: simulate reads every line of it, and counts everybody once. */
class ProvincePeopleTest {

    private static final Recipe RECIPE = new Recipe(700, 20_261_020L, LocalDate.of(2026, 10, 20));

    @TempDir
    Path folder;

    @Test
    void everybodyIsReadAndCountedOnce() throws IOException {
        var law = Law.load(Path.of("..").resolve("law-vn"));
        var written = new ByteArrayOutputStream();
        ProvincePeople.write(law, RECIPE, new PrintStream(written, false, StandardCharsets.UTF_8));
        var file = Files.write(folder.resolve("people.jsonl"), written.toByteArray());
        var problems = new Problems();

        var outcome = Simulation.of(law, law, List.of(YearMonth.of(2026, 9)), false, List.of(file), problems);

        assertThat(problems.sorted()).isEmpty();
        var province = Province.of(RECIPE);
        assertThat(outcome.households()).isEqualTo(province.households().count());
        assertThat(outcome.people())
                .isEqualTo(province.households()
                        .mapToLong(it -> it.people().size())
                        .sum());
        assertThat(outcome.cells().get(new Cell("all", "", "social_assistance")))
                .satisfies(it -> assertThat(it.subjectsBefore()).isPositive())
                .satisfies(it -> assertThat(it.winners() + it.losers()).isZero());
    }
}
