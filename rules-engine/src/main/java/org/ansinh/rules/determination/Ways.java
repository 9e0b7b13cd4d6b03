package org.ansinh.rules.determination;

import java.util.Arrays;
import org.ansinh.rules.language.Form;

/**
 * The provisions of a programme as one run sees them day after day: each is looked at again only when something changes that
 * was read for it.
 */
final class Ways {

    private final ProgrammeRun run;
    private final long[] amounts;
    private final int[] from;
    private final int[] until;
    private long met;
    private long open;
    private long inForce;
    private long withoutAmount;

    Ways(ProgrammeRun run) {
        int many = run.law().ways().size();
        this.run = run;
        this.amounts = new long[many];
        this.from = new int[many];
        this.until = new int[many];
        forget();
    }

    /** Somebody else is looked at. */
    void forget() {
        Arrays.fill(from, Integer.MAX_VALUE);
    }

    /** Looks on the scene's day. */
    void look() {
        var scene = run.scene();
        int day = scene.day();
        for (int i = 0; i < amounts.length; i++) {
            if (day < from[i] || day > until[i]) {
                look(i, scene);
            }
            scene.holdsUntil(until[i]);
        }
    }

    private void look(int i, Scene scene) {
        long bit = 1L << i;
        inForce &= ~bit;
        met &= ~bit;
        open &= ~bit;
        withoutAmount &= ~bit;
        int outside = scene.begin();
        if (run.law().checks().isInForce(i, scene)) {
            inForce |= bit;
            if ((scene.mind().heard().notMet(run.law().index()) & bit) == 0) {
                way(i, bit);
            }
        }
        from[i] = scene.day();
        until[i] = scene.end(outside);
    }

    /**
     * The first condition that fails ends a provision. The day is asked only about those that what is said of somebody does
     * not shut out.
     */
    private void way(int i, long bit) {
        var checks = run.law().checks();
        long own = all(checks.conditionsOf(i));
        long day = own == 0 ? 0 : all(checks.daysOf(i));
        if (day == 0) {
            return;
        }
        long amount = run.amount(i);
        boolean isKnown = amount != Form.UNKNOWN;
        amounts[i] = isKnown ? amount : run.law().ways().get(i).most();
        withoutAmount |= isKnown ? 0 : bit;
        if (isKnown && own == 1 && day == 1) {
            met |= bit;
        } else {
            open |= bit;
        }
    }

    /** Whether all of some conditions hold; the first that does not ends it. */
    private long all(int[] conditions) {
        long all = 1;
        for (int condition : conditions) {
            long value = run.value(condition);
            if (value == 0) {
                return 0;
            }
            all = value == 1 ? all : value;
        }
        return all;
    }

    /** Of some provisions those that ask the day and that nothing said of somebody shuts out. */
    long askingDay(long some) {
        long asking = 0;
        var checks = run.law().checks();
        for (long rest = some & checks.askingDay(); rest != 0; rest &= rest - 1) {
            int way = Long.numberOfTrailingZeros(rest);
            asking |= all(checks.conditionsOf(way)) == 0 ? 0 : 1L << way;
        }
        return asking;
    }

    long met() {
        return met;
    }

    long open() {
        return open;
    }

    long inForce() {
        return inForce;
    }

    /** Those whose amount nobody knows. */
    long withoutAmount() {
        return withoutAmount;
    }

    long[] amounts() {
        return amounts;
    }
}
