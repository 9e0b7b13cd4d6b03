package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.determination.ReasonJson;
import org.ansinh.rules.determination.ReasonSentences;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Combination;
import org.ansinh.rules.pack.Language;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programmes of which not all may be received: which are, for one person and for a household, and why the others are not. */
class CombinationTest {

    @TempDir
    private Path folder;

    private PackOnPaper paper;

    @BeforeEach
    void programmes() {
        paper = PackOnPaper.in(folder)
                .facts(
                        "id: person.old, type: bool, when_absent: {value: false, says: NAME}",
                        "id: person.severe, type: bool, when_absent: ask",
                        "id: person.orphan, type: bool, when_absent: {value: false, says: NAME}",
                        "id: person.cares_for_two, type: bool, when_absent: {value: false, says: NAME}",
                        "id: person.cares, type: bool, when_absent: {value: false, says: NAME}",
                        "id: person.rents, type: bool, when_absent: {value: false, says: NAME}",
                        "id: household.roof_lost, type: bool, when_absent: {value: false, says: NAME}")
                .figure("f.pension", "dong", "500000")
                .figure("f.severe", "dong", "750000")
                .figure("f.orphan", "dong", "400000")
                .figure("f.carer", "dong", "300000")
                .figure("f.rent", "dong", "600000")
                .figure("f.roof", "dong", "900000")
                .right("pension", "person.old", "f.pension")
                .right("severe", "person.severe", "f.severe")
                .right("orphan", "person.orphan", "f.orphan")
                .right("carer", "person.cares", "person.cares_for_two ? f.carer + f.carer : f.carer")
                .right("rent", "person.rents", "f.rent");
        paper.programme("roof", """
                id: roof
                label: NAME
                subject: household
                kind: right
                period: month
                payee: household_head
                provisions:
                  - id: only
                    says: NAME
                    from: 2020-01-01
                    BASIS
                    conditions: [{id: so, says: NAME, when: household.roof_lost, else: not_so}]
                    amount: f.roof
                    start: {rule: month_of_signature}
                """);
    }

    private void rules(String... rules) {
        var text = new StringBuilder("exclusive:\n");
        for (var rule : rules) {
            text.append("  - {").append(rule).append(", BASIS}\n");
        }
        paper.write("programmes/combination.yaml", text.toString());
    }

    @Test
    void theFirstInTheOrderOfTheRuleIsKeptEvenWhereItIsLess() {
        rules("id: orphan_first, programmes: [orphan, severe], keep: first");
        paper.holds("severe", """
                - case: a severely disabled orphan
                  people: {a: {born: 2015-03-01, facts: {orphan: true, severe: true}, decisions: {orphan: 2025-01-10, severe: 2025-01-10}}}
                  ask: {person: a, programme: severe, from: 2025-01, to: 2025-02}
                  expect:
                    standing: [{from: 2025-01-01, to: 2025-02-28, answer: not_met, reasons: [orphan_first]}]
                    owed: {2025-01: 0, 2025-02: 0}
                  why: the rule names the orphan's allowance first
                - case: not an orphan any more from March
                  people: {a: {born: 2015-03-01, facts: {orphan: [{to: 2025-02-28, value: true}], severe: true}, decisions: {orphan: 2025-01-10, severe: 2025-01-10}}}
                  ask: {person: a, programme: severe, from: 2025-02, to: 2025-03}
                  expect:
                    standing:
                      - {from: 2025-02-01, to: 2025-02-28, answer: not_met}
                      - {from: 2025-03-01, to: 2025-03-31, answer: met, amount: 750000}
                    owed: {2025-02: 0, 2025-03: 750000}
                  why: nothing stands before it from March
                - case: the orphan's allowance is met but nobody has signed it
                  people: {a: {born: 2015-03-01, facts: {orphan: true, severe: true}, decisions: {severe: 2025-01-10}}}
                  ask: {person: a, programme: severe, from: 2025-01, to: 2025-01}
                  expect: {owed: {2025-01: 750000}}
                  why: money is compared with what is signed
                """);
    }

    @Test
    void whatIsFirstAndNotKnownLeavesTheLaterOpenWithoutAFloor() {
        rules("id: severe_first, programmes: [severe, orphan], keep: first");
        paper.holds("orphan", """
                - case: an orphan of whom nobody knows whether they are severely disabled
                  people: {a: {born: 2015-03-01, facts: {orphan: true}}}
                  ask: {person: a, programme: orphan, from: 2025-01, to: 2025-01}
                  expect:
                    standing: [{from: 2025-01-01, to: 2025-01-31, answer: undetermined, floor: 400000, missing: [person.severe]}]
                  why: severe is more; whoever is severe has no less than the floor
                """);
        paper.figure("f.severe", "dong", "350000").holds("orphan", """
                - case: the same where the first is the lower
                  people: {a: {born: 2015-03-01, facts: {orphan: true}}}
                  ask: {person: a, programme: orphan, from: 2025-01, to: 2025-01}
                  expect:
                    standing: [{from: 2025-01-01, to: 2025-01-31, answer: undetermined, missing: [person.severe]}]
                  why: if severe, 350,000 is all there is
                """);
        var law = paper.law();
        var child = SubjectId.person(1);
        var facts = law.facts()
                .fact(child, "person.born", DateRange.always(), "2015-03-01", Provenance.UNSTATED)
                .fact(child, "person.orphan", DateRange.always(), "true", Provenance.UNSTATED)
                .build();
        var stands = law.determiner()
                .determine(facts, child, "orphan", january())
                .standing()
                .spans();
        assertThat(stands.getFirst().value().floor()).isEmpty();
    }

    @Test
    void oneCarerInAHouseholdAndTheOneWithMore() {
        rules("id: one_carer, programmes: [carer], per: household, keep: higher");
        paper.holds("carer", """
                - case: the mother cares for two, the father for one
                  households: {h: {members: [mother, father, child]}}
                  people:
                    mother: {born: 1990-01-01, facts: {cares: true, cares_for_two: true}, decisions: {carer: 2025-01-05}}
                    father: {born: 1988-01-01, facts: {cares: true}, decisions: {carer: 2025-01-05}}
                    child: {born: 2015-01-01}
                  ask: {person: father, programme: carer, from: 2025-01, to: 2025-01}
                  expect:
                    standing: [{from: 2025-01-01, to: 2025-01-31, answer: not_met, reasons: [one_carer]}]
                    owed: {2025-01: 0}
                  why: one in a household, and hers is higher
                - case: the mother cares for two, seen from her
                  households: {h: {members: [father, mother]}}
                  people:
                    father: {born: 1988-01-01, facts: {cares: true}, decisions: {carer: 2025-01-05}}
                    mother: {born: 1990-01-01, facts: {cares: true, cares_for_two: true}, decisions: {carer: 2025-01-05}}
                  ask: {person: mother, programme: carer, from: 2025-01, to: 2025-01}
                  expect:
                    standing: [{from: 2025-01-01, to: 2025-01-31, answer: met, amount: 600000}]
                    owed: {2025-01: 600000}
                  why: one in a household, and hers is higher
                - case: the mother dies on 10 March
                  households: {h: {members: [mother, father]}}
                  people:
                    mother: {born: 1990-01-01, facts: {cares: true, cares_for_two: true, died_on: 2025-03-10}, decisions: {carer: 2025-01-05}}
                    father: {born: 1988-01-01, facts: {cares: true}, decisions: {carer: 2025-03-20}}
                  ask: {person: father, programme: carer, from: 2025-03, to: 2025-04}
                  expect:
                    standing:
                      - {from: 2025-03-01, to: 2025-03-10, answer: not_met, reasons: [one_carer]}
                      - {from: 2025-03-11, to: 2025-04-30, answer: met, amount: 300000}
                    owed: {2025-03: 0, 2025-04: 300000}
                  why: March is still hers; a household has one carer's allowance for a month
                - case: the father has moved out in May
                  households: {h: {members: [mother, {person: father, to: 2025-05-14}]}, other: {members: [{person: father, from: 2025-05-15}]}}
                  people:
                    mother: {born: 1990-01-01, facts: {cares: true, cares_for_two: true}, decisions: {carer: 2025-01-05}}
                    father: {born: 1988-01-01, facts: {cares: true}, decisions: {carer: 2025-01-05}}
                  ask: {person: father, programme: carer, from: 2025-05, to: 2025-06}
                  expect:
                    standing:
                      - {from: 2025-05-01, to: 2025-05-14, answer: not_met, reasons: [one_carer]}
                      - {from: 2025-05-15, to: 2025-06-30, answer: met, amount: 300000}
                    owed: {2025-05: 0, 2025-06: 300000}
                  why: from June nobody else of his household has it
                """);
    }

    @Test
    void aHouseholdAndItsMembersHaveOneOfTheTwo() {
        rules("id: one_roof, programmes: [roof, rent], per: household, keep: higher");
        paper.holds("rent", """
                - case: a household that lost its roof, and a daughter who rents a room
                  households: {h: {members: [daughter], facts: {roof_lost: [{from: 2025-02-11, value: true}]}, decisions: {roof: 2025-02-20}}}
                  people: {daughter: {born: 2000-01-01, facts: {rents: true}, decisions: {rent: 2025-01-05}}}
                  ask: {person: daughter, programme: rent, from: 2025-01, to: 2025-02}
                  expect:
                    standing:
                      - {from: 2025-01-01, to: 2025-02-10, answer: met, amount: 600000}
                      - {from: 2025-02-11, to: 2025-02-28, answer: not_met, reasons: [one_roof]}
                    owed: {2025-01: 600000, 2025-02: 0}
                  why: the roof is more than the rent
                """);
    }

    @Test
    void ofSeveralRulesTheBestLawfulSetIsReceived() {
        rules(
                "id: age_or_severity, programmes: [pension, severe], keep: higher",
                "id: severity_or_orphan, programmes: [severe, orphan], keep: higher");
        paper.holds("severe", """
                - case: old, severely disabled and an orphan
                  people: {a: {born: 1950-03-01, facts: {old: true, severe: true, orphan: true}, decisions: {pension: 2025-01-02, severe: 2025-01-02, orphan: 2025-01-02}}}
                  ask: {person: a, programme: severe, from: 2025-01, to: 2025-01}
                  expect:
                    standing: [{from: 2025-01-01, to: 2025-01-31, answer: not_met, reasons: [age_or_severity]}]
                    owed: {2025-01: 0}
                  why: 500,000 and 400,000 stand side by side and are more than 750,000
                - case: old and severely disabled
                  people: {a: {born: 1950-03-01, facts: {old: true, severe: true}, decisions: {pension: 2025-01-02, severe: 2025-01-02}}}
                  ask: {person: a, programme: severe, from: 2025-01, to: 2025-01}
                  expect:
                    standing: [{from: 2025-01-01, to: 2025-01-31, answer: met, amount: 750000}]
                    owed: {2025-01: 750000}
                  why: 750,000 is more than 500,000
                - case: only the severe one and the orphan's are signed
                  people: {a: {born: 1950-03-01, facts: {old: true, severe: true, orphan: true}, decisions: {severe: 2025-01-02, orphan: 2025-01-02}}}
                  ask: {person: a, programme: severe, from: 2025-01, to: 2025-01}
                  expect: {owed: {2025-01: 750000}}
                  why: of what is signed, severe alone is best
                """);
        paper.holds("pension", """
                - case: old and an orphan, severity not known
                  people: {a: {born: 1950-03-01, facts: {old: true, orphan: true}}}
                  ask: {person: a, programme: pension, from: 2025-01, to: 2025-01}
                  expect:
                    standing: [{from: 2025-01-01, to: 2025-01-31, answer: met, amount: 500000}]
                  why: with 400,000 beside it, it stays in whatever the severity; nothing is asked
                - case: old, severity not known
                  people: {a: {born: 1950-03-01, facts: {old: true}}}
                  ask: {person: a, programme: pension, from: 2025-01, to: 2025-01}
                  expect:
                    standing: [{from: 2025-01-01, to: 2025-01-31, answer: undetermined, floor: 500000, missing: [person.severe]}]
                  why: the other would be more; at least this much is due
                """);
    }

    @Test
    void anotherPersonWhoMayHaveMoreLeavesNoFloor() {
        paper.right("one_of_home", "person.severe", "f.severe");
        rules("id: one_in_home, programmes: [one_of_home, pension], per: household, keep: higher");
        paper.holds("pension", """
                - case: a grandmother, and a grandson whose certificate is missing
                  households: {h: {members: [grandmother, grandson]}}
                  people: {grandmother: {born: 1945-01-01, facts: {old: true, severe: false}}, grandson: {born: 2010-01-01}}
                  ask: {person: grandmother, programme: pension, from: 2025-01, to: 2025-01}
                  expect:
                    standing: [{from: 2025-01-01, to: 2025-01-31, answer: undetermined, missing: [person.severe]}]
                  why: what he would have is not hers
                """);
    }

    @Test
    void aRuleHoldsOnItsDaysOnly() {
        rules("id: since_july, programmes: [pension, severe], keep: higher, from: 2025-07-01");
        paper.holds("pension", """
                - case: old and severely disabled when the rule begins
                  people: {a: {born: 1950-03-01, facts: {old: true, severe: true}, decisions: {pension: 2025-01-02, severe: 2025-01-02}}}
                  ask: {person: a, programme: pension, from: 2025-06, to: 2025-07}
                  expect:
                    standing:
                      - {from: 2025-06-01, to: 2025-06-30, answer: met, amount: 500000}
                      - {from: 2025-07-01, to: 2025-07-31, answer: not_met, reasons: [since_july]}
                    owed: {2025-06: 500000, 2025-07: 0}
                  why: both until the end of June, the higher from July
                """);
    }

    @Test
    void whatLostSaysToWhomAndHowMuchItWouldHaveBeen() {
        rules("id: one_carer, programmes: [carer], per: household, keep: higher");
        var law = paper.law();
        var home = SubjectId.household(1);
        var mother = SubjectId.person(1);
        var father = SubjectId.person(2);
        var facts = law.facts()
                .residence(mother, home, DateRange.always())
                .residence(father, home, DateRange.always())
                .fact(mother, "person.born", DateRange.always(), "1990-01-01", Provenance.UNSTATED)
                .fact(father, "person.born", DateRange.always(), "1988-01-01", Provenance.UNSTATED)
                .fact(mother, "person.cares", DateRange.always(), "true", Provenance.UNSTATED)
                .fact(father, "person.cares", DateRange.always(), "true", Provenance.UNSTATED)
                .build();
        var answer = law.determiner().determine(facts, father, "carer", january());

        assertThat(ReasonJson.of(answer))
                .contains(
                        "\"lost_to\":{\"rule\":\"one_carer\",\"programme\":\"carer\","
                                + "\"of\":{\"kind\":\"person\",\"number\":1},"
                                + "\"says\":{\"vi\":\"Mỗi hộ chỉ một người hưởng: người khác trong hộ hưởng Tên\","
                                + "\"en\":\"Only one in a household receives: somebody else in it has Name\"},\"amount\":300000");
        assertThat(ReasonSentences.of(law.pack(), answer, Language.VI))
                .contains("Mỗi hộ chỉ một người hưởng: người khác trong hộ hưởng Tên [Điều 1 Nghị định 1/2021/NĐ-CP]");
    }

    @Test
    void ordersThatContradictOneAnotherAreRefusedWithTheirPath() {
        rules(
                "id: one, programmes: [orphan, severe, pension], keep: first",
                "id: two, programmes: [pension, orphan], keep: first");
        paper.isRefused(
                "the orders of rules that keep the first lead back to themselves: pension → orphan → severe → pension");
    }

    @Test
    void aRuleThatSaysNothingIsRefused() {
        rules("id: one, programmes: [carer], keep: higher");
        paper.isRefused("a programme cannot shut out itself; name another one, or write 'per: household'");
        rules("id: one, programmes: [carer, pension], keep: hihger");
        paper.isRefused("expected one of higher, first, found 'hihger'; did you mean higher?");
        rules("id: one, programmes: [roof, pension], keep: higher");
        paper.isRefused("only programmes that pay the same kind of subject can exclude one another");
    }

    private static DateRange january() {
        return new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31));
    }

    @Test
    void whereTheFirstRulesOnlyTheFirstIsNamedAsTheGround() {
        var met = List.of("aged_75", "aged_70_poor");

        assertThat(rule(Combination.Rule.FIRST).grounds(met)).containsExactly("aged_75");
        assertThat(rule(Combination.Rule.FIRST).grounds(List.of())).isEmpty();
        assertThat(rule(Combination.Rule.HIGHEST).grounds(met)).isEqualTo(met);
        assertThat(rule(Combination.Rule.SUM).grounds(met)).isEqualTo(met);
    }

    private static Combination rule(Combination.Rule rule) {
        return new Combination(rule, Optional.empty(), List.of());
    }
}
