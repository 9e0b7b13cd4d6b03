package org.ansinh.app.determination.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.PackReader;
import org.junit.jupiter.api.Test;

/** When money falls due, by the law pack of today: January first. */
class DueMonthsTest {

    private static final LawPack PACK = PackReader.read(Path.of("../law-vn")).pack();

    @Test
    void eachKindOfPeriodHasItsMonth() {
        var expected = Map.of(
                "social_assistance", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]",
                "electricity", "[2, 1, 0, 2, 1, 0, 2, 1, 0, 2, 1, 0]",
                "study_costs", "[4, 3, 2, 1, 0, 0, 0, 0, 3, 2, 1, 0]",
                "merit_worship", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]");
        assertThat(expected)
                .allSatisfy((programme, due) -> assertThat(DueMonths.after(
                                PACK.programme(programme).orElseThrow().owing()))
                        .hasToString(due));
    }

    @Test
    void theTermsOfThePolicyScholarshipEndInTheMonthsThatTheirCalendarSays() {
        PACK.programmes().values().stream()
                .filter(it -> it.period() == org.ansinh.rules.pack.Programme.Period.TERM)
                .forEach(it -> assertThat(DueMonths.after(it.owing()))
                        .as(it.id())
                        .contains(0)
                        .hasSize(12));
    }
}
