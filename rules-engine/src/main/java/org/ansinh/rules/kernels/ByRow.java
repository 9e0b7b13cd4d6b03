package org.ansinh.rules.kernels;

import org.ansinh.rules.columns.Planes;

/** A condition that planes cannot carry, worked out row by row. */
record ByRow(Seat seat, int variables, RowValue value, int yes, int maybe) implements Stage {

    @Override
    public void run(Workplace at) {
        var people = new int[variables];
        var surely = at.slots()[yes];
        var perhaps = at.slots()[maybe];
        for (int row = 0; row < at.rows(seat.table()); row++) {
            people[seat.self()] = row;
            long answer = value.of(at, people);
            Planes.put(surely, row, answer == 1 ? 1 : 0);
            Planes.put(perhaps, row, answer != 0 ? 1 : 0);
        }
    }
}
