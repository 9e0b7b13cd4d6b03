package org.ansinh.rules.kernels;

import org.ansinh.rules.pack.SubjectKind;

/** Runs one kernel. */
record Compute(SubjectKind table, int kernel) implements Stage {
    @Override
    public Rests rests(LawPlan plan, Sources of) {
        var made = plan.made().get(kernel);
        return new Rests().on(made.reads()).filling(made.writes());
    }

    @Override
    public void run(Workplace at) {
        at.compute(kernel, table);
    }
}
