package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.ansinh.rules.determination.ReasonJson;
import org.ansinh.rules.determination.Unverified;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures in rows: which row a number, a kind or a day finds, and which tables are refused. */
class TablesTest {

    private static final String RATES = """
            id: merit.wounded
            label: {vi: Trợ cấp thương binh, en: Wounded soldier}
            type: dong
            by: int
            values:
              - {from: 2020-01-01, BASIS, rows: {21: 1094000, 22: 1147000, 23..60: 2000000, 61..: 3174000}, otherwise: 0}
              - from: 2024-07-01
                basis: {instrument: 1/2021/NĐ-CP, article: 7}
                certainty: confirmed
                rows: {21: 1878000, 22: {value: 1968000, certainty: derived}, 23..60: 4000000, 61..: 5450000}
                otherwise: 0
            """;

    @TempDir
    Path folder;

    PackOnPaper paper;

    @BeforeEach
    void dictionary() {
        paper = PackOnPaper.in(folder)
                .enumeration("study", "none", "preschool", "primary", "university")
                .facts(
                        "id: person.rate, type: int, range: {min: 0, max: 100}, when_absent: {value: 0, says: NAME}",
                        "id: person.study, type: enum study, when_absent: {value: none, says: NAME}",
                        "id: person.share, type: decimal, range: {min: 0, max: 100}, when_absent: {value: 0, says: NAME}")
                .figure("law.amount", "dong", "500000")
                .figure("law.limit", "int", "16")
                .write("parameters/wounded.yaml", RATES);
    }

    @ParameterizedTest
    @CsvSource({
        "21, 2021-08, 1094000",
        "22, 2021-08, 1147000",
        "60, 2021-08, 2000000",
        "61, 2021-08, 3174000",
        "100, 2021-08, 3174000",
        "61, 2024-08, 5450000",
        "22, 2024-08, 1968000"
    })
    void theRateOfInjuryGivesTheAmountOfItsRow(int rate, String month, long amount) {
        paper.right("allowance", "person.rate > 1", "lookup(merit.wounded, person.rate)")
                .holds("allowance", """
                        - case: a wounded soldier
                          people: {a: {born: 1950-01-01, rate: %d}}
                          ask: {person: a, programme: allowance, from: %s, to: %s}
                          expect: {standing: [{from: %s, to: %s, answer: met, amount: %d}]}
                          why: the row of the table
                        """.formatted(rate, month, month, month, month, amount));
    }

    @Test
    void theReasonNamesTheRowAndARowMayBeLessCertainThanItsTable() {
        var law = paper.right("allowance", "person.rate > 1", "lookup(merit.wounded, person.rate)")
                .law();
        var lan = SubjectId.person(1);
        var facts = law.facts()
                .fact(lan, "person.rate", DateRange.always(), "22", Provenance.UNSTATED)
                .build();
        var answer = law.determiner()
                .determine(facts, lan, "allowance", new DateRange(LocalDate.of(2024, 8, 1), LocalDate.of(2024, 8, 31)));

        assertThat(ReasonJson.of(answer))
                .contains("\"parameter\":\"merit.wounded\"")
                .contains("\"row\":\"22\"")
                .contains("\"certainty\":\"derived\"");
        assertThat(answer.unverified()).extracting(Unverified::what).containsExactly("merit.wounded@2024-07-01#22");
    }

    @Test
    void anEnumerationIsAKeyToo() {
        paper.write("parameters/fees.yaml", """
                        id: law.fee
                        label: NAME
                        type: dong
                        by: enum study
                        values: [{from: 2020-01-01, BASIS, rows: {none: 0, preschool: 100000, primary: 50000, university: 900000}}]
                        """)
                .right("fee", "person.study != study.none", "lookup(law.fee, person.study)")
                .holds("fee", """
                        - case: a student
                          people: {a: {born: 2005-01-01, study: university}}
                          ask: {person: a, programme: fee, from: 2025-01, to: 2025-01}
                          expect: {standing: [{from: 2025-01, to: 2025-01, answer: met, amount: 900000}]}
                          why: the row of the enumeration
                        """);
    }

    @Test
    void bracketsOfDecimalsAndOfDaysMeetWithoutAGap() {
        paper.write("parameters/steps.yaml", """
                        - id: law.step
                          label: NAME
                          type: dong
                          by: decimal
                          values: [{from: 2020-01-01, BASIS, rows: {..<0.5: 1000, 0.5..<12.25: 2000, 12.25..: 3000}}]
                        - id: law.retirement
                          label: NAME
                          type: int
                          by: day
                          values: [{from: 2020-01-01, BASIS, rows: {..1960-12-31: 720, 1961-01-01..: 723}}]
                        """)
                .right(
                        "step",
                        "age_months(person.born) >= lookup(law.retirement, person.born)",
                        "lookup(law.step, person.share)")
                .holds("step", """
                        - case: half a percent lies in the second bracket
                          people: {a: {born: 1960-12-31, share: 0.5}, b: {born: 1961-01-01, share: 12.249}}
                          ask: {person: a, programme: step, from: 2020-12-31, to: 2020-12-31}
                          expect: {standing: [{from: 2020-12-31, to: 2020-12-31, answer: met, amount: 2000}]}
                          why: 720 months are complete on the anniversary
                        - case: the retirement age rises with the day of birth
                          people: {b: {born: 1961-01-01, share: 12.249}}
                          ask: {person: b, programme: step, from: 2021-03-31, to: 2021-04-01}
                          expect:
                            standing:
                              - {from: 2021-03-31, to: 2021-03-31, answer: not_met}
                              - {from: 2021-04-01, to: 2021-04-01, answer: met, amount: 2000}
                          why: 723 months are complete three months later
                        """);
    }

    @Test
    void aTableThatCouldFindNothingIsRefused() {
        paper.write("parameters/wounded.yaml", RATES.replace(", otherwise: 0", ""))
                .right("allowance", "person.rate > 1", "lookup(merit.wounded, person.rate)")
                .isRefused("merit.wounded has no row for 0 in the version of 2020-01-01, but the key can be 0 to 100");
    }

    @Test
    void rowsThatClaimTheSameKeyAreRefused() {
        paper.write("parameters/wounded.yaml", RATES.replace("23..60", "22..60"))
                .isRefused("the rows 22 and 22..60 both claim 22..60");
    }

    @Test
    void aKeyOfAnotherTypeIsRefused() {
        paper.right("allowance", "person.rate > 1", "lookup(merit.wounded, person.study)")
                .isRefused("lookup does not take table(int and dong) and enumeration study");
    }
}
