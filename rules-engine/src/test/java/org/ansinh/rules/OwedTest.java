package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.determination.Unverified;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How days become money by each rule that the law knows. */
class OwedTest {

    private static final String CALENDARS = """
            - id: school_year
              label: {vi: Năm học, en: School year}
              starts: 9
              terms: [{id: I, months: [9, 10, 11, 12]}, {id: II, months: [1, 2, 3, 4, 5]}]
              BASIS
            - id: scholarship
              label: {vi: Năm học bổng, en: Scholarship year}
              starts: 10
              terms: [{id: I, months: [10, 11, 12, 1, 2, 3]}, {id: II, months: [4, 5, 6, 7, 8, 9]}]
              BASIS
            """;

    @TempDir
    Path folder;

    PackOnPaper paper;

    @BeforeEach
    void dictionary() {
        paper = PackOnPaper.in(folder)
                .write("calendars.yaml", CALENDARS)
                .enumeration("damage", "none", "heavy", "destroyed")
                .facts(
                        "id: person.entitled, type: bool, when_absent: {value: false, says: NAME}",
                        "id: person.level, type: dong, range: {min: 0, max: 1000000000}, when_absent: {value: 100000, says: NAME}",
                        "id: person.bereaved_on, type: day, when_absent: {value: 9999-12-31, says: NAME}",
                        "id: person.rested_on, type: day, when_absent: {value: 9999-12-31, says: NAME}",
                        "id: household.damage, type: enum damage, when_absent: {value: none, says: NAME}")
                .figure("law.claim_months", "int", "3")
                .write("parameters/price.yaml", """
                        id: law.price
                        label: NAME
                        type: dong
                        values: [{from: 2020-01-01, value: 1000, BASIS}, {from: 2025-05-10, value: 2000, BASIS}]
                        """)
                .write("parameters/tet.yaml", """
                        id: gifts.tet
                        label: NAME
                        type: day
                        values: [{from: 2025-01-01, value: 2025-01-29, BASIS}, {from: 2026-01-01, value: 2026-02-17, BASIS}]
                        """);
    }

    private void programme(String period, String amount, String start) {
        paper.programme("p", """
                id: p
                label: NAME
                subject: person
                kind: right
                payee: beneficiary
                %s
                provisions:
                  - id: only
                    says: NAME
                    from: 2020-01-01
                    BASIS
                    conditions: [{id: so, says: NAME, when: person.entitled, else: not_so}]
                    amount: "%s"
                    %s
                """.formatted(period, amount, start.isEmpty() ? "" : "start: " + start));
    }

    private void owes(String person, String from, String to, String owed) {
        paper.holds("p", """
                - case: worked by hand
                  people: {a: {born: 1950-01-01, %s}}
                  ask: {person: a, programme: p, from: %s, to: %s}
                  expect: {owed: {%s}}
                  why: the rule of the period
                """.formatted(person, from, to, owed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            month_of_signature                             | 2025-05: 0, 2025-06: 100000
            month_after_signature                          | 2025-06: 0, 2025-07: 100000
            month_met                                      | 2025-02: 0, 2025-03: 100000, 2025-06: 100000
            {rule: month_of, fact: person.bereaved_on}     | 2025-03: 0, 2025-04: 100000, 2025-06: 100000
            {rule: month_after, fact: person.bereaved_on}  | 2025-04: 0, 2025-05: 100000, 2025-06: 100000
            """)
    void aDecisionPaysFromTheMonthItsStartRuleSays(String start, String owed) {
        programme("period: month", "person.level", start.startsWith("{") ? start : "{rule: %s}".formatted(start));
        owes(
                "entitled: [{from: 2025-03-20, value: true}], bereaved_on: 2025-04-02, decisions: {p: 2025-06-15}",
                "2025-01",
                "2025-12",
                owed);
    }

    @ParameterizedTest
    @CsvSource({
        "last_met_day,  100000, 200000, 200000, 500000",
        "first_met_day, 100000, 100000, 200000, 200000",
        "first_day,     100000, 100000, 200000, 200000"
    })
    void aChangeOfLevelCountsFromItsMonthOrTheOneAfter(String rule, long april, long may, long june, long july) {
        programme("period: month\nlevel_on: " + rule, "person.level", "{rule: month_met}");
        owes(
                "entitled: true, level: [{to: 2025-05-14, value: 100000}, {from: 2025-05-15, to: 2025-07-01, value: 200000}, {from: 2025-07-02, value: 500000}], decisions: {p: 2025-04-01}",
                "2025-04",
                "2025-07",
                "2025-04: %d, 2025-05: %d, 2025-06: %d, 2025-07: %d".formatted(april, may, june, july));
    }

    @Test
    void theRuleOfLevelMayChangeAndBeUnverified() {
        programme("""
                period: month
                level_on:
                  - {rule: last_met_day}
                  - {from: 2025-07-01, rule: first_met_day, basis: {instrument: 1/2021/NĐ-CP, article: 9}, certainty: secondary}
                """, "person.level", "{rule: month_met}");
        owes(
                "entitled: true, level: [{to: 2025-05-14, value: 100000}, {from: 2025-05-15, to: 2025-07-14, value: 200000}, {from: 2025-07-15, value: 500000}], decisions: {p: 2025-04-01}",
                "2025-05",
                "2025-08",
                "2025-05: 200000, 2025-07: 200000, 2025-08: 500000");
        var law = paper.law();
        var a = SubjectId.person(1);
        var facts = law.facts()
                .fact(a, "person.entitled", DateRange.always(), "true", Provenance.UNSTATED)
                .build();

        assertThat(law.determiner().determine(facts, a, "p", month("2025-06")).unverified())
                .isEmpty();
        assertThat(law.determiner().determine(facts, a, "p", month("2025-07")).unverified())
                .extracting(Unverified::what)
                .containsExactly("p.level_on@2025-07-01");
    }

    @Test
    void termsSumTheMonthsOfStudyAndHolidaysOweNothing() {
        programme("period: term\ncalendar: school_year", "person.level", "{rule: month_met}");
        owes(
                "entitled: [{from: 2025-10-05, to: 2026-07-31, value: true}], decisions: {p: 2025-09-01}",
                "2025-09",
                "2026-08",
                "2025-2026-I: 300000, 2025-2026-II: 500000, 2026-2027-I: 0");
    }

    @Test
    void aMonthlySupportOfNineMonthsStopsInSummer() {
        programme("period: month\ncalendar: school_year", "person.level", "{rule: month_met}");
        owes(
                "entitled: true, decisions: {p: 2025-09-01}",
                "2026-04",
                "2026-09",
                "2026-05: 100000, 2026-06: 0, 2026-08: 0, 2026-09: 100000");
    }

    @Test
    void aSchoolYearMayOweOnceOrMonthByMonth() {
        programme("period: year\ncalendar: school_year", "person.level", "{rule: month_met}");
        owes(
                "entitled: [{from: 2026-02-10, value: true}], decisions: {p: 2026-03-01}",
                "2025-09",
                "2026-10",
                "2025-2026: 100000, 2026-2027: 100000");
        programme("period: year\namount_per: month\ncalendar: school_year", "person.level", "{rule: month_met}");
        owes(
                "entitled: [{from: 2026-02-10, value: true}], decisions: {p: 2026-03-01}",
                "2025-09",
                "2026-08",
                "2025-2026: 400000");
    }

    @Test
    void aYearlyAmountIsOwedOnceAYearFromTheYearOfDecision() {
        programme("period: year", "person.level", "{rule: month_of_signature}");
        owes("entitled: true, decisions: {p: 2025-05-20}", "2024-01", "2026-12", "2024: 0, 2025: 100000, 2026: 100000");
        assertThat(dueMonths("p", "2025-05-20")).containsExactly("2025 in 2025-05", "2026 in 2026-01");
    }

    @Test
    void everySecondYearLeavesOneOut() {
        programme(
                "period: year\nevery: {years: 2, last: person.rested_on}",
                "person.level",
                "{rule: month_of_signature}");
        owes(
                "entitled: true, decisions: {p: 2022-05-20}",
                "2022-01",
                "2026-12",
                "2022: 100000, 2023: 0, 2024: 100000, 2025: 0, 2026: 100000");
        owes(
                "entitled: true, rested_on: 2023-08-01, decisions: {p: 2024-05-20}",
                "2024-01",
                "2026-12",
                "2024: 0, 2025: 100000, 2026: 0");
        owes(
                "entitled: true, decisions: {p: [{signed: 2023-03-01, from: 2023-03-01, to: 2023-12-31}, {signed: 2024-03-01, from: 2024-03-01, to: 2024-12-31}, {signed: 2025-03-01, from: 2025-03-01, to: 2025-12-31}]}",
                "2023-01",
                "2025-12",
                "2023: 100000, 2024: 0, 2025: 100000");
    }

    @Test
    void whatIsDueOncePaysEveryDecisionOrOnlyTheFirstOfALife() {
        programme("period: once", "person.level", "{rule: month_of_signature}");
        var twice =
                "entitled: true, decisions: {p: [{signed: 2024-03-05, from: 2024-03-05, to: 2024-12-31}, {signed: 2025-03-05, from: 2025-03-05, to: 2025-12-31}]}";
        owes(twice, "2024-01", "2025-12", "2024-03: 100000, 2025-03: 100000");
        programme("period: once\nonce_per: life", "person.level", "{rule: month_of_signature}");
        owes(twice, "2024-01", "2025-12", "2024-03: 100000, 2025-03: 0");
    }

    @ParameterizedTest
    @CsvSource({"day, 4000", "first_day_of_period, 3000", "last_day_of_period, 6000"})
    void aTariffThatChangesInsideAQuarterIsReadOnThePriceDay(String prices, long quarter) {
        programme("period: quarter\nlevel_on: first_day\nprices_on: " + prices, "law.price", "{rule: month_met}");
        owes("entitled: true, decisions: {p: 2025-01-01}", "2025-04", "2025-06", "2025-Q2: %d".formatted(quarter));
    }

    @Test
    void aFuneralIsPaidAtTheRateOfTheDayOfDeathWheneverItIsSigned() {
        paper.write("parameters/price.yaml", """
                id: law.price
                label: NAME
                type: dong
                values: [{from: 2020-01-01, value: 7200000, BASIS}, {from: 2024-07-01, value: 10000000, BASIS}]
                """);
        programme("period: event\nevent: {fact: person.died_on}", "law.price", "");
        paper.holds("p", """
                - case: died in June, the rate rises in July, signed in August
                  people: {a: {born: 1940-01-01, died_on: 2024-06-30, entitled: [{to: 2024-06-30, value: true}], decisions: {p: 2024-08-12}}}
                  ask: {person: a, programme: p, from: 2024-06, to: 2024-12}
                  expect:
                    standing:
                      - {from: 2024-06-01, to: 2024-06-29, answer: not_met, reasons: [no_event]}
                      - {from: 2024-06-30, to: 2024-12-31, answer: met, amount: 7200000}
                    owed: {2024-06-30: 7200000}
                  why: the law looks at the day of death, when he was still entitled
                - case: nobody signs
                  people: {a: {born: 1940-01-01, died_on: 2024-06-30, entitled: true}}
                  ask: {person: a, programme: p, from: 2024-06, to: 2024-12}
                  expect: {owed: {2024-06-30: 0}}
                  why: nothing is owed without a decision
                """);
        assertThat(dueMonths("p", "2024-08-12", "person.died_on", "2024-06-30"))
                .containsExactly("2024-06-30 in 2024-08");
    }

    @Test
    void everyFloodIsPaidOnceAndASecondDecisionDoesNotPayItAgain() {
        paper.programme("p", """
                id: p
                label: NAME
                subject: household
                kind: right
                payee: household_head
                period: event
                event: {each: household.damage, claim_within: law.claim_months}
                provisions:
                  - {id: destroyed, says: NAME, from: 2020-01-01, BASIS, conditions: [{id: so, says: NAME, when: household.damage == damage.destroyed, else: not_so}], amount: law.price}
                  - {id: heavy, says: NAME, from: 2020-01-01, BASIS, conditions: [{id: so, says: NAME, when: household.damage == damage.heavy, else: not_so}], amount: law.price + law.price}
                combine: {rule: highest}
                """);
        paper.holds("p", """
                - case: two floods, two decisions, and a third that finds nothing left
                  households: {h: {facts: {damage: [{from: 2024-09-12, to: 2024-09-30, value: destroyed}, {from: 2025-07-22, to: 2025-08-10, value: heavy}]},
                                   decisions: {p: [2024-10-01, 2025-09-01, 2025-10-01]}}}
                  ask: {household: h, programme: p, from: 2024-08, to: 2025-12}
                  expect:
                    standing:
                      - {from: 2024-08-01, to: 2024-09-11, answer: not_met, reasons: [no_event]}
                      - {from: 2024-09-12, to: 2024-12-12, answer: met, amount: 1000}
                      - {from: 2024-12-13, to: 2025-07-21, answer: not_met, reasons: [claim_too_late]}
                      - {from: 2025-07-22, to: 2025-10-22, answer: met, amount: 4000}
                    owed: {2024-09-12: 1000, 2025-07-22: 4000}
                  why: three months to claim; the price of each day of flood
                """);
    }

    @Test
    void giftsOfFixedDaysGoToWhoeverIsOnTheListThatDay() {
        programme("period: event\nevent: {figure: gifts.tet}", "person.level", "");
        owes(
                "entitled: [{to: 2026-01-31, value: true}], decisions: {p: 2024-12-01}",
                "2025-01",
                "2026-12",
                "2025-01-29: 100000, 2026-02-17: 0");
        programme("period: event\nevent: {every: 07-27}", "person.level", "");
        owes(
                "entitled: true, decisions: {p: {signed: 2025-08-01, from: 2025-08-01, to: 2026-07-26}}",
                "2024-01",
                "2026-12",
                "2024-07-27: 0, 2025-07-27: 100000, 2026-07-27: 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            period: term                                        | a term needs a 'calendar'
            period: term\\ncalendar: schoolyear                  | did you mean school_year?
            period: event                                       | 'period: event' and 'event' belong together
            period: month\\nevery: {years: 2}                    | 'every' counts years and needs 'period: year'
            period: month\\nonce_per: life                       | 'once_per' needs 'period: once'
            period: event\\nevent: {fact: person.died}           | did you mean person.died_on?
            period: event\\nevent: {fact: person.level}          | expected a fact of type day
            period: event\\nevent: {every: 13-01}                | expected a day of every year as MM-DD
            period: event\\nevent: {figure: law.price}           | expected a parameter of type day
            period: event\\nevent: {each: household.damage}      | household.damage is not a fact of a person
            """)
    void rulesThatMeanNothingAreRefused(String period, String because) {
        programme(period.replace("\\n", "\n"), "person.level", period.contains("event") ? "" : "{rule: month_met}");
        paper.isRefused(because);
    }

    /** Every month of everybody adds up to the lines, whatever the period is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            period: month
            period: quarter
            period: term\\ncalendar: scholarship
            period: year
            period: year\\nevery: {years: 2}
            period: once
            """)
    void whatFallsDueInEachMonthAddsUpToTheLines(String period) {
        programme(period.replace("\\n", "\n"), "person.level", "{rule: month_met}");
        var law = paper.law();
        var a = SubjectId.person(1);
        var facts = law.facts()
                .fact(
                        a,
                        "person.entitled",
                        DateRange.startingOn(LocalDate.of(2023, 5, 17)),
                        "true",
                        Provenance.UNSTATED)
                .decision(a, "p", Decision.signedOn(LocalDate.of(2024, 8, 12)))
                .build();
        var all = new DateRange(LocalDate.of(2022, 1, 1), LocalDate.of(2026, 9, 30));
        long lines = law.determiner().determine(facts, a, "p", all).owed().stream()
                .mapToLong(OwedLine::amount)
                .sum();
        var months = new ArrayList<Long>();
        for (var month = YearMonth.of(2022, 1); !month.isAfter(YearMonth.of(2026, 9)); month = month.plusMonths(1)) {
            law.determiner().one(facts, a, month, (subject, outcome) -> months.add(outcome.owed()));
        }

        assertThat(months.stream().mapToLong(it -> it).sum()).isEqualTo(lines).isPositive();
    }

    private java.util.List<String> dueMonths(String programme, String signed, String... facts) {
        var law = paper.law();
        var a = SubjectId.person(1);
        var book = law.facts()
                .fact(a, "person.entitled", DateRange.always(), "true", Provenance.UNSTATED)
                .decision(a, programme, Decision.signedOn(LocalDate.parse(signed)));
        if (facts.length > 0) {
            book.fact(a, facts[0], DateRange.always(), facts[1], Provenance.UNSTATED);
        }
        var days = new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31));
        return law.determiner().determine(book.build(), a, programme, days).owed().stream()
                .map(it -> it.period() + " in " + it.due())
                .toList();
    }

    private static DateRange month(String month) {
        var it = YearMonth.parse(month);
        return new DateRange(it.atDay(1), it.atEndOfMonth());
    }
}
