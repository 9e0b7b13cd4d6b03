package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.Test;

/** From January 2021 to December 2026 no programme is silent on a day unless a page that a jurist reads says why there was no law. */
class CoverageTest {

    private static final DateRange TIME = new DateRange(LocalDate.of(2021, 1, 1), LocalDate.of(2026, 12, 31));
    private static final Path PAGE = Path.of("..", "docs", "law", "silences.md");

    /** Days of a programme without any provision. */
    private record Silence(String programme, LocalDate from, LocalDate to) {}

    @Test
    void everyDayWithoutAProvisionStandsOnThePageWithItsReason() throws IOException {
        var silent = new ArrayList<Silence>();
        PackUnderTest.pack().programmes().values().stream()
                .filter(it -> !it.id().startsWith("example_"))
                .forEach(it -> silent.addAll(silences(it)));

        assertThat(silent)
                .as("give the law of then, a hole for a law that nobody has read, or a line in docs/law/silences.md")
                .containsExactlyInAnyOrderElementsOf(saidOnThePage());
    }

    /** Who falls into a hole is told what was not read, in both languages. */
    @Test
    void everyHoleSaysWhatWasNotFound() {
        var holes = PackUnderTest.pack().programmes().values().stream()
                .flatMap(it -> it.provisions().stream())
                .flatMap(it -> it.hole().stream())
                .toList();

        assertThat(holes).hasSizeGreaterThan(30).allSatisfy(it -> {
            assertThat(it.vi()).isNotBlank();
            assertThat(it.en()).isNotBlank().isNotEqualTo(it.vi());
        });
    }

    private static List<Silence> silences(Programme programme) {
        var found = new ArrayList<Silence>();
        var next = TIME.from();
        var days = programme.provisions().stream()
                .map(Provision::days)
                .flatMap(it -> overlap(it).stream())
                .sorted(Comparator.comparing(DateRange::from))
                .toList();
        for (var covered : days) {
            if (covered.from().isAfter(next)) {
                found.add(new Silence(programme.id(), next, covered.from().minusDays(1)));
            }
            next = covered.to().plusDays(1).isAfter(next) ? covered.to().plusDays(1) : next;
        }
        if (!next.isAfter(TIME.to())) {
            found.add(new Silence(programme.id(), next, TIME.to()));
        }
        return found;
    }

    private static Optional<DateRange> overlap(DateRange days) {
        var from = days.from().isAfter(TIME.from()) ? days.from() : TIME.from();
        var to = days.to().isBefore(TIME.to()) ? days.to() : TIME.to();
        return from.isAfter(to) ? Optional.empty() : Optional.of(new DateRange(from, to));
    }

    private static List<Silence> saidOnThePage() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(it -> it.startsWith("| `"))
                .map(it -> it.split("\\|", -1))
                .map(CoverageTest::said)
                .toList();
    }

    private static Silence said(String[] cell) {
        assertThat(cell[4]).as("vì sao").isNotBlank();
        assertThat(cell[5]).as("why").isNotBlank();
        return new Silence(
                cell[1].replace("`", "").strip(), LocalDate.parse(cell[2].strip()), LocalDate.parse(cell[3].strip()));
    }
}
