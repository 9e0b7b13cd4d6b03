package org.ansinh.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    @Test
    void theSameRecipeGivesTheSamePeopleByteForByte() throws NoSuchAlgorithmException {
        assertThat(digest(2_000, 1)).isEqualTo(digest(2_000, 1));
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
