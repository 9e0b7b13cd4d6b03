package org.ansinh.rules.kernels;

import java.util.List;
import org.ansinh.rules.columns.Block;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.pack.SubjectKind;

/** What the members of each household receive together. */
public final class HomeTotals {

    private HomeTotals() {}

    /**
     * Adds to each household of a block what its members are due by some programmes for persons.
     *
     * @param amounts the plain columns those programmes' amounts were written to, the block's people from {@code person} on
     * @param totals one number for each household, the block's households from {@code home} on
     */
    public static void add(
            Block block,
            int day,
            List<ProgrammeColumns> programmes,
            int[][] amounts,
            int person,
            int[] totals,
            int home) {
        var residence = block.residence();
        int words = Planes.words(block.rows(SubjectKind.PERSON));
        for (int w = 0; w < words; w++) {
            long due = 0;
            for (int p = 0; p < programmes.size(); p++) {
                due |= programmes.get(p).due(w);
            }
            int first = w << 6;
            for (long rest = due; rest != 0; rest &= rest - 1) {
                int row = first + Long.numberOfTrailingZeros(rest);
                int sum = 0;
                for (var column : amounts) {
                    sum += column[person + row];
                }
                int where = residence.first(row, day);
                if (where >= 0) {
                    totals[home + where] += sum;
                }
            }
        }
    }
}
