package org.ansinh.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** At full size nothing may run out or repeat: numbers, keys, codes. */
class WholeProvinceTest {

    @Test
    void allOfThe573119PeopleLiveSomewhereAndShareNoNumberKeyOrHouseholdCode() {
        var numbers = new HashSet<Long>();
        var keys = new HashSet<Long>();
        var codes = new HashSet<String>();
        var named = new HashSet<String>();
        var count = new int[4];
        SmallProvince.of(Recipe.WHOLE_PROVINCE).visit(household -> {
            count[0]++;
            codes.add(household.place().code());
            for (var person : household.people()) {
                count[1]++;
                keys.add(person.key());
                count[2] += SmallProvince.isHere(person, SmallProvince.TODAY) ? 1 : 0;
                person.memberships().forEach(it -> named.add(it.household()));
                person.identity().personalNumber().ifPresent(it -> {
                    count[3]++;
                    numbers.add(Long.parseLong(it));
                });
            }
        });

        assertThat(count[2]).isEqualTo(Recipe.WHOLE_PROVINCE);
        assertThat(codes).hasSize(count[0]).containsAll(named);
        assertThat(keys).hasSize(count[1]);
        assertThat(numbers).hasSize(count[3]);
    }
}
