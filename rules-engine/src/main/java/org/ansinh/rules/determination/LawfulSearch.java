package org.ansinh.rules.determination;

/**
 * Tries sets from the first claim to the last, the one asked about now in before out. Claims that nothing binds together are
 * searched apart; and of those that all exclude one another at most one can be in, so the largest of each such group bounds
 * what may still be won, and most ways are never gone.
 */
final class LawfulSearch {

    private static final int NOT_HERE = -1;

    private final boolean[][] shutsOut;
    private final long[] amounts;
    private final boolean[] chosen;
    private final boolean[] best;
    private int[] members = {};
    private int[] groupOf = {};
    private long[] most = {};
    private boolean isFound;
    private long bestSum;

    LawfulSearch(boolean[][] shutsOut, long[] amounts) {
        this.shutsOut = shutsOut;
        this.amounts = amounts;
        this.chosen = new boolean[amounts.length];
        this.best = new boolean[amounts.length];
    }

    boolean[] best(boolean[] present) {
        var partOf = parts(present);
        for (int part = 0; part < partOf.length; part++) {
            members = membersOf(partOf, part);
            if (members.length > 0) {
                groups();
                isFound = false;
                bestSum = -1;
                search(0, 0);
            }
        }
        return best;
    }

    private boolean excludes(int one, int other) {
        return shutsOut[one][other] || shutsOut[other][one];
    }

    /** Numbers the parts between which nothing excludes anything. */
    private int[] parts(boolean[] present) {
        var partOf = new int[present.length];
        java.util.Arrays.fill(partOf, NOT_HERE);
        for (int i = 0; i < present.length; i++) {
            if (present[i] && partOf[i] == NOT_HERE) {
                spread(i, i, present, partOf);
            }
        }
        return partOf;
    }

    private void spread(int from, int part, boolean[] present, int[] partOf) {
        partOf[from] = part;
        for (int k = 0; k < present.length; k++) {
            if (present[k] && partOf[k] == NOT_HERE && excludes(from, k)) {
                spread(k, part, present, partOf);
            }
        }
    }

    private static int[] membersOf(int[] partOf, int part) {
        return java.util.stream.IntStream.range(0, partOf.length)
                .filter(it -> partOf[it] == part)
                .toArray();
    }

    /** Puts each member into the first group all of whose members it excludes. */
    private void groups() {
        groupOf = new int[members.length];
        int groups = 0;
        for (int i = 0; i < members.length; i++) {
            int group = 0;
            while (group < groups && !excludesAll(group, i)) {
                group++;
            }
            groupOf[i] = group;
            groups = Math.max(groups, group + 1);
        }
        most = new long[groups];
    }

    private boolean excludesAll(int group, int i) {
        for (int k = 0; k < i; k++) {
            if (groupOf[k] == group && !excludes(members[k], members[i])) {
                return false;
            }
        }
        return true;
    }

    private void search(int i, long sum) {
        if (isFound && sum + mayStillCome(i) <= bestSum) {
            return;
        }
        if (i == members.length) {
            take(sum);
            return;
        }
        int one = members[i];
        if (isFree(one)) {
            chosen[one] = true;
            search(i + 1, sum + amounts[one]);
            chosen[one] = false;
        }
        if (mayBeShutOut(i)) {
            search(i + 1, sum);
        }
    }

    private void take(long sum) {
        for (int one : members) {
            if (!chosen[one] && !isShutOut(one)) {
                return;
            }
        }
        for (int one : members) {
            best[one] = chosen[one];
        }
        isFound = true;
        bestSum = sum;
    }

    /** No more than the largest of each group among those that nothing chosen excludes. */
    private long mayStillCome(int from) {
        java.util.Arrays.fill(most, 0);
        for (int i = from; i < members.length; i++) {
            if (amounts[members[i]] > most[groupOf[i]] && isFree(members[i])) {
                most[groupOf[i]] = amounts[members[i]];
            }
        }
        long all = 0;
        for (long each : most) {
            all += each;
        }
        return all;
    }

    private boolean isFree(int one) {
        for (int other : members) {
            if (chosen[other] && excludes(one, other)) {
                return false;
            }
        }
        return true;
    }

    private boolean isShutOut(int one) {
        for (int other : members) {
            if (chosen[other] && shutsOut[other][one]) {
                return true;
            }
        }
        return false;
    }

    /** What is left out must be shut out by something chosen, or by something that may yet be. */
    private boolean mayBeShutOut(int i) {
        int one = members[i];
        if (isShutOut(one)) {
            return true;
        }
        for (int k = i + 1; k < members.length; k++) {
            if (shutsOut[members[k]][one] && isFree(members[k])) {
                return true;
            }
        }
        return false;
    }
}
