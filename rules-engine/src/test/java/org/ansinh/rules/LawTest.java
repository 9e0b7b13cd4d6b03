package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.command.LawCommand;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.ReasonJson;
import org.ansinh.rules.determination.ReasonSentences;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Language;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawTest {

    static final Path PACK = Path.of("src/test/resources/pack");
    private static final DateRange AUGUST_2025 = new DateRange(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 31));

    @TempDir
    Path folder;

    @Test
    void everyCaseWorkedByHandComesOutAsExpected() {
        var law = Law.load(PACK);

        var report = Cases.run(PACK, law.pack(), law.determiner());

        assertThat(report.failures()).isEmpty();
        assertThat(report.cases()).isEqualTo(11);
        assertThat(report.neverMet()).isEmpty();
    }

    @Test
    void aPackInsideAZipHasTheSameHash() throws IOException {
        var zip = folder.resolve("law.zip");
        try (var inside = FileSystems.newFileSystem(zip, Map.of("create", "true"));
                var files = Files.walk(PACK)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = inside.getPath("/law", PACK.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        try (var inside = FileSystems.newFileSystem(zip)) {
            assertThat(Law.load(inside.getPath("/law")).hash())
                    .isEqualTo(Law.load(PACK).hash())
                    .hasSize(64);
        }
    }

    @Test
    void aPaperThatCannotChangeTheAnswerIsNotAskedFor() {
        var law = Law.load(PACK);
        var old = SubjectId.person(1);
        var young = SubjectId.person(2);
        var facts = law.facts()
                .fact(old, "person.born", DateRange.always(), "1940-05-01", Provenance.UNSTATED)
                .fact(young, "person.born", DateRange.always(), "1990-05-01", Provenance.UNSTATED)
                .build();

        // nobody has said what pension either of them has
        var ofTheOld =
                law.determiner().determine(facts, old, "pension", AUGUST_2025).standing();
        var ofTheYoung =
                law.determiner().determine(facts, young, "pension", AUGUST_2025).standing();

        assertThat(ofTheOld.spans()).singleElement().satisfies(it -> {
            assertThat(it.value().answer()).isEqualTo(Answer.UNDETERMINED);
            assertThat(it.value().missing().toString()).contains("person.monthly_pension");
        });
        assertThat(ofTheYoung.spans()).singleElement().satisfies(it -> {
            assertThat(it.value().answer()).isEqualTo(Answer.NOT_MET);
            assertThat(it.value().missing()).isEmpty();
        });
    }

    @Test
    void nothingIsOwedWithoutASignatureButOneCanAskWhatWouldBe() {
        var law = Law.load(PACK);
        var old = SubjectId.person(1);
        var facts = law.facts()
                .fact(old, "person.born", DateRange.always(), "1940-05-01", Provenance.of("giấy khai sinh", 12))
                .fact(old, "person.monthly_pension", DateRange.always(), "0", Provenance.of("BHXH", 13))
                .build();

        assertThat(law.determiner()
                        .determine(facts, old, "pension", AUGUST_2025)
                        .owed())
                .isEmpty();
        assertThat(law.determiner().owedIfSigned(facts, old, "pension", AUGUST_2025, LocalDate.of(2025, 8, 12)))
                .extracting(it -> it.period() + " " + it.amount())
                .containsExactly("2025-08 500000");
    }

    @Test
    void theReasonsNameTheFactItsSourceAndItsRecordingInTheSameBytesEveryTime() {
        var law = Law.load(PACK);
        var old = SubjectId.person(1);
        var facts = law.facts()
                .fact(old, "person.born", DateRange.always(), "1940-05-01", Provenance.of("giấy khai sinh", 12))
                .fact(old, "person.monthly_pension", DateRange.always(), "0", Provenance.of("BHXH", 13))
                .decision(old, "pension", Decision.signedOn(LocalDate.of(2025, 8, 1)))
                .build();

        var answer = law.determiner().determine(facts, old, AUGUST_2025);

        assertThat(ReasonJson.of(answer))
                .contains("\"source\":\"giấy khai sinh\",\"recording\":12")
                .isEqualTo(ReasonJson.of(law.determiner().determine(facts, old, AUGUST_2025)));
        assertThat(ReasonSentences.of(law.pack(), answer, Language.VI))
                .contains("Ngày sinh: 01/05/1940 (giấy khai sinh), ghi nhận số 12")
                .contains("Phải trả 2025-08: 500.000 đồng")
                .contains("[Điều 1 Nghị định 1/2021/NĐ-CP]");
    }

    @Test
    void whatNobodyHasReleasedIsNamed() {
        var law = Law.load(PACK);
        var old = SubjectId.person(1);
        var facts = law.facts()
                .fact(old, "person.born", DateRange.always(), "1940-05-01", Provenance.UNSTATED)
                .fact(old, "person.monthly_pension", DateRange.always(), "0", Provenance.UNSTATED)
                .build();
        var july2026 = new DateRange(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31));

        assertThat(law.determiner().determine(facts, old, "pension", july2026).unverified())
                .extracting(it -> it.what())
                .containsExactly("pension.rate@2026-07-01");
        assertThat(law.determiner()
                        .determine(facts, old, "pension", AUGUST_2025)
                        .unverified())
                .isEmpty();
    }

    @Test
    void theCommandAnswersAndSaysWhatItDidNotUnderstand() throws IOException {
        var file = folder.resolve("facts.yaml");
        Files.writeString(file, "people: {bà_Sáu: {born: 1940-05-01, facts: {monthly_pension: 0}}}\n");
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);

        assertThat(LawCommand.run(new String[] {"check", PACK.toString()}, out)).isZero();
        assertThat(LawCommand.run(
                        new String[] {"ask", PACK.toString(), file.toString(), "--from", "2025-08", "--to", "2025-08"},
                        out))
                .isZero();
        assertThat(LawCommand.run(new String[] {"ask"}, out)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("nothing to put right")
                .contains("bà_Sáu")
                .contains("đủ điều kiện: 500.000 đồng");
    }
}
