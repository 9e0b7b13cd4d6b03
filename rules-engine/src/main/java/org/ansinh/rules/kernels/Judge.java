package org.ansinh.rules.kernels;

import java.util.Arrays;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.language.Form;

/** Judges every provision of a programme that is in force, and gathers where any is met and where any is open. */
record Judge(ProgrammePlan programme) implements Stage {

    @Override
    public Rests rests(LawPlan plan, Sources of) {
        var rests = new Rests().onDaysOf(programme.ways()).filling(programme.any(), programme.anyOpen());
        for (var way : programme.ways()) {
            rests.filling(way.met(), way.open());
            if (way.kernel() >= 0) {
                rests.on(plan.made().get(way.kernel()).reads());
            } else {
                rests.on(way.met(), way.open());
            }
            if (way.pay().byRow().isPresent()) {
                rests.always();
            }
        }
        return rests;
    }

    @Override
    public void run(Workplace at) {
        var slots = at.slots();
        int words = at.words(programme.table());
        var any = slots[programme.any()];
        var anyOpen = slots[programme.anyOpen()];
        Arrays.fill(any, 0, words, 0);
        Arrays.fill(anyOpen, 0, words, 0);
        for (int i = 0; i < programme.ways().size(); i++) {
            var way = programme.ways().get(i);
            if (!way.isInForce(at.day().day())) {
                Arrays.fill(slots[way.met()], 0, words, 0);
                if (way.open() >= 0) {
                    Arrays.fill(slots[way.open()], 0, words, 0);
                }
                continue;
            }
            if (way.kernel() >= 0) {
                at.compute(way.kernel(), programme.table());
            }
            if (way.pay().byRow().isPresent()) {
                amounts(at, way, way.pay().byRow().get(), at.amounts(programme, i));
            }
            or(any, slots[way.met()], words);
            if (way.open() >= 0) {
                or(anyOpen, slots[way.open()], words);
            }
        }
    }

    private static void or(long[] into, long[] other, int words) {
        for (int w = 0; w < words; w++) {
            into[w] |= other[w];
        }
    }

    /** Amounts that differ from person to person; where one is unknown, the provision is open. */
    private void amounts(Workplace at, ProgrammePlan.Way way, RowValue value, long[] amounts) {
        var met = at.slots()[way.met()];
        var open = at.slots()[way.open()];
        var people = at.people();
        for (int w = 0; w < at.words(programme.table()); w++) {
            for (long rest = met[w] | open[w]; rest != 0; rest &= rest - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(rest);
                people[0] = row;
                long amount = value.of(at, people);
                amounts[row] = amount == Form.UNKNOWN ? way.most() : amount;
                if (amount == Form.UNKNOWN && Planes.get(met, row)) {
                    Planes.clear(met, row);
                    Planes.set(open, row);
                }
            }
        }
    }
}
