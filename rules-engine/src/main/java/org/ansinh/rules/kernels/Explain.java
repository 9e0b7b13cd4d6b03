package org.ansinh.rules.kernels;

import java.util.Arrays;
import java.util.List;
import org.ansinh.rules.columns.Planes;

/**
 * Leaves a programme that columns cannot carry to the explaining evaluator, person by person, and takes down its answers.
 * Whom its conditions shut out as far as columns can tell, nobody needs to ask.
 */
record Explain(ProgrammePlan programme, List<ProgrammePlan.Way> sieve) implements Stage {

    @Override
    public Rests rests(LawPlan plan, Sources of) {
        var rests = new Rests().always().filling(programme.any(), programme.anyOpen());
        for (var way : programme.ways()) {
            rests.filling(way.met(), way.open());
        }
        for (var way : sieve) {
            rests.filling(way.met(), way.open());
        }
        return rests;
    }

    @Override
    public void run(Workplace at) {
        var slots = at.slots();
        int words = at.words(programme.table());
        Arrays.fill(slots[programme.any()], 0, words, 0);
        Arrays.fill(slots[programme.anyOpen()], 0, words, 0);
        for (var way : programme.ways()) {
            Arrays.fill(slots[way.met()], 0, words, 0);
            Arrays.fill(slots[way.open()], 0, words, 0);
        }
        var asked = asked(at, words);
        for (int w = 0; w < words; w++) {
            for (long rest = asked[w]; rest != 0; rest &= rest - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(rest);
                int place = at.block().place(programme.table(), row);
                int day = at.dayOf(programme.table(), row).day();
                var look = at.looks().at(programme.law().index(), place, day);
                take(at, row, look.met() | look.open(), look.met(), look.amounts());
            }
        }
    }

    private long[] asked(Workplace at, int words) {
        var asked = at.rest(at.zero(), words);
        for (var way : sieve) {
            if (way.isInForce(at.day().day())) {
                if (way.kernel() >= 0) {
                    at.compute(way.kernel(), programme.table());
                }
                or(asked, at.slots()[way.met()], words);
                if (way.open() >= 0) {
                    or(asked, at.slots()[way.open()], words);
                }
            }
        }
        return asked;
    }

    private static void or(long[] into, long[] other, int words) {
        for (int w = 0; w < words; w++) {
            into[w] |= other[w];
        }
    }

    private void take(Workplace at, int row, long ways, long met, long[] amounts) {
        for (long rest = ways; rest != 0; rest &= rest - 1) {
            int i = Long.numberOfTrailingZeros(rest);
            var way = programme.ways().get(i);
            boolean surely = (met >> i & 1) == 1;
            Planes.set(at.slots()[surely ? way.met() : way.open()], row);
            Planes.set(at.slots()[surely ? programme.any() : programme.anyOpen()], row);
            at.amounts(programme, i)[row] = amounts[i];
        }
    }
}
