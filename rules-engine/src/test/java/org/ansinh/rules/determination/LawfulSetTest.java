package org.ansinh.rules.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The best lawful set is what trying every set finds, and there always is one. */
class LawfulSetTest {

    /** Pairs that exclude one another by amount, or by order, which goes from earlier to later. */
    private static boolean[][] rules(Random random, int n) {
        var shutsOut = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                int rule = random.nextInt(4);
                shutsOut[i][j] = rule >= 2;
                shutsOut[j][i] = rule == 3;
            }
        }
        return shutsOut;
    }

    @Property(tries = 2000)
    void isWhatTryingEverySetFinds(@ForAll long seed) {
        var random = new Random(seed);
        int n = 1 + random.nextInt(7);
        var shutsOut = random.nextInt(5) == 0 ? all(n, random.nextBoolean()) : rules(random, n);
        var present = new boolean[n];
        var amounts = new long[n];
        for (int i = 0; i < n; i++) {
            present[i] = random.nextInt(4) > 0;
            amounts[i] = 100_000L * random.nextInt(6);
        }
        assertThat(Contest.of(shutsOut).best(present, amounts)).isEqualTo(tried(shutsOut, present, amounts));
    }

    /** A household of several people with the same programmes: who stands to all others alike as somebody else does. */
    @Property(tries = 500)
    void isFoundAmongThoseWhoStandAlikeToo(@ForAll long seed) {
        var random = new Random(seed);
        int kinds = 1 + random.nextInt(4);
        var between = rules(random, kinds);
        int n = kinds + random.nextInt(8);
        var kindOf = new int[n];
        for (int i = 0; i < n; i++) {
            kindOf[i] = i < kinds ? i : random.nextInt(kinds);
        }
        var within = new int[kinds];
        for (int k = 0; k < kinds; k++) {
            within[k] = random.nextInt(3);
        }
        var shutsOut = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean inOneKind = within[kindOf[i]] == 2 || within[kindOf[i]] == 1 && i < j;
                shutsOut[i][j] = i != j && (kindOf[i] == kindOf[j] ? inOneKind : between[kindOf[i]][kindOf[j]]);
            }
        }
        var present = new boolean[n];
        var amounts = new long[n];
        for (int i = 0; i < n; i++) {
            present[i] = random.nextInt(4) > 0;
            amounts[i] = 100_000L * random.nextInt(4);
        }
        var best = Contest.of(shutsOut).best(present, amounts);

        assertThat(sum(best, amounts)).isEqualTo(sum(tried(shutsOut, present, amounts), amounts));
        assertThat(isLawful(shutsOut, present, best)).isTrue();
    }

    private static long sum(boolean[] set, long[] amounts) {
        long sum = 0;
        for (int i = 0; i < set.length; i++) {
            sum += set[i] ? amounts[i] : 0;
        }
        return sum;
    }

    private static boolean[][] all(int n, boolean byAmount) {
        var shutsOut = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                shutsOut[i][j] = byAmount ? i != j : i < j;
            }
        }
        return shutsOut;
    }

    /** Every set, those with what is named first before others. */
    private static boolean[] tried(boolean[][] shutsOut, boolean[] present, long[] amounts) {
        int n = present.length;
        boolean[] best = null;
        long most = -1;
        for (int bits = (1 << n) - 1; bits >= 0; bits--) {
            var set = new boolean[n];
            long sum = 0;
            for (int i = 0; i < n; i++) {
                set[i] = (bits >> (n - 1 - i) & 1) == 1;
                sum += set[i] ? amounts[i] : 0;
            }
            if (sum > most && isLawful(shutsOut, present, set)) {
                best = set;
                most = sum;
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    private static boolean isLawful(boolean[][] shutsOut, boolean[] present, boolean[] set) {
        for (int i = 0; i < set.length; i++) {
            boolean shut = false;
            for (int j = 0; j < set.length; j++) {
                shut |= set[j] && shutsOut[j][i];
                if (set[i] && set[j] && shutsOut[j][i]) {
                    return false;
                }
            }
            if (set[i] && !present[i] || present[i] && !set[i] && !shut) {
                return false;
            }
        }
        return true;
    }

    /** Whatever amounts between the least and the most turn up, the answer given beforehand was right. */
    @Property(tries = 400)
    void whatIsSaidBeforeAllIsKnownHoldsWhateverTurnsOut(@ForAll long seed) {
        var random = new Random(seed);
        int n = 2 + random.nextInt(4);
        var shutsOut = random.nextInt(3) == 0 ? all(n, random.nextBoolean()) : rules(random, n);
        var known = new ArrayList<Outlook.Known>();
        for (int i = 0; i < n; i++) {
            long least = random.nextInt(5);
            known.add(new Outlook.Known(random.nextBoolean(), least, least + random.nextInt(2) * random.nextInt(4)));
        }
        var contest = Contest.of(shutsOut);
        var outlook = new Outlook(contest, known, new boolean[n], 0);
        var seen = new boolean[2];
        turnOut(contest, known, 0, new boolean[n], new long[n], seen);
        var verdict = seen[0] && seen[1] ? Outlook.Verdict.DEPENDS : seen[1] ? Outlook.Verdict.IN : Outlook.Verdict.OUT;
        assertThat(outlook.verdict()).isEqualTo(verdict);
    }

    private static void turnOut(
            Contest contest, List<Outlook.Known> known, int i, boolean[] present, long[] amounts, boolean[] seen) {
        if (i == present.length) {
            seen[contest.best(present, amounts)[0] ? 1 : 0] = true;
            return;
        }
        var it = known.get(i);
        if (!it.sure() && i > 0) {
            present[i] = false;
            turnOut(contest, known, i + 1, present, amounts, seen);
        }
        present[i] = true;
        for (long amount = it.least(); amount <= it.most(); amount++) {
            amounts[i] = amount;
            turnOut(contest, known, i + 1, present, amounts, seen);
        }
    }

    /** Every way in which nine claims may turn out: absent, the least or the most. */
    private static void everyWay(List<Outlook.Known> known, int i, boolean[] present, long[] amounts, Runnable each) {
        if (i == present.length) {
            each.run();
            return;
        }
        var it = known.get(i);
        if (!it.sure() && i > 0) {
            present[i] = false;
            everyWay(known, i + 1, present, amounts, each);
        }
        present[i] = true;
        for (long amount : it.least() == it.most() ? new long[] {it.least()} : new long[] {it.least(), it.most()}) {
            amounts[i] = amount;
            everyWay(known, i + 1, present, amounts, each);
        }
    }

    private static List<Outlook.Known> open(Random random, int n) {
        var known = new ArrayList<Outlook.Known>();
        for (int i = 0; i < n; i++) {
            long least = random.nextInt(5);
            known.add(new Outlook.Known(i == 0 || random.nextInt(4) == 0, least, least + 1 + random.nextInt(4)));
        }
        return known;
    }

    /** Seven and eight open claims are looked at whole. */
    @Property(tries = 40)
    void whatIsSaidOfEightOpenClaimsIsExact(@ForAll long seed) {
        var random = new Random(seed);
        int n = 7 + random.nextInt(2);
        var contest = Contest.of(rules(random, n));
        var known = open(random, n);
        var present = new boolean[n];
        var amounts = new long[n];
        var seen = new boolean[2];
        everyWay(known, 0, present, amounts, () -> seen[contest.best(present, amounts)[0] ? 1 : 0] = true);
        var verdict = seen[0] && seen[1] ? Outlook.Verdict.DEPENDS : seen[1] ? Outlook.Verdict.IN : Outlook.Verdict.OUT;
        assertThat(new Outlook(contest, known, new boolean[n], 0).verdict()).isEqualTo(verdict);
    }

    /** Of more claims than are looked at whole a floor is promised where the rules themselves see to it, and it holds. */
    @Property(tries = 40)
    void aFloorThatIsPromisedHoldsWhateverTurnsOut(@ForAll long seed) {
        var random = new Random(seed);
        int n = 10;
        var shutsOut = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                shutsOut[i][j] = random.nextInt(3) == 0;
                shutsOut[j][i] = shutsOut[i][j] && (random.nextInt(60) > 0);
            }
        }
        var ofSameSubject = new boolean[n];
        for (int i = 0; i < n; i++) {
            ofSameSubject[i] = i == 0 || (shutsOut[i][0] ? random.nextInt(20) > 0 : random.nextBoolean());
        }
        var contest = Contest.of(shutsOut);
        var known = open(random, n);
        boolean promised = new Outlook(contest, known, ofSameSubject, 0).keepsFloor();
        var present = new boolean[n];
        var amounts = new long[n];
        var least = new long[] {Long.MAX_VALUE};
        everyWay(known, 0, present, amounts, () -> {
            var best = contest.best(present, amounts);
            long has = 0;
            for (int i = 0; i < n; i++) {
                has += best[i] && ofSameSubject[i] ? amounts[i] : 0;
            }
            least[0] = best[0] ? least[0] : Math.min(least[0], has);
        });
        if (promised) {
            assertThat(least[0]).isGreaterThanOrEqualTo(known.getFirst().least());
        }
    }

    @Test
    void ofTenOpenClaimsOfOnePersonTheOneThatIsSureKeepsItsFloor() {
        int n = 10;
        var shutsOut = new boolean[n][n];
        var ofSameSubject = new boolean[n];
        java.util.Arrays.fill(ofSameSubject, true);
        var known = new ArrayList<Outlook.Known>();
        known.add(new Outlook.Known(true, 500_000, 750_000));
        for (int i = 1; i < n; i++) {
            known.add(new Outlook.Known(false, 100_000L * i, 200_000L * i));
            shutsOut[0][i] = true;
            shutsOut[i][0] = true;
            if (i > 1) {
                shutsOut[i][i - 1] = true;
                shutsOut[i - 1][i] = true;
            }
        }
        assertThat(new Outlook(Contest.of(shutsOut), known, ofSameSubject, 0).keepsFloor())
                .isTrue();
        ofSameSubject[4] = false;
        assertThat(new Outlook(Contest.of(shutsOut), known, ofSameSubject, 0).keepsFloor())
                .isFalse();
    }

    @Test
    void aLongChainOfRulesIsNoTrouble() {
        int n = 40;
        var shutsOut = new boolean[n][n];
        var present = new boolean[n];
        var amounts = new long[n];
        for (int i = 0; i < n; i++) {
            present[i] = true;
            amounts[i] = 100_000L + i % 3;
            for (int j = 0; j < n; j++) {
                shutsOut[i][j] = i != j && Math.abs(i - j) <= 3;
            }
        }
        assertThat(isLawful(shutsOut, present, Contest.of(shutsOut).best(present, amounts)))
                .isTrue();
    }

    @Test
    void twoHundredOfOneHomeAreNoTrouble() {
        int n = 200;
        var present = new boolean[n];
        var amounts = new long[n];
        java.util.Arrays.fill(present, true);
        amounts[117] = 500_000;
        assertThat(Contest.of(all(n, true)).best(present, amounts)[117]).isTrue();
    }
}
