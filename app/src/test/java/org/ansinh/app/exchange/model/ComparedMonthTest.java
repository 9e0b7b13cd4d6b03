package org.ansinh.app.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansinh.app.exchange.ComparedLine;
import org.ansinh.app.exchange.ComparedLine.Ours;
import org.ansinh.app.exchange.ComparedLine.Outcome;
import org.ansinh.app.exchange.ComparedLine.Theirs;
import org.junit.jupiter.api.Test;

class ComparedMonthTest {

    private static Ours lan(long owed, String answer, boolean decided, boolean died, String missing) {
        return new Ours(1, "", "004150123456", "Nông Thị Lan", 1950, owed, answer, decided, false, died, missing);
    }

    private static Theirs row(String number, String name, int year, long amount) {
        return new Theirs(5, "", number, name, year, amount);
    }

    private static ComparedLine only(Ours ours, Theirs theirs) {
        return ComparedMonth.of(List.of(ours), List.of(theirs)).getFirst();
    }

    @Test
    void aRowIsFoundByItsNumberEvenWithoutItsZerosOrElseByNameAndYear() {
        var lan = lan(540_000, "m", true, false, "");
        assertThat(only(lan, row("4150123456", "?", 0, 540_000)).outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(only(lan, row("", "nong thi lan", 1950, 540_000)).outcome()).isEqualTo(Outcome.EQUAL);
    }

    @Test
    void whoIsOnlyOnTheirListIsToldWithTheCause() {
        assertThat(only(lan(0, "m", false, false, ""), row("004150123456", "", 0, 540_000))
                        .cause())
                .isEqualTo("no_decision");
        assertThat(only(lan(0, "n", true, true, ""), row("004150123456", "", 0, 540_000))
                        .cause())
                .isEqualTo("died");
        assertThat(only(lan(0, "u", false, false, "person.monthly_pension"), row("004150123456", "", 0, 540_000)))
                .satisfies(it -> assertThat(it.cause()).isEqualTo("facts_missing"))
                .satisfies(it -> assertThat(it.detail()).isEqualTo("person.monthly_pension"));
        assertThat(only(lan(0, "", false, false, ""), row("004150123456", "", 0, 540_000))
                        .cause())
                .isEqualTo("law_gives_nothing");
        assertThat(only(lan(0, "", false, false, ""), row("", "Bế Văn Tài", 1940, 540_000))
                        .cause())
                .isEqualTo("not_in_register");
    }

    @Test
    void namesakesOfOneYearAreNotGuessedAt() {
        var one = lan(540_000, "m", true, false, "");
        var other = new Ours(2, "", "", "Nông Thị Lan", 1950, 540_000, "m", true, false, false, "");
        var lines = ComparedMonth.of(List.of(one, other), List.of(row("", "Nông Thị Lan", 1950, 540_000)));
        assertThat(lines.getFirst().cause()).isEqualTo("several_of_that_name");
        assertThat(lines).filteredOn(it -> it.outcome() == Outcome.ONLY_HERE).hasSize(2);
    }

    @Test
    void anotherAmountIsToldApartFromSeveralMonthsAtOnceAndARowTwice() {
        var lan = lan(540_000, "m", true, false, "");
        assertThat(only(lan, row("004150123456", "", 0, 500_000)).cause()).isEqualTo("another_level");
        assertThat(only(lan, row("004150123456", "", 0, 1_620_000)).cause()).isEqualTo("several_months");
        var twice = row("004150123456", "", 0, 540_000);
        assertThat(ComparedMonth.of(List.of(lan), List.of(twice, twice)))
                .extracting(ComparedLine::outcome, ComparedLine::cause)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Outcome.EQUAL, ""),
                        org.assertj.core.api.Assertions.tuple(Outcome.ONLY_THERE, "twice_on_their_list"));
    }

    @Test
    void whoIsOwedMoneyAndOnNoListIsShown() {
        assertThat(ComparedMonth.of(List.of(lan(540_000, "m", true, false, "")), List.of()))
                .extracting(ComparedLine::outcome)
                .containsExactly(Outcome.ONLY_HERE);
    }
}
