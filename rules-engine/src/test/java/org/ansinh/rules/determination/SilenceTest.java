package org.ansinh.rules.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.ansinh.rules.Law;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.generated.GeneratedPack;
import org.ansinh.rules.generated.GeneratedPeople;
import org.ansinh.timeline.DateRange;

/** What follows from nobody having said anything is what asking would have found: whatever the law, the people and the days. */
class SilenceTest {

    private static final DateRange YEARS = new DateRange(LocalDate.of(2022, 3, 9), LocalDate.of(2026, 2, 20));
    private static final DateRange MONTH = new DateRange(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 31));

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void answersAndReasonsAreThoseOfAsking(@ForAll long seed) throws IOException {
        inPack(seed, (law, facts) -> {
            var asking = law.determiner().askingEverything();
            for (var days : List.of(YEARS, MONTH)) {
                for (var subject : everybody(facts)) {
                    assertThat(law.determiner().determine(facts, subject, days))
                            .as("%s of seed %d", subject, seed)
                            .isEqualTo(asking.determine(facts, subject, days));
                }
            }
        });
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void soIsAMonthOfEverybody(@ForAll long seed) throws IOException {
        inPack(seed, (law, facts) -> {
            var month = YearMonth.of(2024, 7);
            var told = new ArrayList<Object>();
            law.determiner().everybody(facts, month, (subject, outcome) -> told.add(List.of(subject, outcome)));
            var asked = new ArrayList<Object>();
            law.determiner()
                    .askingEverything()
                    .everybody(facts, month, (subject, outcome) -> asked.add(List.of(subject, outcome)));
            assertThat(told).as("seed %d", seed).isEqualTo(asked);
        });
    }

    private interface Look {
        void at(Law law, FactBook facts);
    }

    private static void inPack(long seed, Look look) throws IOException {
        Path folder = Files.createTempDirectory("pack");
        try {
            var law = GeneratedPack.in(folder, seed);
            look.at(law, GeneratedPeople.of(law, seed, 3));
        } finally {
            GeneratedPack.remove(folder);
        }
    }

    private static List<SubjectId> everybody(FactBook facts) {
        var all = new ArrayList<>(facts.people());
        all.addAll(facts.households());
        return all;
    }
}
