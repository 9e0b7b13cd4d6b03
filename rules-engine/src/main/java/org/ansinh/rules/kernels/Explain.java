package org.ansinh.rules.kernels;

import java.util.Arrays;
import org.ansinh.rules.columns.Planes;

/** Leaves a programme that columns cannot carry to the explaining evaluator, person by person, and takes down its answers. */
record Explain(ProgrammePlan programme) implements Stage {

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
        var looks = at.looks();
        for (int row = 0; row < at.rows(programme.table()); row++) {
            int place = at.block().place(programme.table(), row);
            int day = at.dayOf(programme.table(), row).day();
            var look = looks.at(programme.law().index(), place, day);
            take(at, row, look.met() | look.open(), look.met(), look.amounts());
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
