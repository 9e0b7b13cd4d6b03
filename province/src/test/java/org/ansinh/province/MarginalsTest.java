package org.ansinh.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Period;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A province of 20,000 has the shares of the official tables, within the chance that so few people leave. */
class MarginalsTest {

    private static final Atlas ATLAS = Atlas.read();

    @Test
    void everyCommuneHasItsShareOfThePeople() {
        var people = SmallProvince.households().stream()
                .collect(Collectors.groupingBy(
                        it -> it.place().commune(),
                        Collectors.summingLong(it -> living(it).count())));

        assertThat(people).hasSize(56);
        for (var commune : ATLAS.communes()) {
            long expected = commune.population() * 20_000L / ATLAS.population();
            assertThat(people.getOrDefault(commune.code(), 0L)).isCloseTo(expected, offset(2L));
        }
    }

    @Test
    void householdsHaveTheSizesOfTheCensusWithinTwoPointsOfAHundred() {
        var sizes = new long[7];
        SmallProvince.households()
                .forEach(it -> sizes[(int) Math.min(7, living(it).count()) - 1]++);
        var census = new long[7];
        for (var commune : ATLAS.communes()) {
            addUncumulated(census, commune.shares().sizes());
        }

        assertSameShares(sizes, census, 200);
    }

    @Test
    void agesAreThoseOfTheCensusWithinOnePointOfAHundred() {
        var ages = new long[Atlas.AGE_GROUPS];
        SmallProvince.households().stream().flatMap(MarginalsTest::living).forEach(it -> ages[ageGroup(it)]++);
        var census = Arrays.stream(
                        Table.numbers(Table.read("ages-2019.csv").rows().getFirst(), 1, Atlas.AGE_GROUPS))
                .asLongStream()
                .toArray();

        assertSameShares(ages, census, 100);
    }

    @Test
    void aYoungDistrictStaysYoungWithinTwoPointsOfAHundred() {
        var ages = new long[Atlas.AGE_GROUPS];
        SmallProvince.households().stream()
                .filter(it -> ATLAS.commune(it.place().commune())
                        .former()
                        .getFirst()
                        .district()
                        .equals("Huyện Bảo Lâm"))
                .filter(it -> !it.place().commune().equals("01324"))
                .flatMap(MarginalsTest::living)
                .forEach(it -> ages[ageGroup(it)]++);
        var baoLam = Table.read("ages-2019.csv").rows().stream()
                .filter(it -> it[0].equals("Huyện Bảo Lâm"))
                .findFirst()
                .orElseThrow();

        assertSameShares(
                ages,
                Arrays.stream(Table.numbers(baoLam, 1, Atlas.AGE_GROUPS))
                        .asLongStream()
                        .toArray(),
                200);
    }

    @Test
    void ethnicGroupsHaveTheirSharesOf2010WithinTwoPointsOfAHundred() {
        var counted = SmallProvince.households().stream()
                .flatMap(MarginalsTest::living)
                .collect(Collectors.groupingBy(it -> it.identity().ethnicGroup(), Collectors.counting()));
        var people = ATLAS.ethnicGroups().stream()
                .mapToLong(it -> counted.getOrDefault(it, 0L))
                .toArray();
        var shares = Arrays.stream(
                        Table.numbers(Table.read("ethnic-groups.csv").rows().getFirst(), 1, people.length))
                .asLongStream()
                .toArray();

        assertSameShares(people, shares, 200);
    }

    @Test
    void threeInAHundredHaveNoPersonalNumberAndManyElders70AndOverKnowOnlyTheirYear() {
        var people = SmallProvince.households().stream()
                .flatMap(MarginalsTest::living)
                .toList();
        long none = people.stream()
                .filter(it -> it.identity().personalNumber().isEmpty())
                .count();
        var elders = people.stream().filter(it -> ageGroup(it) >= 14).toList();

        assertThat(none * 1_000 / people.size()).isBetween(25L, 40L);
        assertThat(elders.stream()
                                .filter(it -> it.identity().birth().precision() == Birth.Precision.YEAR)
                                .count()
                        * 100
                        / elders.size())
                .isBetween(22L, 45L);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 2_000})
    void aSmallProvinceStillHasAll56Communes(int people) {
        var households = SmallProvince.of(people).households().toList();

        assertThat(households.stream().map(it -> it.place().commune()).distinct())
                .hasSize(56);
        assertThat(households.stream().flatMap(MarginalsTest::living).count()).isBetween((long) people, people + 60L);
    }

    static Stream<GeneratedPerson> living(GeneratedHousehold household) {
        return household.people().stream().filter(it -> SmallProvince.isHere(it, SmallProvince.TODAY));
    }

    private static int ageGroup(GeneratedPerson person) {
        int age = Period.between(person.identity().birth().day(), SmallProvince.TODAY)
                .getYears();
        return Math.min(Atlas.AGE_GROUPS - 1, age / 5);
    }

    private static void addUncumulated(long[] to, int[] cumulated) {
        for (int i = 0; i < to.length; i++) {
            to[i] += cumulated[i] - (i == 0 ? 0 : cumulated[i - 1]);
        }
    }

    /** Shares are compared in parts of 10,000. */
    private static void assertSameShares(long[] counted, long[] expected, long tolerance) {
        long all = Arrays.stream(counted).sum();
        long whole = Arrays.stream(expected).sum();
        for (int i = 0; i < counted.length; i++) {
            assertThat(counted[i] * 10_000 / all)
                    .as("share of group %d", i)
                    .isCloseTo(expected[i] * 10_000 / whole, offset(tolerance));
        }
    }
}
