package org.ansinh.bench;

import java.time.LocalDate;

/**
 * The synthetic people on whom engines are compared, as plain columns: the same for the same number, whoever makes them.
 * Persons stand in the order of their households.
 */
record ReferencePeople(
        int[] household,
        int[] born,
        byte[] disability,
        byte[] orphan,
        byte[] hiv,
        byte[] singleParent,
        byte[] noSupport,
        byte[] pension,
        byte[] homeCarer,
        byte[] ethnic,
        byte[] pupil,
        byte[] poverty,
        byte[] region) {

    private static final long LAST_DAY = LocalDate.of(2025, 12, 31).toEpochDay();

    int people() {
        return household.length;
    }

    int households() {
        return poverty.length;
    }

    /** The first person of each household, and the number of people after the last. */
    int[] starts() {
        var starts = new int[households() + 1];
        for (int home : household) {
            starts[home + 1]++;
        }
        for (int h = 0; h < households(); h++) {
            starts[h + 1] += starts[h];
        }
        return starts;
    }

    static ReferencePeople of(int people) {
        var draws = new Draws(new Pcg64(20250601, people));
        var household = households(draws.places(people, .05, .12, .18, .25, .19, .11, .06, .03, .01));
        int homes = household[people - 1] + 1;
        var first = new boolean[people];
        var age = ages(draws, household, first);
        var born = new int[people];
        for (int i = 0; i < people; i++) {
            born[i] = (int) (LAST_DAY - (long) Math.floor(age[i] * 365.25));
        }
        // Sex is drawn because everything after it depends on the numbers it takes; no rule reads it.
        var unread = draws.fractions(people);
        var disability = bytes(draws.places(people, .935, .026, .025, .014), 0);
        var orphan = flags(draws, .015, i -> age[i] < 19, unread.length);
        var hiv = flags(draws, .002, i -> true, people);
        var singleParent = flags(draws, .09, i -> first[i] && age[i] < 60, people);
        var noSupport = flags(draws, .08, i -> age[i] > 55, people);
        var pension = flags(draws, .33, i -> age[i] > 55, people);
        var carer = draws.fractions(people);
        var homeCarer = new byte[people];
        for (int i = 0; i < people; i++) {
            homeCarer[i] = (byte) (carer[i] < (disability[i] == 3 ? .6 : .004) ? 1 : 0);
        }
        var minority = draws.fractions(homes);
        var ethnic = new byte[people];
        for (int i = 0; i < people; i++) {
            ethnic[i] = (byte) (minority[household[i]] < .147 ? 1 : 0);
        }
        var pupil = flags(draws, .92, i -> age[i] > 2.5 && age[i] < 21, people);
        var region = bytes(draws.places(homes, .5, .3, .2), 1);
        return new ReferencePeople(
                household,
                born,
                disability,
                orphan,
                hiv,
                singleParent,
                noSupport,
                pension,
                homeCarer,
                ethnic,
                pupil,
                poverty(draws, region),
                region);
    }

    private static int[] households(int[] sizes) {
        var household = new int[sizes.length];
        int home = 0;
        int left = sizes[0] + 1;
        for (int i = 0; i < household.length; i++) {
            if (left == 0) {
                left = sizes[++home] + 1;
            }
            household[i] = home;
            left--;
        }
        return household;
    }

    /** First of a household an adult, second mostly, others mostly children. */
    private static double[] ages(Draws draws, int[] household, boolean[] first) {
        int people = household.length;
        var kind = draws.fractions(people);
        var adult = draws.betas(people, 1.6, 2.6);
        var child = draws.fractions(people);
        var old = draws.betas(people, 1.3, 3);
        var age = new double[people];
        int place = 0;
        for (int i = 0; i < people; i++) {
            place = i > 0 && household[i] == household[i - 1] ? place + 1 : 0;
            first[i] = place == 0;
            boolean grown = place == 0 || (place == 1 ? kind[i] < .82 : kind[i] >= .78);
            boolean young = place == 1 ? kind[i] < .93 : kind[i] < .66;
            age[i] = grown ? 22 + 63 * adult[i] : young ? 18 * child[i] : 60 + 38 * old[i];
        }
        return age;
    }

    private static byte[] poverty(Draws draws, byte[] region) {
        var drawn = draws.fractions(region.length);
        var poverty = new byte[region.length];
        for (int h = 0; h < region.length; h++) {
            double share = drawn[h] / (region[h] == 3 ? 2.5 : region[h] == 2 ? 1.2 : .8);
            poverty[h] = (byte) (share < .07 ? 2 : share < .14 ? 1 : 0);
        }
        return poverty;
    }

    private interface Who {
        boolean may(int person);
    }

    private static byte[] flags(Draws draws, double share, Who who, int people) {
        var drawn = draws.fractions(people);
        var flags = new byte[people];
        for (int i = 0; i < people; i++) {
            flags[i] = (byte) (drawn[i] < share && who.may(i) ? 1 : 0);
        }
        return flags;
    }

    private static byte[] bytes(int[] places, int more) {
        var bytes = new byte[places.length];
        for (int i = 0; i < places.length; i++) {
            bytes[i] = (byte) (places[i] + more);
        }
        return bytes;
    }
}
