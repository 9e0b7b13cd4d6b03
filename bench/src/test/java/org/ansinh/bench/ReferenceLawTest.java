package org.ansinh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference rule set as a law pack gives what other engines gave for the same people. */
class ReferenceLawTest {

    private static final ReferencePeople PEOPLE = ReferencePeople.of(100_000);
    private static final Path PROJECT = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = {"2021-01", "2021-07", "2023-05", "2023-12", "2024-11", "2025-06", "2025-12"})
    void kernelsGiveTheSumsThatOtherEnginesFound(String written) {
        var month = YearMonth.parse(written);
        var results = ReferenceResults.room(PEOPLE.people(), PEOPLE.households());

        new ReferenceKernels(PROJECT, PEOPLE, 1).run(month.atDay(1), results, 0, 1);

        assertThat(results.sums())
                .isEqualTo(new ExpectedSums().of(PEOPLE.people(), month).orElseThrow());
    }

    @Test
    void theLoopWrittenByHandGivesTheSameForEveryPerson() {
        var day = YearMonth.of(2024, 7).atDay(1);
        var byKernels = ReferenceResults.room(PEOPLE.people(), PEOPLE.households());
        var byLoop = ReferenceResults.room(PEOPLE.people(), PEOPLE.households());

        new ReferenceKernels(PROJECT, PEOPLE, 1).run(day, byKernels, 0, 1);
        new ReferenceLoop(PEOPLE).run(day, byLoop, 0, PEOPLE.households());

        assertThat(byKernels.isSame(byLoop)).isTrue();
    }
}
