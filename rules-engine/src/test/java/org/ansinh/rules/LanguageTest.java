package org.ansinh.rules;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said in a condition or an amount, and what is refused with the place and the reason. */
class LanguageTest {

    @TempDir
    Path folder;

    PackOnPaper paper;

    @BeforeEach
    void dictionary() {
        paper = PackOnPaper.in(folder)
                .enumeration("study", "none", "preschool", "primary", "university")
                .enumeration("household_class", "none", "near_poor", "poor")
                .facts(
                        "id: person.rate, type: int, range: {min: 0, max: 100}, when_absent: {value: 0, says: NAME}",
                        "id: person.study, type: enum study, when_absent: {value: none, says: NAME}",
                        "id: person.certified_on, type: day, when_absent: ask",
                        "id: person.balance, type: dong, range: {min: 0, max: 1000000000}, when_absent: {value: 0, says: NAME}",
                        "id: person.share, type: decimal, range: {min: 0, max: 100}, when_absent: {value: 0, says: NAME}",
                        "id: person.days, type: int, range: {min: 0, max: 366}, when_absent: {value: 0, says: NAME}",
                        "id: household.class, type: enum household_class, when_absent: {value: none, says: NAME}")
                .figure("law.amount", "dong", "500000")
                .figure("law.limit", "int", "16");
    }

    @Nested
    class Words {

        @Test
        void oneOfSeveralIsSaidWithIn() {
            paper.right("pupil", "person.study in [study.primary, study.university]", "law.amount")
                    .holds("pupil", """
                            - case: primary school counts, preschool does not
                              people: {a: {born: 2015-01-01, study: [{from: 2020-09-01, to: 2021-08-31, value: preschool}, {from: 2021-09-01, value: primary}]}}
                              ask: {person: a, programme: pupil, from: 2021-08, to: 2021-09}
                              expect:
                                standing:
                                  - {from: 2021-08-01, to: 2021-08-31, answer: not_met}
                                  - {from: 2021-09-01, to: 2021-09-30, answer: met}
                              why: the list names primary and university
                            """);
        }

        @Test
        void aDefinitionIsReadLikeAFactOfWhoeverItIsSaidOf() {
            paper.write("dictionary/words.yaml", """
                            relations:
                              - {id: person.raises, label: NAME, from: person, to: person}
                              - {id: person.raised_by, label: NAME, inverse_of: person.raises}
                            definitions:
                              - {id: household.is_poor, label: NAME, type: bool, means: "household.class in [household_class.poor, household_class.near_poor]"}
                              - {id: person.in_poor_home, label: NAME, type: bool, means: household.is_poor}
                              - {id: person.is_child, label: NAME, type: bool, means: age(person.born) < law.limit}
                            """)
                    .right("child", "person.is_child && person.raised_by.exists(p, p.in_poor_home)", "law.amount")
                    .holds("child", """
                            - case: the grandmother's household is poor, the child's is not
                              households:
                                h: {members: [a]}
                                g: {members: [b], facts: {class: near_poor}}
                              people: {a: {born: 2015-03-01}, b: {born: 1950-01-01, raises: [a]}}
                              ask: {person: a, programme: child, from: 2031-02-28, to: 2031-03-01}
                              expect:
                                standing:
                                  - {from: 2031-02-28, to: 2031-02-28, answer: met}
                                  - {from: 2031-03-01, to: 2031-03-01, answer: not_met}
                              why: the household is that of the person the definition is said of
                            """);
        }

        @Test
        void definitionsThatAreWrongAreToldWhereTheyStand() {
            paper.write("dictionary/words.yaml", """
                            definitions:
                              - {id: person.a, label: NAME, type: bool, means: "person.b"}
                              - {id: person.b, label: NAME, type: bool, means: "person.a"}
                              - {id: person.c, label: NAME, type: int, means: "person.rate > 1"}
                              - {id: person.d, label: NAME, type: bool, means: "person.rat > 1"}
                              - {id: village.e, label: NAME, type: bool, means: "household.class == household_class.poor"}
                            """);
            paper.isRefused("definitions lead back to themselves: person.a → person.b → person.a");
            paper.isRefused("person.c is declared int, but 'person.rate > 1' is of type bool");
            paper.isRefused("did you mean person.rate?");
            paper.isRefused("'household' has no meaning here: this is asked of a village");
        }
    }

    @Nested
    class Days {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                person.certified_on <= end_of_month(plus_months(person.born, law.limit)) | 2023-10-31 | 2022-06-30 | 2025-03-31 | met
                person.certified_on <= end_of_month(plus_months(person.born, law.limit)) | 2023-11-01 | 2022-06-30 | 2025-03-31 | not_met
                year(today) - year(person.born) == law.limit                   | 2025-03-31 | 2009-12-31 | 2024-12-31 | not_met
                year(today) - year(person.born) == law.limit                   | 2025-03-31 | 2009-12-31 | 2025-01-01 | met
                month(person.certified_on) == month(today)                     | 2021-01-31 | 2005-12-31 | 2025-03-31 | not_met
                years_between(person.born, person.certified_on) == law.limit   | 2024-02-29 | 2008-02-29 | 2025-03-31 | met
                years_between(person.born, person.certified_on) == law.limit   | 2025-02-28 | 2008-02-29 | 2025-03-31 | met
                years_between(person.born, person.certified_on) == law.limit   | 2025-03-01 | 2008-02-29 | 2025-03-31 | not_met
                plus_years(person.born, 1) == person.certified_on              | 2025-03-01 | 2024-02-29 | 2025-03-31 | met
                plus_days(person.born, 1) == person.certified_on               | 2024-03-01 | 2024-02-29 | 2025-03-31 | met
                start_of_year(today) < start_of_month(person.certified_on)     | 2025-03-01 | 2024-02-29 | 2025-03-31 | met
                calendar_day(year(person.born), 1, law.limit) == person.certified_on | 2024-01-16 | 2024-02-29 | 2025-03-31 | met
                end_of_year(person.born) == person.certified_on                | 2024-12-31 | 2024-02-29 | 2025-03-31 | met
                today >= person.certified_on                                   | 2025-03-31 | 2024-02-29 | 2025-03-31 | met
                person.certified_on > today                                    | 2025-03-31 | 2024-02-29 | 2025-03-31 | not_met
                """)
        void theCalendarIsCountedAsTheLawCounts(
                String when, String certified, String born, String asked, String answer) {
            paper.right("right", when, "law.amount").holds("right", """
                            - case: asked on a day
                              people: {a: {born: %2$s, certified_on: %1$s}}
                              ask: {person: a, programme: right, from: %3$s, to: %3$s}
                              expect: {standing: [{from: %3$s, to: %3$s, answer: %4$s}]}
                              why: counted by hand
                            """.formatted(certified, born, asked, answer));
        }

        @Test
        void anExpressionMayBeAskedAsOfAnotherDay() {
            paper.figure("law.list_day", "day", "2019-12-31")
                    .right(
                            "relief",
                            "on(law.list_day, household.class == household_class.poor)",
                            "on(person.certified_on, law.amount)")
                    .write("parameters/law.amount.yaml", """
                            id: law.amount
                            label: NAME
                            type: dong
                            values: [{from: 2020-01-01, value: 360000, BASIS}, {from: 2024-07-01, value: 500000, BASIS}]
                            """)
                    .holds("relief", """
                            - case: poor at the end of 2019, not since; the amount is that of the certificate
                              households: {h: {members: [a, b], facts: {class: [{from: 2019-01-01, to: 2019-12-31, value: poor}, {from: 2020-01-01, value: none}]}}}
                              people: {a: {born: 1990-01-01, certified_on: 2024-06-30}, b: {born: 1990-01-01}}
                              ask: {person: a, programme: relief, from: 2024-06, to: 2026-12}
                              expect: {standing: [{from: 2024-06-01, to: 2026-12-31, answer: met, amount: 360000}]}
                              why: what was read on another day does not change with today
                            - case: the day itself is not known
                              households: {h: {members: [b], facts: {class: [{from: 2019-01-01, to: 2019-12-31, value: poor}]}}}
                              people: {b: {born: 1990-01-01}}
                              ask: {person: b, programme: relief, from: 2024-06, to: 2024-06}
                              expect: {standing: [{from: 2024-06, to: 2024-06, answer: undetermined, missing: [person.certified_on]}]}
                              why: the certificate has to be asked for
                            """);
        }

        @Test
        void aMonthThatCouldNotExistIsRefused() {
            paper.right("right", "calendar_day(year(today), law.limit, 1) > person.born", "law.amount")
                    .isRefused("the month could be 16 to 16; it must lie between 1 and 12");
        }
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                percent(person.share, person.balance)                                          | unrounded
                rounded(percent(person.share, person.balance), rounding.half_up_to_dong)       | 66000
                rounded(percent(person.share, person.balance), rounding.down_to_ten_thousand)  | 60000
                rounded(percent(person.share, person.balance), rounding.up_to_ten_thousand)    | 70000
                rounded(person.balance, rounding.up_to_hundred)                                | 1000000
                divided(percent(person.share, person.balance) * person.days, law.year, rounding.half_up_to_dong) | 5605
                divided(person.balance, law.year, rounding.down_to_thousand)                   | 2000
                min(person.balance, law.amount, dong(1))                                       | 1
                max(dong(0), dong(1), person.balance, law.amount)                              | 1000000
                """)
        void moneyIsRoundedByName(String amount, String expected) {
            paper.figure("law.year", "int", "365").right("interest", "person.days > 0", amount);
            if (expected.equals("unrounded")) {
                paper.isRefused("is of type unrounded");
                return;
            }
            paper.holds("interest", """
                            - case: a million at 6.6 percent for 31 days
                              people: {a: {born: 1990-01-01, balance: 1000000, share: 6.6, days: 31}}
                              ask: {person: a, programme: interest, from: 2025-01, to: 2025-01}
                              expect: {standing: [{from: 2025-01, to: 2025-01, answer: met, amount: %s}]}
                              why: 66,000 a year, 5,605.48 for 31 days
                            """.formatted(expected));
        }

        @Test
        void aSumRunsOverAHousehold() {
            paper.right("home", "household.members.sum(m, m.days) > law.limit", "household.members.sum(m, m.balance)")
                    .holds("home", """
                            - case: ten and seven days
                              households: {h: {members: [a, b]}}
                              people: {a: {born: 1990-01-01, balance: 1000, days: 10}, b: {born: 1991-01-01, balance: 500, days: 7}}
                              ask: {person: a, programme: home, from: 2025-01, to: 2025-01}
                              expect: {standing: [{from: 2025-01, to: 2025-01, answer: met, amount: 1500}]}
                              why: both members count
                            """);
        }

        @Test
        void moreFactsThanAnAnswerCanAskForAreRefusedAndNamed() {
            var facts = IntStream.rangeClosed(1, 65)
                    .mapToObj("id: person.f%d, type: bool, when_absent: ask"::formatted)
                    .toArray(String[]::new);
            var all = IntStream.rangeClosed(1, 65)
                    .mapToObj("person.f%d"::formatted)
                    .collect(joining(" && "));
            paper.facts(facts).right("right", all, "law.amount");
            paper.isRefused("rules read 65 facts with 'when_absent: ask', and an answer can tell 64 of them apart");
            var _ = paper.right("right", all.replace(" && person.f65", ""), "law.amount")
                    .law();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                divided(person.balance, person.days, rounding.down_to_dong)          | what is divided by could be 0
                to_dong(person.balance * person.share * person.share * person.share) | could grow beyond any real amount
                household.members.sum(m, m.balance * law.limit * law.limit * law.limit * law.limit)       | could grow beyond any real amount
                rounded(person.balance, rounding.half_up_to_tousand)                 | did you mean rounding.half_up_to_thousand?
                lookup(law.amount, person.days)                                      | lookup does not take
                person.balance * person.days / law.limit                             | the operator '/' is not part of the law's language
                percentage(person.share, person.balance)                             | there is no function percentage; did you mean percent?
                [person.balance]                                                     | lists stand only after 'in'
                """)
        void whatCouldGoWrongIsRefusedWhenThePackIsRead(String amount, String because) {
            paper.right("right", "person.days > 0", amount).isRefused(because);
        }
    }

    @Nested
    class OtherProgrammes {

        @Test
        void whatAnotherProgrammeGivesAndWhatWasSignedMayBeAsked() {
            paper.right("allowance", "person.days > 0", "law.amount")
                    .figure("law.three", "int", "3")
                    .right(
                            "grief",
                            "receives(person, programmes.allowance) && !has_received(person, programmes.grief)",
                            "law.three * level(person, programmes.allowance)")
                    .holds("grief", """
                            - case: three months of the current allowance, once
                              people: {a: {born: 1990-01-01, days: 1, decisions: {allowance: 2025-01-10, grief: {signed: 2025-02-20, from: 2025-02-20, to: 2025-02-28}}}}
                              ask: {person: a, programme: grief, from: 2025-01, to: 2025-04}
                              expect:
                                standing:
                                  - {from: 2025-01-01, to: 2025-01-09, answer: not_met}
                                  - {from: 2025-01-10, to: 2025-02-19, answer: met, amount: 1500000}
                                  - {from: 2025-02-20, to: 2025-04-30, answer: not_met}
                              why: a decision that has ended still says that it was had
                            """);
        }

        @Test
        void aLevelOfWhatHasNoneIsRefused() {
            paper.programme("card", """
                            id: card
                            label: NAME
                            subject: person
                            kind: right
                            period: standing
                            payee: insurer
                            provisions: [{id: only, says: NAME, from: 2020-01-01, BASIS, conditions: [{id: so, says: NAME, when: person.days > 0, else: not_so}], start: {rule: month_met}}]
                            """)
                    .right("right", "person.days > 0", "level(person, programmes.card)")
                    .isRefused("card is a standing and has no level of money");
        }
    }
}
