package org.ansinh.rules.kernels;

import org.ansinh.rules.pack.SubjectKind;

/** Runs one kernel method. */
record Compute(SubjectKind table, int method) implements Stage {
    @Override
    public void run(Workplace at) {
        at.kernel(method, table);
    }
}
