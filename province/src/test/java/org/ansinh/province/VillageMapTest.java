package org.ansinh.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VillageMapTest {

    private static final LocalDate LAST_DAY_OF_OLD_LISTS = LocalDate.of(2025, 12, 24);

    private final Province province = SmallProvince.of(300);

    @Test
    void thereAre1462VillagesWithInventedNamesInAllCommunesOfBothTimes() {
        var villages = province.villages();

        assertThat(villages).hasSize(1_462).allMatch(Village::isInvented);
        assertThat(villages).extracting(Village::shownName).allMatch(it -> it.endsWith("(tên giả định)"));
        assertThat(villages).extracting(Village::code).doesNotHaveDuplicates();
        assertThat(villages.stream().map(Village::commune).distinct()).hasSize(56);
        assertThat(villages.stream().map(Village::formerCommune).distinct()).hasSize(161);
    }

    @Test
    void theFormerCommunesHad126UnitsInRegionIii6InIiAnd29InI() {
        var regions = province.villages().stream()
                .collect(Collectors.toMap(
                        Village::formerCommune, it -> regionOn(it, LAST_DAY_OF_OLD_LISTS), (one, same) -> one));

        assertThat(regions.values().stream().filter("iii"::equals)).hasSize(126);
        assertThat(regions.values().stream().filter("ii"::equals)).hasSize(6);
        assertThat(regions.values().stream().filter("i"::equals)).hasSize(29);
    }

    @Test
    void since25December2025All53RuralCommunesAreInRegionIii() {
        var regions = province.villages().stream()
                .collect(Collectors.toMap(
                        Village::commune, it -> regionOn(it, LAST_DAY_OF_OLD_LISTS.plusDays(1)), (one, same) -> one));

        assertThat(regions)
                .containsEntry("01273", "i")
                .containsEntry("01279", "ii")
                .containsEntry("01288", "ii");
        assertThat(regions.values().stream().filter("iii"::equals)).hasSize(53);
    }

    @Test
    void extremelyDifficultVillagesAre1069OnTheListOfDecember2025And1102AfterJanuary2026() {
        assertThat(difficultOn(LocalDate.of(2025, 12, 25))).isEqualTo(1_069);
        assertThat(difficultOn(LocalDate.of(2026, 2, 1))).isEqualTo(1_102);
    }

    @Test
    void aFormerCommuneOfWhichOnlyTheTotalIsKnownSaysThatItsRegionIsAssumed() {
        var phongChau = former("01507").standing().region().on(LAST_DAY_OF_OLD_LISTS);
        var nuocHai = former("01654").standing().region().on(LAST_DAY_OF_OLD_LISTS);

        assertThat(phongChau).contains(new Village.Region("i", Village.Certainty.CONFIRMED));
        assertThat(nuocHai).contains(new Village.Region("i", Village.Certainty.ASSUMED));
    }

    private Village former(String code) {
        return province.villages().stream()
                .filter(it -> it.formerCommune().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private long difficultOn(LocalDate day) {
        return province.villages().stream()
                .filter(it -> it.standing().difficulty().on(day).orElseThrow().extreme())
                .count();
    }

    private static String regionOn(Village village, LocalDate day) {
        return village.standing().region().on(day).orElseThrow().id();
    }
}
