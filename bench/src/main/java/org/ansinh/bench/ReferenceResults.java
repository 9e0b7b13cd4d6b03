package org.ansinh.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The seven results of the reference rule set as plain columns, and the sums by which any engine can be checked. */
record ReferenceResults(
        int[] assistance, int[] carer, int[] study, byte[] health, byte[] tuition, int[] electricity, int[] total) {

    static ReferenceResults room(int people, int households) {
        return new ReferenceResults(
                new int[people],
                new int[people],
                new int[people],
                new byte[people],
                new byte[people],
                new int[households],
                new int[households]);
    }

    Map<String, Long> sums() {
        var sums = new LinkedHashMap<String, Long>();
        sums.put("social_assistance", sum(assistance));
        sums.put("home_carer", sum(carer));
        sums.put("study", sum(study));
        sums.put("health", sum(health));
        sums.put("tuition", sum(tuition));
        sums.put("electricity", sum(electricity));
        sums.put("total", sum(total));
        long ofPeople = 0;
        for (int i = 0; i < assistance.length; i++) {
            long value = assistance[i] + 3L * carer[i] + 7L * study[i] + 11L * health[i] + 13L * tuition[i];
            ofPeople += value * (i + 1L);
        }
        long ofHouseholds = 0;
        for (int h = 0; h < total.length; h++) {
            ofHouseholds += total[h] * (h + 1L);
        }
        sums.put("chk_person", ofPeople);
        sums.put("chk_household", ofHouseholds);
        return sums;
    }

    boolean isSame(ReferenceResults other) {
        return Arrays.equals(assistance, other.assistance)
                && Arrays.equals(carer, other.carer)
                && Arrays.equals(study, other.study)
                && Arrays.equals(health, other.health)
                && Arrays.equals(tuition, other.tuition)
                && Arrays.equals(electricity, other.electricity)
                && Arrays.equals(total, other.total);
    }

    private static long sum(int[] column) {
        return Arrays.stream(column).asLongStream().sum();
    }

    private static long sum(byte[] column) {
        long sum = 0;
        for (byte value : column) {
            sum += value;
        }
        return sum;
    }
}
