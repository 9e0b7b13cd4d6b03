package org.ansinh.rules.determination;

import java.util.List;

/**
 * Chooses the best lawful set. A set is lawful when no two in it exclude one another and everything met that is left out
 * is shut out by something that is in: by a rule that keeps the higher either shuts out the other, by one that keeps the
 * first the earlier shuts out the later. The best has the greatest sum; of equals, the one with what the law names first.
 */
final class Contest {

    private final boolean[][] shutsOut;
    private final boolean isMutual;
    private final boolean isRanked;
    private final int[] twinOf;

    private Contest(boolean[][] shutsOut) {
        this.shutsOut = shutsOut;
        this.isMutual = isEach(shutsOut, true);
        this.isRanked = isEach(shutsOut, false);
        this.twinOf = isPlain() ? new int[0] : twins(shutsOut);
    }

    static Contest of(List<Claim> claims, int firstDay, int lastDay) {
        int n = claims.size();
        var shutsOut = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                shutsOut[i][j] = i != j
                        && claims.get(i)
                                .shutsOut(claims.get(j), firstDay, lastDay)
                                .isPresent();
            }
        }
        return new Contest(shutsOut);
    }

    /** For tests: {@code shutsOut[i][j]} where i shuts out j. */
    static Contest of(boolean[][] shutsOut) {
        return new Contest(shutsOut);
    }

    /** Whether each excludes every other one, all by amount or all by rank, so that one of them is simply the best. */
    boolean isPlain() {
        return isMutual || isRanked;
    }

    /** Whether all that exclude one another do so by amount. */
    boolean isByAmountOnly() {
        for (int i = 0; i < shutsOut.length; i++) {
            for (int j = 0; j < i; j++) {
                if (shutsOut[i][j] != shutsOut[j][i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isEach(boolean[][] shutsOut, boolean mutually) {
        for (int i = 0; i < shutsOut.length; i++) {
            for (int j = i + 1; j < shutsOut.length; j++) {
                boolean both = shutsOut[i][j] && shutsOut[j][i];
                boolean one = shutsOut[i][j] != shutsOut[j][i];
                if (mutually ? !both : !one) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The first of those that exclude one another and stand to all others alike, for each. */
    private static int[] twins(boolean[][] shutsOut) {
        var twinOf = new int[shutsOut.length];
        for (int i = 0; i < twinOf.length; i++) {
            int first = 0;
            while (first < i && !(twinOf[first] == first && areTwins(shutsOut, first, i))) {
                first++;
            }
            twinOf[i] = first;
        }
        return twinOf;
    }

    private static boolean areTwins(boolean[][] shutsOut, int one, int other) {
        if (!shutsOut[one][other] && !shutsOut[other][one]) {
            return false;
        }
        for (int k = 0; k < shutsOut.length; k++) {
            if (k != one
                    && k != other
                    && (shutsOut[one][k] != shutsOut[other][k] || shutsOut[k][one] != shutsOut[k][other])) {
                return false;
            }
        }
        return true;
    }

    boolean shutsOut(int one, int other) {
        return shutsOut[one][other];
    }

    /** The best lawful set of those that are present. */
    boolean[] best(boolean[] present, long[] amounts) {
        return isPlain() ? one(present, amounts) : new LawfulSearch(shutsOut, amounts).best(winners(present, amounts));
    }

    private boolean[] one(boolean[] present, long[] amounts) {
        var chosen = new boolean[present.length];
        int at = -1;
        for (int i = 0; i < present.length; i++) {
            if (present[i] && (at < 0 || (isMutual ? amounts[i] > amounts[at] : shutsOut[i][at]))) {
                at = i;
            }
        }
        if (at >= 0) {
            chosen[at] = true;
        }
        return chosen;
    }

    /** Of twins only one can be in a best set: the highest, or the first where rank decides. */
    private boolean[] winners(boolean[] present, long[] amounts) {
        var winners = present.clone();
        var winnerOf = new int[present.length];
        for (int i = 0; i < present.length; i++) {
            int before = winnerOf[twinOf[i]] - 1;
            if (present[i] && before >= 0 && !beats(i, before, amounts)) {
                winners[i] = false;
            } else if (present[i]) {
                winnerOf[twinOf[i]] = i + 1;
                if (before >= 0) {
                    winners[before] = false;
                }
            }
        }
        return winners;
    }

    private boolean beats(int later, int earlier, long[] amounts) {
        return shutsOut[later][earlier] && (!shutsOut[earlier][later] || amounts[later] > amounts[earlier]);
    }

    /** Which of a set shuts one out, or -1. */
    int by(int one, boolean[] set) {
        for (int i = 0; i < set.length; i++) {
            if (set[i] && shutsOut[i][one]) {
                return i;
            }
        }
        return -1;
    }
}
