package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.cases.Reach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the cases of a programme show is read off what they expect and what comes out, not off their names. */
class ReachTest {

    private static final String CHANGE = """
            - case: the rate rises on 1 July 2024
              people: {a: {born: 1940-03-10}}
              ask: {person: a, programme: pension, from: 2024-06, to: 2024-07}
              expect:
                standing:
                  - {from: 2024-06-01, to: 2024-06-30, answer: met, amount: 500000}
                  - {from: 2024-07-01, to: 2024-07-31, answer: met, amount: 540000}
              why: by hand
            """;
    private static final String YOUNG = """
            - case: young
              people: {a: {born: 2000-03-10}}
              ask: {person: a, programme: pension, from: 2023-06, to: 2023-06}
              expect: {standing: [{from: 2023-06-01, to: 2023-06-30, answer: not_met}]}
              why: by hand
            """;
    private static final String TWO_RIGHTS = """
            - case: gift and pension
              people: {a: {born: 1940-03-10, decisions: {pension: 2023-06-10, gift: 2023-06-10}}}
              ask: {person: a, programme: pension, from: 2023-06, to: 2023-06}
              expect: {owed: {2023-06: 500000}}
              why: by hand
            """;

    @TempDir
    Path folder;

    PackOnPaper paper;

    @BeforeEach
    void write() {
        paper = PackOnPaper.in(folder)
                .figure("pension.age", "int", "75")
                .write("parameters/rate.yaml", """
                        id: pension.rate
                        label: NAME
                        type: dong
                        values:
                          - {from: 2020-01-01, value: 500000, BASIS}
                          - {from: 2024-07-01, value: 540000, BASIS}
                        """)
                .right("pension", "age(person.born) >= pension.age", "pension.rate")
                .right("gift", "age(person.born) >= pension.age", "pension.rate");
    }

    @Test
    void withoutCasesEverythingIsWanting() {
        assertThat(reach("").wanting())
                .containsExactly(
                        "0 case(s), 6 wanted",
                        "0 refusal(s), 2 wanted",
                        "no boundary day",
                        "no case over a change of law (2024-07-01)",
                        "no case in which two rights meet");
    }

    @Test
    void aCaseOnBothSidesOfANewRateIsABoundaryAndAChangeOfLaw() {
        var reach = reach(CHANGE);

        assertThat(reach.lawChanges()).containsExactly(LocalDate.of(2024, 7, 1));
        assertThat(reach.boundaryDay()).isTrue();
        assertThat(reach.changeOfLaw()).isTrue();
        assertThat(reach.overlap()).isFalse();
    }

    @Test
    void aRefusalIsOneThatIsExpected() {
        assertThat(reach(YOUNG).refusals()).isEqualTo(1);
        assertThat(reach(YOUNG).boundaryDay()).isFalse();
    }

    @Test
    void anotherDecidedRightOfThePeopleOfACaseMeetsThisOne() {
        assertThat(reach(TWO_RIGHTS).overlap()).isTrue();
    }

    @Test
    void whereTheLawNeverChangesNoCaseOverAChangeIsWanted() {
        paper.write(
                "parameters/rate.yaml",
                "{id: pension.rate, label: NAME, type: dong, values: [{from: 2020-01-01, value: 500000, BASIS}]}");

        assertThat(reach(YOUNG).wanting()).noneMatch(it -> it.contains("change of law"));
    }

    private Reach reach(String cases) {
        paper.write("programmes/pension/cases.yaml", cases.isEmpty() ? "[]" : cases);
        var law = paper.law();
        var report = Cases.run(folder, law.pack(), law.determiner());
        assertThat(report.failures()).isEmpty();
        return report.reaches().stream()
                .filter(it -> it.programme().equals("pension"))
                .findFirst()
                .orElseThrow();
    }
}
