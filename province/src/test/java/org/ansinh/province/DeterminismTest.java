package org.ansinh.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    private static final String APPROVED = "48fa92db93828dccde8340ccea7aed21c598eece407e712603400c6851aa54a1";

    @Test
    void theSameRecipeGivesTheSamePeopleByteForByte() throws NoSuchAlgorithmException {
        assertThat(digest(2_000, 1)).isEqualTo(digest(2_000, 1));
    }

    /**
     * Whoever changes the generator on purpose approves the new sum here; whoever did not mean to has broken every stored demo. The sum
     * is the same on any machine, so a difference between machines shows here too.
     */
    @Test
    void theApprovedPeopleOfSeed1AreStillTheSame() throws NoSuchAlgorithmException {
        assertThat(digest(2_000, 1)).isEqualTo(APPROVED);
    }

    @Test
    void anotherSeedGivesOtherPeople() throws NoSuchAlgorithmException {
        assertThat(digest(2_000, 1)).isNotEqualTo(digest(2_000, 2));
    }

    @Test
    void manyThreadsMakeTheSamePeopleAsOne() {
        var province = SmallProvince.of(2_000);
        var together = province.communes().parallelStream()
                .map(it -> province.householdsOf(it).map(Record::toString).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));

        assertThat(together)
                .isEqualTo(province.households().map(Record::toString).collect(Collectors.joining("\n")));
    }

    @Test
    void placesWithoutPeopleAreThoseOfTheHouseholds() {
        var province = SmallProvince.of(20_000);
        for (var commune : province.communes()) {
            assertThat(province.placesOf(commune))
                    .isEqualTo(province.householdsOf(commune)
                            .map(GeneratedHousehold::place)
                            .toList());
        }
    }

    /** Arabic digits and the Turkish i have broken many a generator. */
    @Test
    void theLanguageOfTheMachineDoesNotMatter() throws NoSuchAlgorithmException {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(digest(300, 1)).isEqualTo(digest(300, 1, usual));
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static String digest(int people, long seed, Locale locale) throws NoSuchAlgorithmException {
        var before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            return digest(people, seed);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String digest(int people, long seed) throws NoSuchAlgorithmException {
        var province = Province.of(new Recipe(people, seed, SmallProvince.TODAY));
        var digest = MessageDigest.getInstance("SHA-256");
        province.villages().forEach(it -> digest.update(bytes(it.shownName() + it.facts())));
        province.visit(it -> digest.update(bytes(it.toString())));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
