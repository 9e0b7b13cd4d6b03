package org.ansinh.province;

import java.time.LocalDate;

/**
 * Births whose age groups have the commune's shares, however few or many are drawn: the n-th birth stands at the n-th step of the
 * golden section, which fills the shares evenly.
 */
final class AgeLadder {

    private static final long GOLDEN_STEP = 2_654_435_769L;
    private static final long WHOLE = 1L << 32;
    private static final int OLDEST = 102;

    private final int[] groups;
    private final long[] youngest = new long[Atlas.AGE_GROUPS + 1];
    private long place;

    AgeLadder(int[] cumulatedGroups, LocalDate today, Dice dice) {
        groups = cumulatedGroups.clone();
        for (int i = 0; i < Atlas.AGE_GROUPS; i++) {
            youngest[i] = today.minusYears(5L * i).toEpochDay();
        }
        youngest[Atlas.AGE_GROUPS] = today.minusYears(OLDEST).toEpochDay();
        place = ((long) dice.below(1 << 16) << 16) + dice.below(1 << 16);
    }

    /** The epoch day of the next birth. */
    int nextBirth() {
        place = (place + GOLDEN_STEP) % WHOLE;
        long weight = place * groups[groups.length - 1];
        int group = 0;
        while (groups[group] * WHOLE <= weight) {
            group++;
        }
        long below = group == 0 ? 0 : groups[group - 1];
        long part = (weight - below * WHOLE) / (groups[group] - below);
        if (group == Atlas.AGE_GROUPS - 1) {
            part = (part >>> 1) * (part >>> 1) >>> 30;
        }
        long span = youngest[group] - youngest[group + 1];
        return (int) (youngest[group] - span * part / WHOLE);
    }
}
