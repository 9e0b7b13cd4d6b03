package org.ansinh.app.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.ansinh.app.exchange.ComparedLine;
import org.ansinh.app.exchange.ComparedLine.Ours;
import org.ansinh.app.exchange.ComparedLine.Outcome;
import org.ansinh.app.exchange.ComparedLine.Standing;
import org.ansinh.app.exchange.ComparedLine.Theirs;
import org.ansinh.app.exchange.model.ComparedMonth.Circumstances;
import org.junit.jupiter.api.Test;

class ComparedMonthTest {

    /** The month was determined, and one number is registered in another commune. */
    private static final Circumstances OCTOBER =
            new Circumstances(true, Set.of("004144999999")::contains, person -> true);

    private static final Standing DECIDED = new Standing("m", true, false, false);

    private static Ours lan(long owed, Standing standing, String missing) {
        return new Ours(1, "", "004150123456", "Nông Thị Lan", 1950, "Nà Lắc", owed, 500_000, standing, missing);
    }

    private static Theirs row(String number, String name, int year, long amount) {
        return new Theirs(5, "", number, "", name, year, amount);
    }

    private static ComparedLine only(Ours ours, Theirs theirs) {
        return only(ours, theirs, OCTOBER);
    }

    private static ComparedLine only(Ours ours, Theirs theirs, Circumstances in) {
        return ComparedMonth.of(List.of(ours), List.of(theirs), in).getFirst();
    }

    @Test
    void aRowIsFoundByItsNumberEvenWithoutItsZerosOrElseByNameAndYear() {
        var lan = lan(540_000, DECIDED, "");
        var repaired = only(lan, row("4150123456", "Nông Thị Lan", 1950, 540_000));
        assertThat(repaired.outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(repaired.theirs().orElseThrow().number()).isEqualTo("004150123456");
        assertThat(repaired.theirs().orElseThrow().repaired()).isEqualTo("4150123456");
        assertThat(only(lan, row("", "nong thi lan", 1950, 540_000)).outcome()).isEqualTo(Outcome.EQUAL);
    }

    @Test
    void aNumberWhoseNameAndYearAreSomebodyElsesIsNotGuessedAt() {
        var line = only(lan(540_000, DECIDED, ""), row("004150123456", "Hoàng Văn Ba", 1961, 540_000));
        assertThat(line.outcome()).isEqualTo(Outcome.ONLY_THERE);
        assertThat(line.cause()).isEqualTo("number_of_somebody_else");
        assertThat(line.detail()).isEqualTo("Nông Thị Lan");
        assertThat(only(lan(540_000, DECIDED, ""), row("004150123456", "Nông Thị Làn", 1950, 540_000))
                        .outcome())
                .as("a slip in the name with the right year is the same person")
                .isEqualTo(Outcome.EQUAL);
    }

    @Test
    void whoIsOnlyOnTheirListIsToldWithTheCause() {
        assertThat(only(lan(0, new Standing("m", false, false, false), ""), row("004150123456", "", 0, 540_000))
                        .cause())
                .isEqualTo("no_decision");
        assertThat(only(lan(0, new Standing("n", true, false, true), ""), row("004150123456", "", 0, 540_000))
                        .cause())
                .isEqualTo("died");
        assertThat(only(lan(0, new Standing("n", true, false, false), ""), row("004150123456", "", 0, 540_000))
                        .cause())
                .isEqualTo("no_longer_met");
        assertThat(only(
                        lan(0, new Standing("u", false, false, false), "person.monthly_pension"),
                        row("004150123456", "", 0, 540_000)))
                .satisfies(it -> assertThat(it.cause()).isEqualTo("facts_missing"))
                .satisfies(it -> assertThat(it.detail()).isEqualTo("person.monthly_pension"));
        assertThat(only(lan(0, Standing.NONE, ""), row("004150123456", "", 0, 540_000))
                        .cause())
                .isEqualTo("law_gives_nothing");
        assertThat(only(lan(0, Standing.NONE, ""), row("", "Bế Văn Tài", 1940, 540_000))
                        .cause())
                .isEqualTo("not_in_register");
    }

    @Test
    void whoMovedAwayIsToldApartFromWhoIsNowhereAlsoWithoutZeros() {
        var lan = lan(540_000, DECIDED, "");
        assertThat(only(lan, row("004144999999", "Bế Thị Sâm", 1944, 540_000)).cause())
                .isEqualTo("registered_elsewhere");
        assertThat(only(lan, row("4144999999", "Bế Thị Sâm", 1944, 540_000)).cause())
                .isEqualTo("registered_elsewhere");
        assertThat(only(lan, row("004144999998", "Bế Thị Sâm", 1944, 540_000)).cause())
                .isEqualTo("not_in_register");
    }

    @Test
    void aMonthThatNobodyDeterminedSaysSo() {
        assertThat(only(
                                lan(0, Standing.NONE, ""),
                                row("004150123456", "", 0, 540_000),
                                new Circumstances(false, number -> false, person -> true))
                        .cause())
                .isEqualTo("not_determined");
    }

    @Test
    void namesakesOfOneYearAreNotGuessedAt() {
        var one = lan(540_000, DECIDED, "");
        var other = new Ours(2, "", "", "Nông Thị Lan", 1950, "", 540_000, 0, DECIDED, "");
        var lines = ComparedMonth.of(List.of(one, other), List.of(row("", "Nông Thị Lan", 1950, 540_000)), OCTOBER);
        assertThat(lines.getFirst().cause()).isEqualTo("several_of_that_name");
        assertThat(lines).filteredOn(it -> it.outcome() == Outcome.ONLY_HERE).hasSize(2);
    }

    @Test
    void anotherAmountIsToldApartFromTheDecisionsOldLevelSeveralMonthsAndARowTwice() {
        var lan = lan(540_000, DECIDED, "");
        assertThat(only(lan, row("004150123456", "", 0, 500_000)).cause()).isEqualTo("level_of_the_decision");
        assertThat(only(lan, row("004150123456", "", 0, 360_000)).cause()).isEqualTo("another_level");
        assertThat(only(lan, row("004150123456", "", 0, 1_620_000)).cause()).isEqualTo("several_months");
        assertThat(only(lan(540_000, new Standing("u", true, false, false), ""), row("004150123456", "", 0, 750_000))
                        .cause())
                .isEqualTo("only_floor_is_certain");
        var twice = row("004150123456", "", 0, 540_000);
        assertThat(ComparedMonth.of(List.of(lan), List.of(twice, twice), OCTOBER))
                .extracting(ComparedLine::outcome, ComparedLine::cause)
                .containsExactly(tuple(Outcome.EQUAL, ""), tuple(Outcome.ONLY_THERE, "twice_on_their_list"));
    }

    /** Whoever moved to the other commune of the same officer would be paid there and here. */
    @Test
    void whoLivesInAnotherCommuneOfTheAreaIsOnTheWrongList() {
        var elsewhere = new Circumstances(true, number -> false, person -> false);
        var line = only(lan(540_000, DECIDED, ""), row("004150123456", "Nông Thị Lan", 1950, 540_000), elsewhere);
        assertThat(line.outcome()).isEqualTo(Outcome.ONLY_THERE);
        assertThat(line.cause()).isEqualTo("registered_elsewhere");
        assertThat(ComparedMonth.of(List.of(lan(540_000, DECIDED, "")), List.of(), elsewhere))
                .as("nor is she missing from this commune's list")
                .isEmpty();
    }

    @Test
    void whatIsOwedOnceIsCountedOnceHoweverOftenItIsListed() {
        var twice = row("004150123456", "", 0, 540_000);
        var lines = ComparedMonth.of(List.of(lan(540_000, DECIDED, "")), List.of(twice, twice), OCTOBER);
        assertThat(lines.stream()
                        .mapToLong(it -> it.ours().orElseThrow().owed())
                        .sum())
                .as("owed by the system, though the list pays 1.080.000 đ")
                .isEqualTo(540_000);
    }

    /** All the province rests on the new rate; what is wrong with the list is that she is not on it. */
    @Test
    void whoHasASignedLevelIsMissingFromTheListWhateverTheNewRateRestsOn() {
        var unverified = new Standing("m", true, true, false);
        assertThat(ComparedMonth.of(List.of(lan(540_000, unverified, "")), List.of(), OCTOBER))
                .extracting(ComparedLine::cause)
                .containsExactly("decided_here");
    }

    @Test
    void whoIsOwedMoneyAndOnNoListIsShown() {
        assertThat(ComparedMonth.of(List.of(lan(540_000, DECIDED, "")), List.of(), OCTOBER))
                .extracting(ComparedLine::outcome, ComparedLine::cause)
                .containsExactly(tuple(Outcome.ONLY_HERE, "decided_here"));
    }
}
