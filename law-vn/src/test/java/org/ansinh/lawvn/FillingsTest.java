package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ansinh.rules.command.LawCommand;
import org.ansinh.rules.determination.Unverified;
import org.ansinh.rules.filling.Filling;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.PackReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jurist lays an official text into a hole of the law: by hand with the command, and with the two samples that come along. */
class FillingsTest {

    private static final Path SAMPLES = Path.of("../fillings");

    @TempDir
    Path folder;

    @Test
    void theCommandClosesTheHolesWorksTheCasesAndWritesAPackThatHolds() {
        var out = new ByteArrayOutputStream();
        var filled = folder.resolve("filled");
        int code = LawCommand.run(
                new String[] {
                    "fill",
                    PackUnderTest.FOLDER.toString(),
                    SAMPLES.resolve("sample-merit-2021").toString(),
                    SAMPLES.resolve("sample-poverty-points").toString(),
                    "--to",
                    filled.toString()
                },
                new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("closed merit_allowance.until_june_2021")
                .contains("closed merit_survivor.until_june_2021")
                .contains("closed poverty_class.points_table")
                .contains("MẪU, không phải pháp luật")
                .contains(" 0 failure(s).");
        assertThat(code).isZero();
        assertThat(PackReader.read(filled).problems()).isEmpty();
    }

    @Test
    void nothingThatRestsOnASampleCanBeReleased() {
        var filled = Filling.over(
                PackReader.bytesOf(PackUnderTest.FOLDER),
                List.of(SAMPLES.resolve("sample-merit-2021"), SAMPLES.resolve("sample-poverty-points")));

        assertThat(filled.problems()).isEmpty();
        assertThat(filled.sample()).isTrue();
        assertThat(filled.law().orElseThrow().unverified().stream()
                        .filter(it -> it.what().contains("sample.")
                                || it.what().contains("merit_allowance.until_june_2021")
                                || it.what().contains("merit_survivor.until_june_2021")
                                || it.what().contains("points_table")
                                        && !it.what().contains("points_table_2027")))
                .isNotEmpty()
                .allMatch(it -> it.certainty() == Certainty.EXAMPLE)
                .extracting(Unverified::label)
                .allMatch(it -> it.vi().startsWith("MẪU"));
    }

    @Test
    void theShippedPackKnowsNothingOfTheSamples() {
        assertThat(PackUnderTest.pack().instruments().keySet()).noneMatch(it -> it.startsWith("MẪU"));
        assertThat(PackUnderTest.pack().holes().stream()
                        .map(it -> it.programme().id() + "." + it.provision().id()))
                .contains("merit_allowance.until_june_2021", "poverty_class.points_table");
    }

    @Test
    void aFillingThatWouldChangeOtherLawIsRefusedWithTheFile() throws IOException {
        var rates = folder.resolve("parameters/social-assistance/standard-rate.yaml");
        Files.createDirectories(rates.getParent());
        Files.writeString(rates, "id: social_assistance.standard_rate\n");
        Files.copy(SAMPLES.resolve("sample-merit-2021/filling.yaml"), folder.resolve("filling.yaml"));

        var filled = Filling.over(PackReader.bytesOf(PackUnderTest.FOLDER), List.of(folder));

        assertThat(filled.law()).isEmpty();
        assertThat(filled.problems().stream().map(Object::toString))
                .anyMatch(it -> it.contains("standard-rate.yaml") && it.contains("a filling changes no law"))
                .anyMatch(it -> it.contains("sample.merit_2021"));
    }

    @Test
    void aFolderWithoutAFillingIsToldWhatIsExpected() {
        assertThat(Filling.over(PackReader.bytesOf(PackUnderTest.FOLDER), List.of(folder)).problems().stream()
                        .map(Object::toString))
                .singleElement()
                .asString()
                .contains("expected a folder with a filling.yaml");
    }
}
