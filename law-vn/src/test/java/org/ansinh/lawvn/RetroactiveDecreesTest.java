package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.ansinh.rules.Law;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.delta.Delta;
import org.ansinh.rules.delta.Deltas;
import org.ansinh.rules.determination.Determination;
import org.ansinh.rules.pack.PackReader;
import org.ansinh.rules.pack.Problems;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.Test;

/** Decrees 335/2026 and 321/2026 came into force in October 2026 and hold since July: what the first payment at the new rate is, and why. */
class RetroactiveDecreesTest {

    private static final String NEW_VERSION = "  - from: 2026-07-01\n";
    private static final DateRange JULY_TO_OCTOBER =
            new DateRange(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 31));

    private static final String SEVERELY_DISABLED = """
            households: {h: {members: [a], head: a, facts: {class: none}}}
            people:
              a: {born: 1986-03-03, facts: {sex: male, disability: severe, disability_certified_on: 2024-02-10}, decisions: {social_assistance: 2024-03-01}}
            """;

    private static final String MARTYRS_MOTHER = """
            people:
              a: {born: 1940-03-03, facts: {sex: female, martyr_relation: parent, martyrs: 1, bereaved_on: 1979-02-17}, decisions: {merit_survivor: 1996-01-01}}
            """;

    @Test
    void aSeverelyDisabledAdultIsPaid810000InOctoberAnd180000ForTheThreeMonthsBefore() {
        var figure = "social_assistance.standard_rate";
        var delta = delta("parameters/social-assistance/standard-rate.yaml", SEVERELY_DISABLED, "social_assistance");

        assertThat(delta.periods())
                .extracting(it -> it.period() + " " + it.before() + " " + it.after())
                .containsExactly(
                        "2026-07 750000 810000",
                        "2026-08 750000 810000",
                        "2026-09 750000 810000",
                        "2026-10 750000 810000");
        assertThat(arrearsBeforeOctober(delta)).isEqualTo(180_000);
        assertThat(october(delta) + arrearsBeforeOctober(delta)).isEqualTo(990_000);
        assertThat(delta.periods()).allSatisfy(it -> becauseOf(it, figure, "335/2026/NĐ-CP", "500.000", "540.000"));
    }

    @Test
    void theMotherOfAMartyrIsPaid3681000InOctoberOnceTheRateIsReleased() {
        var figure = "merit.martyr_relative_1";
        var delta = delta("parameters/merit/martyr-relative-1.yaml", MARTYRS_MOTHER, "merit_survivor");

        assertThat(october(delta)).isEqualTo(3_012_000);
        assertThat(arrearsBeforeOctober(delta)).isEqualTo(669_000);
        assertThat(october(delta) + arrearsBeforeOctober(delta)).isEqualTo(3_681_000);
        assertThat(delta.periods()).allSatisfy(it -> becauseOf(it, figure, "321/2026/NĐ-CP", "2.789.000", "3.012.000"));

        var law = PackUnderTest.law();
        assertThat(survivor(law).restsOnUnverifiedLaw())
                .as("nothing is paid on a rate that no jurist has released")
                .isTrue();
        assertThat(survivor(law.withReleased(Set.of(figure + "@2026-07-01"))).restsOnUnverifiedLaw())
                .isFalse();
    }

    private static org.ansinh.rules.determination.ProgrammeOutcome survivor(Law law) {
        return answer(law, MARTYRS_MOTHER).of("merit_survivor").orElseThrow();
    }

    private static long october(Delta.OfProgramme delta) {
        return delta.periods().getLast().after();
    }

    private static long arrearsBeforeOctober(Delta.OfProgramme delta) {
        return delta.periods().stream()
                .filter(it -> it.due().isBefore(YearMonth.of(2026, 10)))
                .mapToLong(Delta.Period::difference)
                .sum();
    }

    private static void becauseOf(Delta.Period period, String figure, String instrument, String before, String after) {
        assertThat(period.causes()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Delta.Kind.FIGURE);
            assertThat(it.what()).isEqualTo(figure);
            assertThat(it.basis().orElseThrow().instrument()).isEqualTo(instrument);
            assertThat(it.before().orElseThrow().vi()).contains(before);
            assertThat(it.after().orElseThrow().vi()).contains(after);
        });
    }

    /** The same person under the pack as it was before the decree, and as it is. */
    private static Delta.OfProgramme delta(String file, String facts, String programme) {
        var delta = Deltas.between(answer(withoutNewVersion(file), facts), answer(PackUnderTest.law(), facts));
        return delta.programmes().stream()
                .filter(it -> it.programme().equals(programme))
                .findFirst()
                .orElseThrow();
    }

    private static Law withoutNewVersion(String file) {
        var files = new TreeMap<>(PackReader.bytesOf(PackUnderTest.FOLDER));
        var text = new String(files.get(file), StandardCharsets.UTF_8);
        int from = text.indexOf(NEW_VERSION);
        int to = text.indexOf("confirmed_through");
        files.put(file, (text.substring(0, from) + text.substring(to)).getBytes(StandardCharsets.UTF_8));
        var reading = PackReader.read(files);
        assertThat(reading.problems()).isEmpty();
        return Law.of(reading.pack(), new Problems()).law().orElseThrow();
    }

    private static Determination answer(Law law, String facts) {
        var problems = new Problems();
        var asked = Cases.knownAt(DateRange.LAST_DAY, law.pack(), "facts", facts, problems);
        assertThat(problems.sorted()).isEqualTo(List.of());
        var person = Objects.requireNonNull(asked.orElseThrow().names().get("a"));
        return law.determiner().determine(asked.orElseThrow().facts(), person, JULY_TO_OCTOBER);
    }
}
