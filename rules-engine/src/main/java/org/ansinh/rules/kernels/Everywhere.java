package org.ansinh.rules.kernels;

import java.util.Arrays;
import org.ansinh.rules.pack.SubjectKind;

/** A condition that reads nobody's facts holds for all or for none. */
record Everywhere(SubjectKind table, int common, int slot) implements Stage {
    @Override
    public Rests rests(LawPlan plan, Sources of) {
        return new Rests().on(of.common(common)).filling(slot);
    }

    @Override
    public void run(Workplace at) {
        Arrays.fill(at.slots()[slot], 0, at.words(table), at.day().common(common) == 1 ? -1L : 0);
    }
}
