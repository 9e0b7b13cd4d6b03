package org.ansinh.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PeopleMakeSenseTest {

    private static final Map<Long, GeneratedPerson> BY_KEY =
            SmallProvince.people().collect(Collectors.toMap(GeneratedPerson::key, Function.identity()));

    @Test
    void parentsAreAtLeastFifteenYearsOlderThanTheChildrenTheyRaise() {
        assertThat(SmallProvince.households().stream()
                        .flatMap(it -> it.relations().stream())
                        .filter(it -> it.kind().equals("person.raises")))
                .hasSizeGreaterThan(5_000)
                .allSatisfy(it -> assertThat(born(it.from()).plusYears(15)).isBefore(born(it.to())));
    }

    @Test
    void whoIsSomebodysSpouseHasThemForASpouse() {
        var pairs = new HashSet<String>();
        SmallProvince.households().stream()
                .flatMap(it -> it.relations().stream())
                .filter(it -> it.kind().equals("person.spouse"))
                .forEach(it -> pairs.add(it.from() + " " + it.to() + " " + it.days()));

        assertThat(pairs).hasSizeGreaterThan(5_000).allSatisfy(it -> {
            var parts = it.split(" ", 3);
            assertThat(pairs).contains(parts[1] + " " + parts[0] + " " + parts[2]);
        });
    }

    @Test
    void headsAreGrownUpAndLiveInTheirHousehold() {
        assertThat(SmallProvince.households()).allSatisfy(household -> {
            var head = household.people().stream()
                    .filter(it -> it.key() == household.head())
                    .findFirst()
                    .orElseThrow();
            assertThat(SmallProvince.isHere(head, SmallProvince.TODAY)).isTrue();
            assertThat(head.memberships().getLast().role()).isEqualTo("head");
            assertThat(head.identity().birth().day()).isBefore(SmallProvince.TODAY.minusYears(18));
        });
    }

    @Test
    void personalNumbersAgreeWithSexCenturyAndYearAndBelongToOnePerson() {
        var numbers = SmallProvince.people()
                .filter(it -> it.identity().personalNumber().isPresent())
                .toList();

        assertThat(numbers).allSatisfy(it -> {
            var number = it.identity().personalNumber().orElseThrow();
            int year = it.identity().birth().day().getYear();
            int century = 2 * (year / 100 - 19) + (it.identity().sex() == Sex.FEMALE ? 1 : 0);
            assertThat(number).matches("0[0-9]{11}");
            assertThat(number.substring(3, 6)).isEqualTo("%d%02d".formatted(century, year % 100));
        });
        assertThat(numbers)
                .extracting(it -> it.identity().personalNumber().orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyLivesInTwoHouseholdsOnOneDayOrBeforeBirth() {
        assertThat(SmallProvince.people()).allSatisfy(person -> {
            var stays = person.memberships();
            assertThat(stays.getFirst().days().from())
                    .isAfterOrEqualTo(person.identity().birth().day());
            for (int i = 1; i < stays.size(); i++) {
                assertThat(stays.get(i).days().from())
                        .isAfter(stays.get(i - 1).days().to());
            }
        });
    }

    @Test
    void everyHouseholdThatAMembershipNamesExists() {
        var codes =
                SmallProvince.households().stream().map(it -> it.place().code()).collect(Collectors.toSet());

        assertThat(SmallProvince.people().flatMap(it -> it.memberships().stream()))
                .allMatch(it -> codes.contains(it.household()));
    }

    @Test
    void deathsAndDeparturesAreKnownOnlyAfterwardsAndSomeDeathsWeeksLate() {
        var events = SmallProvince.people().flatMap(it -> it.events().stream()).toList();

        assertThat(events).allMatch(it -> !it.knownOn().isBefore(it.on()));
        assertThat(events).allMatch(it -> !it.knownOn().isAfter(SmallProvince.TODAY));
        assertThat(events.stream()
                        .filter(LifeEvent.Died.class::isInstance)
                        .filter(it -> it.knownOn().isAfter(it.on().plusDays(19))))
                .hasSizeGreaterThan(20)
                .allMatch(it -> it.knownOn().isBefore(it.on().plusDays(71)));
    }

    @Test
    void inTheCityThreeHeadsOfHouseholdsShareOneFullName() {
        var names = SmallProvince.households().stream()
                .filter(it -> it.place().commune().equals("01273"))
                .map(PeopleMakeSenseTest::headOf)
                .collect(Collectors.groupingBy(it -> it.identity().name(), Collectors.counting()));

        assertThat(names.values()).anyMatch(it -> it >= 3);
    }

    @Test
    void someYoungHouseholdsSplitFromTheirParentsInAugustBeforeAReview() {
        var splits = SmallProvince.households().stream()
                .map(PeopleMakeSenseTest::headOf)
                .filter(it -> it.memberships().size() == 2
                        && it.memberships().getFirst().role().equals("child")
                        && it.memberships().getLast().role().equals("head"))
                .toList();

        assertThat(splits).hasSizeGreaterThan(15).allSatisfy(it -> {
            var founded = it.memberships().getLast().days().from();
            assertThat(founded.getMonthValue()).isEqualTo(8);
            assertThat(it.memberships().getFirst().days().to()).isEqualTo(founded.minusDays(1));
        });
    }

    @Test
    void someCameFromAnotherCommuneOfTheProvinceAndSomeFromOutside() {
        var from = SmallProvince.people()
                .flatMap(it -> it.events().stream())
                .filter(LifeEvent.MovedIn.class::isInstance)
                .map(it -> ((LifeEvent.MovedIn) it).from())
                .collect(Collectors.partitioningBy(it -> it.matches("[0-9]{5}"), Collectors.counting()));

        assertThat(from.get(true)).isGreaterThan(100);
        assertThat(from.get(false)).isGreaterThan(50);
    }

    @Test
    void oldFilesStillShowNineDigitNumbersEachOfOnePerson() {
        assertThat(SmallProvince.people()
                        .flatMap(it -> it.identity().oldNumber().stream())
                        .toList())
                .hasSizeGreaterThan(4_000)
                .allMatch(it -> it.matches("08[0-9]{7}"))
                .doesNotHaveDuplicates();
    }

    private static GeneratedPerson headOf(GeneratedHousehold household) {
        return household.people().stream()
                .filter(it -> it.key() == household.head())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everybodyIsMarkedAsDemo() {
        assertThat(SmallProvince.people()).allMatch(GeneratedPerson::isDemo);
    }

    private static java.time.LocalDate born(long key) {
        return java.util.Objects.requireNonNull(BY_KEY.get(key))
                .identity()
                .birth()
                .day();
    }
}
