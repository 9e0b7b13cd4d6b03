package org.ansinh.rules.kernels;

import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.pack.SubjectKind;

/** Brings what holds of a household to those who live in it on the day. */
record Lift(int homes, int homeless, int slot) implements Stage {

    @Override
    public Rests rests(LawPlan plan, Sources of) {
        return new Rests().on(homes, homeless, of.bonds()).filling(slot);
    }

    @Override
    public void run(Workplace at) {
        var residence = at.block().residence();
        var ofHomes = at.slots()[homes];
        var ofHomeless = at.slots()[homeless];
        var result = at.slots()[slot];
        for (int person = 0; person < at.rows(SubjectKind.PERSON); person++) {
            int home =
                    residence.first(person, at.dayOf(SubjectKind.PERSON, person).day());
            boolean holds = home < 0 ? Planes.get(ofHomeless, person) : Planes.get(ofHomes, home);
            Planes.put(result, person, holds ? 1 : 0);
        }
    }
}
