package org.ansinh.province;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The provinces that tests look at. */
final class SmallProvince {

    static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    static final Province OF_20_000 = of(20_000);

    private static final List<GeneratedHousehold> HOUSEHOLDS =
            OF_20_000.households().toList();

    private SmallProvince() {}

    static Province of(int people) {
        return Province.of(new Recipe(people, 2026, TODAY));
    }

    static List<GeneratedHousehold> households() {
        return HOUSEHOLDS;
    }

    static Stream<GeneratedPerson> people() {
        return HOUSEHOLDS.stream().flatMap(it -> it.people().stream());
    }

    /** Whether somebody lives in the province on the day. */
    static boolean isHere(GeneratedPerson person, LocalDate day) {
        return person.memberships().getLast().days().includes(day);
    }
}
