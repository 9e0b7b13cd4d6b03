package org.ansinh.rules.determination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the best lawful set. A set is lawful when no two in it exclude one another and everything met that is left out
 * is shut out by something that is in: by a rule that keeps the higher either shuts out the other, by one that keeps the
 * first the earlier shuts out the later. The best has the greatest sum; of equals, the one with what the law names first.
 */
final class Contest {

    private final boolean[][] shutsOut;
    private final boolean isMutual;
    private final boolean isRanked;
    private boolean[] present = {};
    private long[] amounts = {};
    private boolean[] chosen = {};
    private boolean @Nullable [] best;
    private long bestSum;

    private Contest(boolean[][] shutsOut) {
        this.shutsOut = shutsOut;
        this.isMutual = isEach(shutsOut, true);
        this.isRanked = isEach(shutsOut, false);
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

    boolean shutsOut(int one, int other) {
        return shutsOut[one][other];
    }

    /** The best lawful set of those that are present. */
    boolean[] best(boolean[] present, long[] amounts) {
        this.present = present;
        this.amounts = amounts;
        this.chosen = new boolean[present.length];
        this.best = null;
        this.bestSum = -1;
        if (isPlain()) {
            return one();
        }
        long all = 0;
        for (int i = 0; i < present.length; i++) {
            all += present[i] ? amounts[i] : 0;
        }
        search(0, 0, all);
        // The earliest first, each that nothing chosen shuts out, is lawful: there always is a best.
        return best == null ? chosen : best;
    }

    private boolean[] one() {
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

    private void search(int i, long sum, long rest) {
        if (best != null && sum + rest <= bestSum) {
            return;
        }
        if (i == present.length) {
            if (isLawful()) {
                best = chosen.clone();
                bestSum = sum;
            }
            return;
        }
        if (!present[i]) {
            search(i + 1, sum, rest);
            return;
        }
        if (!isExcluded(i)) {
            chosen[i] = true;
            search(i + 1, sum + amounts[i], rest - amounts[i]);
            chosen[i] = false;
        }
        search(i + 1, sum, rest - amounts[i]);
    }

    private boolean isExcluded(int i) {
        for (int j = 0; j < i; j++) {
            if (chosen[j] && (shutsOut[i][j] || shutsOut[j][i])) {
                return true;
            }
        }
        return false;
    }

    private boolean isLawful() {
        for (int i = 0; i < present.length; i++) {
            if (present[i] && !chosen[i] && by(i, chosen) < 0) {
                return false;
            }
        }
        return true;
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
