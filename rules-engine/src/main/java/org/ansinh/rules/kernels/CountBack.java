package org.ansinh.rules.kernels;

import java.util.Arrays;
import org.ansinh.rules.columns.Links;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form.Comparison;
import org.ansinh.rules.pack.SubjectKind;

/** Counts some people in everybody's list and says whose count stands so to a common number. */
record CountBack(Link link, SubjectKind table, int surely, int perhaps, Beside beside, int yes, int maybe)
        implements Stage {

    /** What the count is compared with. */
    record Beside(Comparison comparison, int common) {}

    @Override
    public Rests rests(LawPlan plan, Sources of) {
        return new Rests()
                .on(surely, perhaps, of.common(beside.common()), of.bonds())
                .filling(yes, maybe);
    }

    @Override
    public void run(Workplace at) {
        var links = at.block().links(link);
        var counts = at.counts(at.rows(table));
        long than = at.day().common(beside.common());
        var holds = at.slots()[yes];
        var open = at.slots()[maybe];
        int words = at.words(table);
        Arrays.fill(holds, 0, words, beside.comparison().holds(0, than) ? -1L : 0);
        each(at, at.slots()[surely], links, row -> {
            counts[row]++;
            Planes.put(holds, row, beside.comparison().holds(counts[row], than) ? 1 : 0);
        });
        each(at, at.slots()[surely], links, row -> counts[row] = 0);
        System.arraycopy(holds, 0, open, 0, words);
        if (surely != perhaps) {
            unknown(at, links, holds, open);
        }
    }

    private void unknown(Workplace at, Links links, long[] holds, long[] open) {
        var doubtful = at.slots()[perhaps].clone();
        for (int w = 0; w < at.words(SubjectKind.PERSON); w++) {
            doubtful[w] &= ~at.slots()[surely][w];
        }
        each(at, doubtful, links, row -> {
            Planes.clear(holds, row);
            Planes.set(open, row);
        });
    }

    /** Takes the rows whose lists hold one of some people, once for each of these. */
    private interface Rows {
        void row(int row);
    }

    private static void each(Workplace at, long[] people, Links links, Rows rows) {
        for (int w = 0; w < at.words(SubjectKind.PERSON); w++) {
            for (long rest = people[w]; rest != 0; rest &= rest - 1) {
                int person = (w << 6) + Long.numberOfTrailingZeros(rest);
                int day = at.dayOf(SubjectKind.PERSON, person).day();
                for (int i = links.backBegin(person); i < links.backEnd(person); i++) {
                    if (links.holdsBack(i, day)) {
                        rows.row(links.source(i));
                    }
                }
            }
        }
    }
}
