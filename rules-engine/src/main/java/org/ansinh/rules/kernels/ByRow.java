package org.ansinh.rules.kernels;

import java.util.Arrays;
import org.ansinh.rules.columns.Planes;

/** A condition that planes cannot carry, worked out row by row for those whom it may hold of at all. */
record ByRow(Seat seat, int variables, RowValue value, int where, int yes, int maybe) implements Stage {

    @Override
    public Rests rests(LawPlan plan, Sources of) {
        return new Rests().always().filling(yes, maybe);
    }

    @Override
    public void run(Workplace at) {
        var people = new int[variables];
        int words = at.words(seat.table());
        var surely = at.slots()[yes];
        var perhaps = at.slots()[maybe];
        var asked = at.slots()[where];
        Arrays.fill(surely, 0, words, 0);
        Arrays.fill(perhaps, 0, words, 0);
        for (int w = 0; w < words; w++) {
            for (long rest = asked[w]; rest != 0; rest &= rest - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(rest);
                people[seat.self()] = row;
                long answer = value.of(at, people);
                Planes.put(surely, row, answer == 1 ? 1 : 0);
                Planes.put(perhaps, row, answer != 0 ? 1 : 0);
            }
        }
    }
}
