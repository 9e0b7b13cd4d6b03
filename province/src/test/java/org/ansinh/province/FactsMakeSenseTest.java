package org.ansinh.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsMakeSenseTest {

    private static final Set<String> FACTS_OF_THE_HOUSE = Set.of(
            "person.disability",
            "person.disability_certified_on",
            "person.child_without_support",
            "person.hiv",
            "person.stable_income",
            "person.marital_status",
            "person.no_one_to_support",
            "person.monthly_pension",
            "person.other_monthly_allowance",
            "person.study",
            "person.kindergarten_child",
            "person.boarding_pupil",
            "person.self_lodging",
            "person.pregnant",
            "person.citizen",
            "person.in_facility",
            "person.facility_ground",
            "person.detained",
            "person.merit",
            "person.veteran",
            "person.employed_insured",
            "person.cared_at_home",
            "household.class",
            "household.on_grid",
            "household.electricity_kwh");

    @Test
    void onlyFactsOfTheHouseAreStated() {
        var stated = Stream.concat(
                        SmallProvince.people().flatMap(it -> it.facts().stream()),
                        SmallProvince.households().stream().flatMap(it -> it.facts().stream()))
                .map(GeneratedFact::fact)
                .collect(Collectors.toSet());

        assertThat(FACTS_OF_THE_HOUSE).containsAll(stated);
        assertThat(stated).contains("person.study", "person.monthly_pension", "household.class");
    }

    @Test
    void nothingIsStatedBeforeBirthOrAfterToday() {
        assertThat(SmallProvince.people())
                .allSatisfy(person -> assertThat(person.facts())
                        .allSatisfy(fact -> assertThat(fact.days().from())
                                .isBetween(person.identity().birth().day(), SmallProvince.TODAY)));
    }

    @Test
    void aFactHasOneValueOnADay() {
        assertThat(SmallProvince.people())
                .allSatisfy(it -> assertThat(overlaps(it.facts())).isEmpty());
        assertThat(SmallProvince.households())
                .allSatisfy(it -> assertThat(overlaps(it.facts())).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"2022, 3323", "2023, 2894", "2024, 2471", "2025, 2050", "2026, 1620"})
    void asManyHouseholdsArePoorAsTheReviewFoundWithinTwoPointsOfAHundred(int year, int expected) {
        var existing = existingBefore(LocalDate.of(year, 1, 1));
        long poor =
                existing.stream().filter(it -> isClassified(it, "poor", year)).count();
        long nearPoor = existing.stream()
                .filter(it -> isClassified(it, "near_poor", year))
                .count();

        assertThat(poor * 10_000 / existing.size()).isCloseTo(expected, offset(200L));
        assertThat(nearPoor * 10_000 / existing.size()).isCloseTo(1_500, offset(200L));
    }

    @Test
    void theRemoteWestIsMuchPoorerThanTheTown() {
        assertThat(poorIn("01304")).isGreaterThan(4 * poorIn("01273"));
    }

    @Test
    void ofMostElders60AndOverThePensionIsStatedAndOfAFewItIsNot() {
        var elders = SmallProvince.households().stream()
                .flatMap(MarginalsTest::living)
                .filter(it -> it.identity().birth().day().isBefore(SmallProvince.TODAY.minusYears(60)))
                .toList();
        long unstated = elders.stream()
                .filter(it -> it.facts().stream().noneMatch(fact -> fact.fact().equals("person.monthly_pension")))
                .count();

        assertThat(unstated * 1_000 / elders.size()).isBetween(20L, 70L);
    }

    @Test
    void nearlyAllChildrenOfSevenToTenAreAtPrimarySchool() {
        var children = SmallProvince.households().stream()
                .flatMap(MarginalsTest::living)
                .filter(it -> {
                    var born = it.identity().birth().day();
                    return born.isBefore(LocalDate.of(2020, 1, 1)) && born.isAfter(LocalDate.of(2015, 12, 31));
                })
                .toList();
        long pupils = children.stream()
                .filter(it -> holds(it.facts(), "person.study", new FactValue.Words("primary")))
                .count();

        assertThat(pupils * 100 / children.size()).isGreaterThanOrEqualTo(98);
    }

    @Test
    void boardingPupilsGoToSchoolAndNoneLivesInTheTown() {
        var boarders = SmallProvince.households().stream()
                .filter(it -> it.people().stream().anyMatch(FactsMakeSenseTest::boards))
                .toList();

        assertThat(boarders).isNotEmpty();
        assertThat(boarders.stream().map(it -> it.place().commune())).doesNotContain("01273", "01279", "01288");
        assertThat(boarders.stream().flatMap(it -> it.people().stream()).filter(FactsMakeSenseTest::boards))
                .allSatisfy(it ->
                        assertThat(it.facts().stream().map(GeneratedFact::fact)).contains("person.study"));
    }

    private static boolean boards(GeneratedPerson person) {
        return person.facts().stream().anyMatch(it -> it.fact().equals("person.boarding_pupil"));
    }

    private static long poorIn(String commune) {
        var here = SmallProvince.households().stream()
                .filter(it -> it.place().commune().equals(commune))
                .toList();
        return here.stream().filter(it -> isClassified(it, "poor", 2026)).count() * 10_000 / here.size();
    }

    /** Households in which somebody lived before the day. */
    private static List<GeneratedHousehold> existingBefore(LocalDate day) {
        var codes = SmallProvince.people()
                .flatMap(it -> it.memberships().stream())
                .filter(it -> it.days().from().isBefore(day))
                .map(Membership::household)
                .collect(Collectors.toSet());
        return SmallProvince.households().stream()
                .filter(it -> codes.contains(it.place().code()))
                .toList();
    }

    private static boolean isClassified(GeneratedHousehold household, String name, int year) {
        return household.facts().stream()
                .anyMatch(it -> it.fact().equals("household.class")
                        && it.days().from().getYear() == year
                        && it.value().equals(new FactValue.Words(name)));
    }

    private static boolean holds(List<GeneratedFact> facts, String fact, FactValue value) {
        return facts.stream()
                .anyMatch(it -> it.fact().equals(fact)
                        && it.days().includes(SmallProvince.TODAY)
                        && it.value().equals(value));
    }

    private static List<GeneratedFact> overlaps(List<GeneratedFact> facts) {
        var found = new ArrayList<GeneratedFact>();
        var seen = new HashSet<GeneratedFact>();
        for (var fact : facts) {
            for (var other : seen) {
                if (other.fact().equals(fact.fact())
                        && other.days().overlapWith(fact.days()).isPresent()) {
                    found.add(fact);
                }
            }
            seen.add(fact);
        }
        return found;
    }
}
