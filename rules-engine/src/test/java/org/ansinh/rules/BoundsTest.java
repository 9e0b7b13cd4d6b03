package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.facts.SubjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every function of the language, taken to its bounds: a row says what is asked, of which facts, on which day, and what comes of it. */
class BoundsTest {

    private static final int MOST_ROWS = 60;

    @TempDir
    Path folder;

    PackOnPaper paper;

    @BeforeEach
    void dictionary() {
        paper = AskedOfSomebody.dictionary(folder);
    }

    @Test
    void agesAreCompleteOnTheBirthdayAndOfADayTheMonthLacksOnTheFirstOfTheNext() {
        hold("""
                age(person.a) | a=2004-02-29 | 2022-02-28 | 17
                age(person.a) | a=2004-02-29 | 2022-03-01 | 18
                age(person.a) | a=2004-02-29 | 2024-02-28 | 19
                age(person.a) | a=2004-02-29 | 2024-02-29 | 20
                age(person.a) | a=2003-02-28 | 2024-02-27 | 20
                age(person.a) | a=2003-02-28 | 2024-02-28 | 21
                age(person.a) | a=2003-03-01 | 2024-02-29 | 20
                age(person.a) | a=2003-03-01 | 2024-03-01 | 21
                age(person.a) | a=1922-02-28 | 2022-02-28 | 100
                age(person.a) | a=2020-06-15 | 2020-06-15 | 0
                age(person.a) | a=2020-06-16 | 2020-06-15 | -1
                age(person.a) | a=2004-12-31 | 2024-12-30 | 19
                age(person.a) | a=2004-12-31 | 2024-12-31 | 20
                age(person.a) >= 1 | a=2020-02-29 | 2021-02-28 | no
                age(person.a) >= 1 | a=2020-02-29 | 2021-03-01 | yes
                age(person.a) < 1 | a=2020-02-29 | 2021-02-28 | yes
                age(person.a) > 1 | a=2020-02-29 | 2022-02-28 | no
                age(person.a) > 1 | a=2020-02-29 | 2022-03-01 | yes
                age(person.a) == 1 | a=2020-02-29 | 2022-02-28 | yes
                age(person.a) == 1 | a=2020-02-29 | 2022-03-01 | no
                age(person.a) != 1 | a=2020-02-29 | 2021-02-28 | yes
                age(person.a) <= 1 | a=2020-02-29 | 2022-02-28 | yes
                age(person.a) <= 1 | a=2020-02-29 | 2022-03-01 | no
                age(person.a) >= 1 | | 2022-03-01 | ?
                age_months(person.a) | a=2024-01-31 | 2024-02-29 | 0
                age_months(person.a) | a=2024-01-31 | 2024-03-01 | 1
                age_months(person.a) | a=2024-01-31 | 2024-03-30 | 1
                age_months(person.a) | a=2024-01-31 | 2024-03-31 | 2
                age_months(person.a) | a=2023-12-31 | 2024-02-29 | 1
                age_months(person.a) | a=2024-02-29 | 2024-03-28 | 0
                age_months(person.a) | a=2024-02-29 | 2024-03-29 | 1
                """);
    }

    @Test
    void monthsAndYearsBetweenDaysAreWholeOnes() {
        hold("""
                months_between(person.a, person.b) | a=2024-01-31, b=2024-04-30 | 2025-01-01 | 2
                months_between(person.a, person.b) | a=2024-01-31, b=2024-05-01 | 2025-01-01 | 3
                months_between(person.a, person.b) | a=2024-01-30, b=2024-02-29 | 2025-01-01 | 0
                months_between(person.a, person.b) | a=2023-01-29, b=2023-02-28 | 2025-01-01 | 0
                months_between(person.a, person.b) | a=2024-01-29, b=2024-02-29 | 2025-01-01 | 1
                months_between(person.a, person.b) | a=2024-03-15, b=2024-03-15 | 2025-01-01 | 0
                months_between(person.a, person.b) | a=2024-03-15, b=2024-02-16 | 2025-01-01 | -1
                months_between(person.a, person.b) | a=2024-03-15, b=2024-02-15 | 2025-01-01 | -1
                months_between(person.a, person.b) | a=2024-03-15, b=2024-02-14 | 2025-01-01 | -2
                months_between(person.a, person.b) | a=2023-12-31, b=2024-01-31 | 2025-01-01 | 1
                years_between(person.a, person.b) | a=2004-02-29, b=2005-02-28 | 2025-01-01 | 0
                years_between(person.a, person.b) | a=2004-02-29, b=2005-03-01 | 2025-01-01 | 1
                years_between(person.a, person.b) | a=2000-02-29, b=2004-02-29 | 2025-01-01 | 4
                years_between(person.a, person.b) | a=2004-02-28, b=2003-02-28 | 2025-01-01 | -1
                years_between(person.a, person.b) | a=2004-02-28, b=2004-02-27 | 2025-01-01 | -1
                years_between(person.a, person.b) | a=0001-01-01, b=9999-12-31 | 2025-01-01 | 9998
                months_between(person.a, person.b) == person.n | a=2024-03-15 | 2025-01-01 | ?
                """);
    }

    @Test
    void daysBetweenAreCountedFromTheFirstDayOfTheCalendarToTheLast() {
        hold("""
                days_between(person.a, person.b) | a=2024-02-28, b=2024-03-01 | 2025-01-01 | 2
                days_between(person.a, person.b) | a=2023-02-28, b=2023-03-01 | 2025-01-01 | 1
                days_between(person.a, person.b) | a=2100-02-28, b=2100-03-01 | 2025-01-01 | 1
                days_between(person.a, person.b) | a=2000-02-28, b=2000-03-01 | 2025-01-01 | 2
                days_between(person.a, person.b) | a=2024-05-01, b=2024-05-01 | 2025-01-01 | 0
                days_between(person.a, person.b) | a=2024-05-02, b=2024-05-01 | 2025-01-01 | -1
                days_between(person.a, person.b) | a=0001-01-01, b=9999-12-31 | 2025-01-01 | 3652058
                days_between(person.a, person.b) | a=9999-12-31, b=0001-01-01 | 2025-01-01 | -3652058
                """);
    }

    @Test
    void theCalendarEndsWhereItEnds() {
        hold("""
                plus_months(person.a, 1) | a=2024-01-31 | 2025-01-01 | 2024-03-01
                plus_months(person.a, 1) | a=2024-01-29 | 2025-01-01 | 2024-02-29
                plus_months(person.a, person.n) | a=2024-03-31, n=-1 | 2025-01-01 | 2024-03-01
                plus_years(person.a, 1) | a=2024-02-29 | 2025-01-01 | 2025-03-01
                plus_years(person.a, person.n) | a=2024-02-29, n=4 | 2025-01-01 | 2028-02-29
                plus_days(person.a, 1) | a=2024-12-31 | 2025-01-01 | 2025-01-01
                plus_days(person.a, 1) | a=9999-12-31 | 2025-01-01 | 9999-12-31
                plus_days(person.a, person.n) | a=0001-01-01, n=-1 | 2025-01-01 | 0001-01-01
                plus_years(person.a, person.n) | a=9000-05-05, n=1000 | 2025-01-01 | 9999-12-31
                plus_months(person.a, person.n) | a=0001-05-05, n=-1000 | 2025-01-01 | 0001-01-01
                end_of_month(person.a) | a=2024-02-01 | 2025-01-01 | 2024-02-29
                end_of_month(person.a) | a=2100-02-01 | 2025-01-01 | 2100-02-28
                end_of_month(person.a) | a=9999-12-01 | 2025-01-01 | 9999-12-31
                start_of_month(person.a) | a=2024-12-31 | 2025-01-01 | 2024-12-01
                start_of_year(person.a) | a=2024-12-31 | 2025-01-01 | 2024-01-01
                end_of_year(person.a) | a=2024-01-01 | 2025-01-01 | 2024-12-31
                calendar_day(year(person.a), 1, 1) | a=2023-02-28 | 2025-01-01 | 2023-01-01
                year(person.a) | a=9999-12-31 | 2025-01-01 | 9999
                year(person.a) | a=0001-01-01 | 2025-01-01 | 1
                month(person.a) | a=2024-12-31 | 2025-01-01 | 12
                year(today) | | 2024-12-31 | 2024
                month(today) | | 2025-01-01 | 1
                """);
    }

    @Test
    void aBracketBeginsAndEndsWithItsEdges() {
        hold("""
                lookup(law.steps, person.rate) | rate=0 | 2025-01-01 | 1d
                lookup(law.steps, person.rate) | rate=1 | 2025-01-01 | 20d
                lookup(law.steps, person.rate) | rate=20 | 2025-01-01 | 20d
                lookup(law.steps, person.rate) | rate=21 | 2025-01-01 | 60d
                lookup(law.steps, person.rate) | rate=60 | 2025-01-01 | 60d
                lookup(law.steps, person.rate) | rate=61 | 2025-01-01 | 100d
                lookup(law.steps, person.rate) | rate=100 | 2025-01-01 | 100d
                lookup(law.steps, person.rate) > person.money | money=0 | 2025-01-01 | ?
                """);
    }

    @Test
    void theLeastAndTheGreatestAreOneOfWhatIsNamed() {
        hold("""
                min(person.n, person.m) | n=7, m=7 | 2025-01-01 | 7
                min(person.n, person.m) | n=-1000, m=1000 | 2025-01-01 | -1000
                max(person.n, person.m) | n=-1000, m=1 | 2025-01-01 | 1
                min(person.n, person.m, 0) | n=1, m=1 | 2025-01-01 | 0
                max(person.n, person.m, 0, 1) | n=-5, m=1 | 2025-01-01 | 1
                max(person.n, person.m, 0, 1) | n=-5, m=1000 | 2025-01-01 | 1000
                min(person.a, person.b) | a=2024-02-29, b=2024-03-01 | 2025-01-01 | 2024-02-29
                max(person.a, person.b) | a=0001-01-01, b=9999-12-31 | 2025-01-01 | 9999-12-31
                max(person.money, dong(0)) | money=-1 | 2025-01-01 | 0d
                min(person.n, person.m) < 1 | n=0 | 2025-01-01 | ?
                """);
    }

    /** Down and up are on the number line; of what lies in the middle the upper is taken. */
    @ParameterizedTest
    @CsvSource({"dong, 1", "hundred, 100", "thousand, 1000", "ten_thousand, 10000"})
    void everyRoundingTakesTheMultipleItsNameSays(String name, long unit) {
        var rows = new StringBuilder();
        for (long multiple : new long[] {0, 7, -7}) {
            long tenths = multiple * unit * 10;
            for (long off :
                    new long[] {-5 * unit - 1, -5 * unit, -5 * unit + 1, -1, 0, 1, 5 * unit - 1, 5 * unit, 5 * unit + 1
                    }) {
                long value = tenths + off;
                rows.append(rounded("half_up", name, value, Math.floorDiv(value + 5 * unit, 10 * unit) * unit));
                rows.append(rounded("down", name, value, Math.floorDiv(value, 10 * unit) * unit));
                rows.append(rounded("up", name, value, Math.ceilDiv(value, 10 * unit) * unit));
            }
        }
        var all = rows.toString().lines().distinct().toList();
        for (int from = 0; from < all.size(); from += MOST_ROWS) {
            hold(String.join("\n", all.subList(from, Math.min(all.size(), from + MOST_ROWS))));
        }
    }

    /** A tenth of as many đồng as there are tenths. */
    private static String rounded(String mode, String name, long tenths, long expected) {
        return "rounded(person.share * person.money, rounding.%s_to_%s) | share=0.1, money=%d | 2025-01-01 | %dd%n"
                .formatted(mode, name, tenths, expected);
    }

    @Test
    void roundingByWordsOfTheirOwnAndDivisions() {
        hold("""
                to_dong(percent(person.rate, person.money)) | rate=50, money=3 | 2025-01-01 | 2d
                to_dong(percent(person.rate, person.money)) | rate=50, money=-3 | 2025-01-01 | -1d
                to_dong(percent(person.rate, person.money)) | rate=0, money=1000000000 | 2025-01-01 | 0d
                to_thousand(person.money) | money=499 | 2025-01-01 | 0d
                to_thousand(person.money) | money=500 | 2025-01-01 | 1000d
                to_thousand(person.money) | money=-500 | 2025-01-01 | 0d
                to_thousand(person.money) | money=-501 | 2025-01-01 | -1000d
                divided(person.money, person.m, rounding.down_to_dong) | money=10, m=3 | 2025-01-01 | 3d
                divided(person.money, person.m, rounding.down_to_dong) | money=-10, m=3 | 2025-01-01 | -4d
                divided(person.money, person.m, rounding.up_to_dong) | money=10, m=3 | 2025-01-01 | 4d
                divided(person.money, person.m, rounding.up_to_dong) | money=-10, m=3 | 2025-01-01 | -3d
                divided(person.money, person.m, rounding.half_up_to_dong) | money=5, m=2 | 2025-01-01 | 3d
                divided(person.money, person.m, rounding.half_up_to_dong) | money=-5, m=2 | 2025-01-01 | -2d
                divided(person.money, person.m, rounding.half_up_to_dong) | money=7, m=1 | 2025-01-01 | 7d
                divided(person.money, person.m, rounding.half_up_to_thousand) | money=1000000000, m=1000 | 2025-01-01 | 1000000d
                divided(person.money, person.m, rounding.down_to_dong) > dong(0) | money=1 | 2025-01-01 | ?
                """);
    }

    @ParameterizedTest
    @CsvSource({"268435455, true", "268435456, false"})
    void whatCouldReachTheGreatestNumberIsRefusedAndOneLessIsExact(long most, boolean fits) {
        long limit = org.ansinh.rules.language.FormType.LIMIT;
        var all = paper.facts(
                        "id: person.x, type: int, range: {min: 0, max: %d}, when_absent: ask".formatted(most),
                        "id: person.y, type: int, range: {min: 0, max: %d}, when_absent: ask".formatted(limit - 1))
                .programme("all", AskedOfSomebody.programme(List.of("person.x * person.x == person.y")));
        if (!fits) {
            all.isRefused("could grow beyond any real amount");
            return;
        }
        var law = all.law();
        var book = law.facts();
        AskedOfSomebody.say(
                book, SubjectId.person(1), Map.of("born", "1990-01-01", "x", "" + most, "y", "" + most * most));
        assertThat(AskedOfSomebody.answers(law, book.build(), 1, LocalDate.of(2025, 1, 1)))
                .containsExactly(Answer.MET);
    }

    /** Every row of a table, each of somebody of its own under one law. */
    private void hold(String table) {
        var rows = table.lines().map(AskedOfSomebody.Row::of).toList();
        assertThat(rows).hasSizeLessThanOrEqualTo(MOST_ROWS);
        var law = AskedOfSomebody.law(paper, rows);
        var book = law.facts();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var facts = new HashMap<String, String>();
            Arrays.stream(row.facts().split(","))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .forEach(it -> facts.put(it.substring(0, it.indexOf('=')), it.substring(it.indexOf('=') + 1)));
            facts.put("born", "1900-01-01");
            row.wanted().ifPresent(it -> facts.put(it, row.expected().replaceFirst("d$", "")));
            AskedOfSomebody.say(book, SubjectId.person(i + 1), facts);
        }
        var facts = book.build();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(AskedOfSomebody.answers(law, facts, i + 1, rows.get(i).day())
                            .get(i))
                    .as(rows.get(i).toString())
                    .isEqualTo(rows.get(i).answer());
        }
    }
}
