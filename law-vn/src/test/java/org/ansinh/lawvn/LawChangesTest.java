package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ansinh.rules.Law;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.PackReader;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three changes of {@code docs/guide/changing-the-law.md}, made with the words of that page, and their files counted. */
class LawChangesTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide", "changing-the-law.md");
    private static final DateRange LAST_MONTHS = new DateRange(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31));
    private static final String DOCUMENT = """
            number: 00/2026/NĐ-CP
            kind: decree
            title: {vi: Nghị định thử, en: A decree to try with}
            issuer: {vi: Chính phủ, en: Government}
            signed: 2026-11-20
            in_force: 2026-12-01
            certainty: confirmed
            source: written for a test
            """;
    private static final SubjectId MAN = SubjectId.person(1);

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheLaw() throws IOException {
        for (var file : PackReader.bytesOf(PackUnderTest.FOLDER).entrySet()) {
            var copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
    }

    @Test
    void aRateFromNextMonthIsTwoFiles() throws IOException {
        add("instruments/00-2026-ND-CP.yaml", DOCUMENT);
        edit(
                "parameters/social-assistance/standard-rate.yaml",
                "confirmed_through:",
                block("- from: 2026-12-01") + "confirmed_through:");

        var law = Law.load(folder);
        var facts = law.facts()
                .fact(MAN, "person.born", DateRange.always(), "1980-02-28", Provenance.UNSTATED)
                .fact(MAN, "person.disability", DateRange.always(), "severe", Provenance.UNSTATED)
                .fact(MAN, "person.disability_certified_on", DateRange.always(), "2022-01-10", Provenance.UNSTATED)
                .decision(MAN, "social_assistance", Decision.signedOn(LocalDate.of(2022, 1, 20)))
                .build();
        assertThat(law.determiner()
                        .determine(facts, MAN, "social_assistance", LAST_MONTHS)
                        .owed())
                .extracting(it -> it.period() + " " + it.amount())
                .containsExactly("2026-11 810000", "2026-12 900000");
        assertThat(filesWritten()).hasSize(2);
    }

    @Test
    void aFurtherConditionIsThreeFilesAndTheDocument() throws IOException {
        add("instruments/00-2026-ND-CP.yaml", DOCUMENT);
        var rules = "programmes/social-pension/rules.yaml";
        edit(rules, "\nconditions:\n", "\nconditions:\n" + block("- id: in_the_community"));
        edit(rules, "      - use: aged_75\n", "      - use: aged_75\n      - use: in_the_community\n");
        append(
                "programmes/social-pension/reasons.yaml",
                "in_facility: {vi: \"Đang ở cơ sở trợ giúp xã hội.\", en: \"Lives in a facility.\"}\n");
        append("programmes/social-pension/cases.yaml", """

                - case: lives in a facility
                  people: {a: {born: 1940-02-28, facts: {in_facility: true}}}
                  ask: {person: a, programme: social_pension, from: 2026-12, to: 2026-12}
                  expect: {standing: [{from: 2026-12-01, to: 2026-12-31, answer: not_met, reasons: [in_facility]}]}
                  why: "Article 2 of the decree."
                """);

        var law = Law.load(folder);
        var facts = law.facts()
                .fact(MAN, "person.born", DateRange.always(), "1940-02-28", Provenance.UNSTATED)
                .fact(MAN, "person.in_facility", DateRange.always(), "true", Provenance.UNSTATED)
                .build();
        assertThat(law.determiner()
                        .determine(facts, MAN, "social_pension", LAST_MONTHS)
                        .on(LocalDate.of(2026, 12, 1))
                        .orElseThrow()
                        .answer())
                .isEqualTo(Answer.NOT_MET);
        assertThat(filesWritten()).hasSize(4);
    }

    @Test
    void aProgrammeOfTheProvinceIsFiveFiles() throws IOException {
        var example = "local/cao-bang/programmes/example-pension-supplement/";
        for (var name : new String[] {"rules.yaml", "reasons.yaml", "cases.yaml"}) {
            add("local/cao-bang/programmes/more-pension/" + name, renamed(example + name));
        }
        add(
                "local/cao-bang/parameters/more-level.yaml",
                renamed("local/cao-bang/parameters/example-pension-level.yaml"));
        add("local/cao-bang/instruments/VD02.yaml", renamed("local/cao-bang/instruments/VD01-2026-NQ-HDND.yaml"));

        var law = Law.load(folder);
        assertThat(Cases.run(folder, law.pack(), law.determiner()).failures()).isEmpty();
        assertThat(law.pack().programmes()).containsKey("more_pension");
        assertThat(filesWritten()).hasSize(5);
    }

    private String renamed(String file) throws IOException {
        return Files.readString(folder.resolve(file))
                .replace("example_pension_supplement", "more_pension")
                .replace("example.pension_level", "more.pension_level")
                .replace("VD01/2026", "VD02/2026");
    }

    /** A piece of the page, from the line that begins with {@code first} to the next empty line, as it goes into a file. */
    private static String block(String first) throws IOException {
        var found = Pattern.compile("(?m)^    (" + Pattern.quote(first) + "\\n(?:    .+\\n)+)")
                .matcher(Files.readString(GUIDE));
        assertThat(found.find()).as("the page says: %s", first).isTrue();
        return found.group(1).replaceAll("(?m)^(?:    )?", "  ");
    }

    private void add(String file, String text) throws IOException {
        var path = folder.resolve(file);
        assertThat(path).doesNotExist();
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void edit(String file, String old, String now) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, now));
    }

    private void append(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.writeString(path, Files.readString(path) + text);
    }

    private TreeSet<String> filesWritten() {
        Map<String, byte[]> before = PackReader.bytesOf(PackUnderTest.FOLDER);
        var written = new TreeSet<String>();
        PackReader.bytesOf(folder).forEach((file, now) -> {
            if (!java.util.Arrays.equals(before.get(file), now)) {
                written.add(file);
            }
        });
        return written;
    }
}
