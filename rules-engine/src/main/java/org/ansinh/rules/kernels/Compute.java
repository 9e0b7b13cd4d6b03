package org.ansinh.rules.kernels;

import org.ansinh.rules.pack.SubjectKind;

/** Runs one kernel. */
record Compute(SubjectKind table, int kernel) implements Stage {
    @Override
    public void run(Workplace at) {
        at.compute(kernel, table);
    }
}
