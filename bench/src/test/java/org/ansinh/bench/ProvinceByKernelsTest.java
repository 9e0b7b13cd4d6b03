package org.ansinh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ansinh.rules.Law;
import org.junit.jupiter.api.Test;

/** A small province of invented people under the law of Vietnam: five years by kernels are five years by the evaluator. */
class ProvinceByKernelsTest {

    @Test
    void sixtyMonthsAreTheEvaluators() {
        var law = Law.load(Path.of("..").resolve("law-vn"));

        var found = SameAnswers.compare(law, 700, 20_261_020L, 60);

        assertThat(found.first()).isEmpty();
        assertThat(found.different()).isZero();
        assertThat(found.compared()).isGreaterThan(10_000);
    }
}
