package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.ansinh.rules.determination.NearMiss;
import org.ansinh.rules.determination.ReasonJson;
import org.ansinh.rules.determination.ReasonSentences;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Provision;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reasons are output: in a published shape, with both clocks, and with what is not far from being met. */
class ReasonsTest {

    private static final SubjectId LAN = SubjectId.person(1);
    private static final SubjectId HOME = SubjectId.household(1);
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 20);

    @TempDir
    Path folder;

    PackOnPaper paper;

    @BeforeEach
    void write() {
        paper = PackOnPaper.in(folder)
                .enumeration("household_class", "none", "near_poor", "poor")
                .facts(
                        "id: person.certified, type: bool, when_absent: ask",
                        "id: person.pension, type: dong, range: {min: 0, max: 100000000}, when_absent: {value: 0, says: NAME}",
                        "id: household.class, type: enum household_class, when_absent: {value: none, says: NAME}")
                .figure("law.amount", "dong", "500000")
                .figure("law.age", "int", "75")
                .figure("law.young_age", "int", "70")
                .programme("pension", """
                        id: pension
                        label: {vi: Hưu trí xã hội, en: Social pension}
                        subject: person
                        kind: right
                        period: month
                        payee: beneficiary
                        provisions:
                          - {id: aged, says: {vi: Từ 75 tuổi, en: From 75}, from: 2020-01-01, BASIS, amount: law.amount, start: {rule: month_met}, conditions: [{id: age, says: {vi: Đủ 75 tuổi, en: Is 75}, when: age(person.born) >= law.age, else: not_so}, {id: small, says: {vi: Lương hưu thấp, en: A small pension}, when: person.pension < law.amount, else: not_so}]}
                          - {id: poor, says: {vi: Từ 70 tuổi hộ nghèo, en: From 70 in a poor household}, from: 2020-01-01, BASIS, amount: law.amount, start: {rule: month_met}, conditions: [{id: age70, says: NAME, when: age(person.born) >= law.young_age, else: not_so}, {id: poor, says: {vi: Hộ nghèo hoặc cận nghèo, en: Poor or near-poor}, when: "household.class in [household_class.near_poor, household_class.poor]", else: not_so}]}
                          - {id: sick, says: {vi: Người bệnh có giấy, en: Sick with a certificate}, from: 2020-01-01, BASIS, amount: law.amount, start: {rule: month_met}, conditions: [{id: certified, says: {vi: Có giấy xác nhận, en: Has the certificate}, when: person.certified, else: not_so}]}
                        combine: {rule: highest}
                        """);
    }

    private List<NearMiss> near(Law law, String born, String pension, String certified) {
        var book = law.facts()
                .residence(LAN, HOME, DateRange.always())
                .fact(LAN, "person.born", DateRange.always(), born, Provenance.UNSTATED)
                .fact(LAN, "person.pension", DateRange.always(), pension, Provenance.UNSTATED);
        if (!certified.isEmpty()) {
            book.fact(LAN, "person.certified", DateRange.always(), certified, Provenance.UNSTATED);
        }
        return law.determiner().nearMisses(book.build(), LAN, "pension", OCTOBER);
    }

    @Test
    void aBirthdayWithinAYearIsToldAheadWithItsDay() {
        var law = paper.law();

        assertThat(near(law, "1951-02-20", "0", "false"))
                .filteredOn(it -> it.provision().equals("aged"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(NearMiss.Kind.ON_DAY);
                    assertThat(it.day()).contains(LocalDate.of(2026, 2, 20));
                    assertThat(it.amount()).hasValue(500_000);
                    assertThat(ReasonSentences.of(law.pack(), it, Language.VI))
                            .isEqualTo(
                                    "Từ 75 tuổi: 500.000 đồng: sẽ đủ điều kiện từ 20/02/2026 [Điều 1 Nghị định 1/2021/NĐ-CP]");
                });
    }

    @Test
    void whatOneOtherCircumstanceWouldBringIsTold() {
        assertThat(near(paper.law(), "1951-02-20", "0", "false"))
                .filteredOn(it -> it.provision().equals("poor"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(NearMiss.Kind.IF_FACT);
                    assertThat(it.fact()).contains("household.class");
                    assertThat(it.value().orElseThrow().vi()).isEqualTo("near_poor");
                });
    }

    @Test
    void aMissingCertificateIsNamed() {
        assertThat(near(paper.law(), "1990-02-20", "0", "")).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(NearMiss.Kind.IF_KNOWN);
            assertThat(it.fact()).contains("person.certified");
            assertThat(it.lacks().en()).isEqualTo("Has the certificate");
        });
    }

    @Test
    void whereANumberIsInTheWayTheConditionIsNamed() {
        assertThat(near(paper.law(), "1940-02-20", "3500000", "false"))
                .filteredOn(it -> it.provision().equals("aged"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(NearMiss.Kind.LACKS_ONE);
                    assertThat(it.lacks().en()).isEqualTo("A small pension");
                });
    }

    @Test
    void whoIsMetOrFarFromItIsToldNothing() {
        assertThat(near(paper.law(), "1940-02-20", "0", "false")).isEmpty();
        assertThat(near(paper.law(), "1990-02-20", "900000", "false"))
                .extracting(NearMiss::provision)
                .containsExactly("sick");
    }

    @Test
    void bothClocksOfAFactAndTheDaysOfAFigureAreWritten() {
        var law = paper.law();
        var known = Provenance.of("giấy xác nhận", 12);
        var facts = law.facts()
                .fact(
                        LAN,
                        "person.certified",
                        new DateRange(LocalDate.of(2025, 3, 1), DateRange.LAST_DAY),
                        "true",
                        known)
                .build();
        var days = new DateRange(OCTOBER, OCTOBER);

        assertThat(ReasonJson.of(law.determiner().determine(facts, LAN, days)))
                .contains(
                        "\"true_during\":{\"from\":\"2025-03-01\",\"to\":\"9999-12-31\"},\"assumed\":false,\"source\":\"giấy xác nhận\",\"recording\":12")
                .contains("\"days\":{\"from\":\"2020-01-01\",\"to\":\"9999-12-31\"}");
    }

    @Test
    void everyAnswerHasThePublishedShape() throws IOException {
        var schema = Files.readString(Path.of("../docs/law/determination.schema.json"));
        var law = Law.load(LawTest.PACK);
        for (long seed = 0; seed < 20; seed++) {
            var facts = FastAndExplainedTest.household(new Random(seed));
            var days = new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2026, 12, 31));
            for (var subject : facts.people()) {
                var json = ReasonJson.of(law.determiner().determine(facts, subject, days));
                assertThat(JsonShape.problems(schema, json)).isEmpty();
            }
            var power = ReasonJson.of(law.determiner().determine(facts, HOME, days));
            assertThat(JsonShape.problems(schema, power)).isEmpty();
        }
    }

    @Test
    void everyProvisionOfTheLawIsSaidOnceHoweverManyDaysRestOnIt() {
        var law = Law.load(LawTest.PACK);
        var facts = FastAndExplainedTest.household(new Random(7));
        var years = new DateRange(LocalDate.of(2021, 1, 1), LocalDate.of(2026, 12, 31));
        for (var subject : facts.people()) {
            var answer = law.determiner().determine(facts, subject, years);
            var pieces = answer.outcomes().stream()
                    .mapToInt(it -> it.reasons().spans().size())
                    .sum();
            var json = ReasonJson.of(answer);

            assertThat(pieces).isGreaterThan(answer.outcomes().size());
            law.pack().programmes().values().stream()
                    .flatMap(it -> it.provisions().stream())
                    .collect(Collectors.groupingBy(Provision::id, Collectors.counting()))
                    .forEach((id, number) -> assertThat(json.split("\"provision\":\"" + id + "\"", -1))
                            .hasSizeLessThanOrEqualTo(1 + number.intValue()));
        }
    }

    @Test
    void aWrongShapeIsNoticed() throws IOException {
        var schema = Files.readString(Path.of("../docs/law/determination.schema.json"));

        assertThat(JsonShape.problems(
                        schema,
                        "{\"schema\":1,\"pack\":\"x\",\"subject\":{\"kind\":\"dog\",\"number\":1},\"days\":{},\"outcomes\":[],"
                                + "\"found\":{\"provisions\":[],\"conditions\":[],\"used\":[]},"
                                + "\"law\":{\"provisions\":[],\"conditions\":[],\"facts\":[],\"parameters\":[]}}"))
                .containsExactly(
                        "/schema: 1 is not one of [3]",
                        "/subject/kind: dog is not one of [person, household, village]",
                        "/days: lacks from",
                        "/days: lacks to");
    }
}
