package org.ansinh.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedStoriesTest {

    @Test
    void everyStoryIsFoundUnderANameThatNobodyElseHas() {
        for (var story : PlantedStories.all()) {
            var found = SmallProvince.households().stream()
                    .filter(household -> household.people().stream()
                            .anyMatch(it -> it.identity().name().equals(story.person())))
                    .toList();

            assertThat(found).as(story.person()).hasSize(1);
            assertThat(found.getFirst().place().code()).isEqualTo(story.household());
            assertThat(found.getFirst().place().commune()).isEqualTo(story.commune());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 2_000})
    void everyStoryStandsInASmallProvinceToo(int people) {
        var codes = SmallProvince.of(people)
                .households()
                .map(it -> it.place().code())
                .toList();

        assertThat(PlantedStories.all())
                .extracting(PlantedStories.Story::household)
                .allMatch(codes::contains);
    }

    @Test
    void theStoriesAreToldFromTheirDayOn() {
        var before = Province.of(new Recipe(300, 1, LocalDate.of(2026, 3, 1)));

        assertThat(before.households().map(it -> it.place().code())).noneMatch(it -> it.contains("-9000"));
    }

    @Test
    void theRegisterDoesNotKnowTheDeathOf3SeptemberYet() {
        assertThat(hero(PlantedStories.DIED_UNKNOWN).hasDied()).isFalse();
    }

    @Test
    void theElderWhoTurns75On12NovemberHasNoDecisionYet() {
        var she = hero(PlantedStories.TURNS_75);

        assertThat(she.identity().birth().day().plusYears(75)).isEqualTo(LocalDate.of(2026, 11, 12));
        assertThat(she.decisions()).isEmpty();
    }

    @Test
    void theChildOfTwoLivesWhereTheRegionChangedAtTheEndOf2025() {
        var home = SmallProvince.households().stream()
                .filter(it -> it.place()
                        .code()
                        .equals(PlantedStories.of(PlantedStories.CHILD_OF_TWO).household()))
                .findFirst()
                .orElseThrow();
        var village = SmallProvince.OF_20_000.villages().stream()
                .filter(it -> it.code().equals(home.place().village()))
                .findFirst()
                .orElseThrow();

        assertThat(village.standing()
                        .region()
                        .on(LocalDate.of(2025, 12, 24))
                        .orElseThrow()
                        .id())
                .isEqualTo("i");
        assertThat(village.standing()
                        .region()
                        .on(LocalDate.of(2025, 12, 25))
                        .orElseThrow()
                        .id())
                .isEqualTo("iii");
    }

    @Test
    void sixEldersOfSixHouseholdsArePaidIntoOneAccount() {
        var account = hero(PlantedStories.ONE_ACCOUNT)
                .decisions()
                .getFirst()
                .payTo()
                .account()
                .orElseThrow();
        var households = SmallProvince.households().stream()
                .filter(household -> household.people().stream()
                        .flatMap(it -> it.decisions().stream())
                        .anyMatch(it ->
                                it.payTo().account().filter(account::equals).isPresent()))
                .toList();

        assertThat(households).hasSize(6);
    }

    private static GeneratedPerson hero(String story) {
        return SmallProvince.people()
                .filter(it ->
                        it.identity().name().equals(PlantedStories.of(story).person()))
                .findFirst()
                .orElseThrow();
    }
}
