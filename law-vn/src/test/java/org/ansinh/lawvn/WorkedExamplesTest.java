package org.ansinh.lawvn;

import static org.ansinh.lawvn.PackUnderTest.dong;
import static org.ansinh.lawvn.PackUnderTest.pack;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The 63 examples that a jurist worked before the pack was written: each is a case, a test, or no matter of the pack and why. */
class WorkedExamplesTest {

    private static final Path LIST = Path.of("src", "test", "resources", "worked-examples.csv");
    private static final int EXAMPLES = 63;

    /** {@code what} is a case of the programme (empty: one whose reason names the example), a test, or why not. */
    private record Example(int number, String where, String what) {}

    @Test
    void everyExampleHasItsPlace() throws IOException {
        assertThat(examples().stream().map(Example::number).distinct())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, EXAMPLES).boxed().toList());
    }

    @Test
    void whatIsSaidToBeACaseIsOne() throws IOException {
        for (var example : examples()) {
            if (pack().programme(example.where()).isPresent()) {
                var cases = cases(example.where());
                var named = example.what().isEmpty()
                        ? List.of("xample " + example.number(), "xamples " + example.number())
                        : List.of("case: " + example.what(), "case: \"" + example.what() + "\"");
                assertThat(named)
                        .as("example %d in %s", example.number(), example.where())
                        .anyMatch(cases::contains);
            } else {
                assertThat(example.where()).as("example %d", example.number()).isIn("test", "outside");
                assertThat(example.what()).isNotBlank();
            }
        }
    }

    /** Example 33: what a relative of one martyr is paid in October 2026, three months at the old rate having been paid. */
    @Test
    void theFirstPaymentAtANewRateHoldsTheArrears() {
        long before = dong("merit.martyr_relative_1", "2026-06-30");
        long now = dong("merit.martyr_relative_1", "2026-10-01");

        assertThat(4 * now - 3 * before).isEqualTo(3_681_000);
        assertThat(now + 3 * (now - before)).isEqualTo(3_681_000);
    }

    /** Example 51. */
    @Test
    void aStudentBorrowsFortyMillionAYear() {
        assertThat(dong("credit.student_month", "2022-09-01") * dong("credit.student_months_year", "2022-09-01"))
                .isEqualTo(40_000_000);
    }

    /** Example 44. */
    @Test
    void aBoardingPupilGetsMealsLodgingAndRiceForNineMonths() {
        long months = dong("education.rice_months", "2025-09-01");
        assertThat(months * dong("education.boarding_meals", "2025-09-01")).isEqualTo(8_424_000);
        assertThat(months * dong("education.boarding_lodging", "2025-09-01")).isEqualTo(3_240_000);
        assertThat(months * dong("education.rice_kg", "2025-09-01")).isEqualTo(135);
    }

    private static List<Example> examples() throws IOException {
        return Files.readAllLines(LIST).stream()
                .map(it -> it.split("\\|", 3))
                .map(it -> new Example(Integer.parseInt(it[0]), it[1], it[2]))
                .toList();
    }

    private static String cases(String programme) throws IOException {
        var rules = PackUnderTest.FOLDER.resolve(
                pack().programme(programme).orElseThrow().place().file());
        return Files.readString(rules.resolveSibling("cases.yaml"));
    }
}
