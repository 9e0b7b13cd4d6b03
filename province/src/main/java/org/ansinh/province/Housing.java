package org.ansinh.province;

import java.util.ArrayList;
import java.util.List;

/** Which village the next household of a commune stands in: village after village, each with its share of the people. */
final class Housing {

    private record Stretch(Village village, long upTo) {}

    /** About so many people live in a village; a small province settles fewer villages, not smaller ones. */
    private static final int PEOPLE_OF_A_VILLAGE = 240;

    private final Commune commune;
    private final List<Stretch> stretches = new ArrayList<>();
    private final long whole;

    Housing(Commune commune, List<Village> villages, int people) {
        this.commune = commune;
        long total =
                commune.former().stream().mapToLong(FormerCommune::population).sum();
        long upTo = 0;
        for (var former : commune.former()) {
            var own = villages.stream()
                    .filter(it -> it.formerCommune().equals(former.code())
                            && it.commune().equals(commune.code()))
                    .toList();
            long expected = people * (long) former.population() / total;
            int settled = (int) Math.clamp(expected / PEOPLE_OF_A_VILLAGE, 1, own.size());
            for (int i = 0; i < settled; i++) {
                upTo += former.population() / settled;
                stretches.add(new Stretch(own.get(i), upTo));
            }
        }
        whole = upTo;
    }

    HouseholdPlace place(int sequence, long peopleBefore, long people) {
        long position = whole * peopleBefore / people;
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).upTo() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        var village = stretches.get(low).village();
        return new HouseholdPlace(code(commune, sequence), village.code(), commune.code(), village.formerCommune());
    }

    static String code(Commune commune, int sequence) {
        var code = new StringBuilder(commune.code()).append('-');
        NumberIssuer.appendPadded(code, sequence, 6);
        return code.toString();
    }
}
