package org.ansinh.rules.kernels;

import java.util.ArrayList;
import java.util.List;

/** What is the same for everybody in a month: its pieces, between which common figures change, and how far each bound moves. */
final class MonthDays {

    private final int first;
    private final int last;
    private final List<DayValues> pieces = new ArrayList<>();
    private final long[] least;
    private final long[] most;

    MonthDays(LawPlan plan, int first, int last) {
        this.first = first;
        this.last = last;
        var before = plan.on(first);
        this.least = new long[plan.bounds().size()];
        this.most = new long[plan.bounds().size()];
        for (int b = 0; b < least.length; b++) {
            least[b] = before.bound(b);
            most[b] = before.bound(b);
        }
        for (int day = first + 1; day <= last; day++) {
            var now = plan.on(day);
            if (isCut(plan, before, now)) {
                pieces.add(before);
            }
            for (int b = 0; b < least.length; b++) {
                least[b] = Math.min(least[b], now.bound(b));
                most[b] = Math.max(most[b], now.bound(b));
            }
            before = now;
        }
        pieces.add(before);
    }

    private static boolean isCut(LawPlan plan, DayValues before, DayValues now) {
        return plan.cuts().stream().anyMatch(it -> before.common(it) != now.common(it))
                || plan.programmes().stream()
                        .flatMap(it -> it.ways().stream())
                        .anyMatch(it -> it.isInForce(before.day()) != it.isInForce(now.day()));
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    /** The last day of each piece, in order. */
    List<DayValues> pieces() {
        return pieces;
    }

    boolean moves(int bound) {
        return least[bound] != most[bound];
    }

    long least(int bound) {
        return least[bound];
    }

    long most(int bound) {
        return most[bound];
    }
}
