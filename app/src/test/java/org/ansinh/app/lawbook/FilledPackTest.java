package org.ansinh.app.lawbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.rules.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with official texts laid into the holes of its law; the samples are for demonstrations. */
class FilledPackTest {

    private static final Path SAMPLES = Path.of("../fillings");

    @TempDir
    Path folder;

    @Test
    void aDemonstrationMayLoadASampleAndTheLawbookKeepsTheWholePackThatWasInForce() {
        var filled = ShippedPack.filled(List.of(SAMPLES.resolve("sample-merit-2021")), true);

        assertThat(holes(filled.law()))
                .doesNotContain("merit_allowance.until_june_2021", "merit_survivor.until_june_2021")
                .contains("merit_carer.until_june_2021")
                .anyMatch(it -> it.endsWith(".points_table"));
        assertThat(PackFolder.unzipped(filled.zipped().get(), Law::load).hash())
                .isEqualTo(filled.law().hash());
    }

    @Test
    void aRealServerLoadsNoSample() {
        assertThatThrownBy(() -> ShippedPack.filled(List.of(SAMPLES.resolve("sample-poverty-points")), false))
                .isInstanceOf(HouseTrouble.class)
                .hasMessageContaining("là mẫu, không phải pháp luật")
                .hasMessageContaining("sample-poverty-points");
    }

    @Test
    void aFillingThatDoesNotFitStopsTheStartAndSaysWhere() throws IOException {
        Files.writeString(folder.resolve("filling.yaml"), """
                label: {vi: Thử, en: Trial}
                source: nobody
                fills:
                  - hole: merit_allowance.until_juni_2021
                    provisions:
                      - {id: x}
                """);
        assertThatThrownBy(() -> ShippedPack.filled(List.of(folder), false))
                .isInstanceOf(HouseTrouble.class)
                .hasMessageContaining("filling.yaml:4")
                .hasMessageContaining("merit_allowance.until_june_2021");
    }

    private static List<String> holes(Law law) {
        return law.pack().holes().stream()
                .map(it -> it.programme().id() + "." + it.provision().id())
                .toList();
    }
}
