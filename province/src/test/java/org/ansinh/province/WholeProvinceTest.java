package org.ansinh.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** At full size nothing may run out or repeat: numbers, keys, codes. */
class WholeProvinceTest {

    private final LongStream.Builder numbers = LongStream.builder();
    private final LongStream.Builder keys = LongStream.builder();
    private final LongStream.Builder codes = LongStream.builder();
    private final LongStream.Builder named = LongStream.builder();
    private int living;

    @Test
    void allOfThe573119PeopleLiveSomewhereAndShareNoNumberKeyOrHouseholdCode() {
        SmallProvince.of(Recipe.WHOLE_PROVINCE).visit(this::note);

        assertThat(living).isEqualTo(Recipe.WHOLE_PROVINCE);
        assertNoneTwice(numbers.build().toArray());
        assertNoneTwice(keys.build().toArray());
        var known = codes.build().toArray();
        assertNoneTwice(known);
        assertThat(named.build().allMatch(it -> Arrays.binarySearch(known, it) >= 0))
                .as("every household that a membership names exists")
                .isTrue();
    }

    private void note(GeneratedHousehold household) {
        codes.add(number(household.place().code()));
        for (var person : household.people()) {
            keys.add(person.key());
            living += SmallProvince.isHere(person, SmallProvince.TODAY) ? 1 : 0;
            person.memberships().forEach(it -> named.add(number(it.household())));
            person.identity().personalNumber().ifPresent(it -> numbers.add(Long.parseLong(it)));
        }
    }

    private static long number(String code) {
        return Long.parseLong(code.replace("-", ""));
    }

    /** Sorts in place. */
    private static void assertNoneTwice(long[] values) {
        Arrays.sort(values);
        int twice = 0;
        for (int i = 1; i < values.length; i++) {
            twice += values[i] == values[i - 1] ? 1 : 0;
        }
        assertThat(twice).isZero();
    }
}
