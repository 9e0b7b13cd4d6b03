package org.ansinh.rules.kernels;

import java.util.Arrays;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.pack.SubjectKind;

/** From some people back to everybody whose list holds one of them on the day. */
record FollowBack(Link link, SubjectKind table, int people, int slot) implements Stage {

    @Override
    public Rests rests(LawPlan plan, Sources of) {
        return new Rests().on(people, of.bonds()).filling(slot);
    }

    @Override
    public void run(Workplace at) {
        var links = at.block().links(link);
        var found = at.slots()[people];
        var result = at.slots()[slot];
        Arrays.fill(result, 0, at.words(table), 0);
        for (int w = 0; w < at.words(SubjectKind.PERSON); w++) {
            for (long rest = found[w]; rest != 0; rest &= rest - 1) {
                int person = (w << 6) + Long.numberOfTrailingZeros(rest);
                int day = at.dayOf(SubjectKind.PERSON, person).day();
                for (int i = links.backBegin(person); i < links.backEnd(person); i++) {
                    if (links.holdsBack(i, day)) {
                        Planes.set(result, links.source(i));
                    }
                }
            }
        }
    }
}
