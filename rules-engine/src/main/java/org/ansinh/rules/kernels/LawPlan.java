package org.ansinh.rules.kernels;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.ansinh.rules.columns.Needs;
import org.ansinh.rules.determination.CommonValues;
import org.ansinh.rules.determination.LawForms;
import org.ansinh.rules.pack.SubjectKind;

/**
 * How a law is carried out on columns: what it reads, and the stages from facts to outcomes in the order in which they need one another.
 *
 * @param cuts common values that are not only bounds: when one changes, everybody is looked at anew
 */
record LawPlan(
        LawForms law,
        Needs needs,
        List<SubjectKind> slotTables,
        List<FactSlot> factSlots,
        List<CommonValues.OverDays> common,
        Set<Integer> cuts,
        List<Bound> bounds,
        List<Stage> stages,
        List<ProgrammePlan> programmes,
        List<Kernel> kernels,
        List<Made> made,
        int longestMethod,
        int variables,
        List<Slower> slower) {

    /** A slot that is a plane of a column itself: one bit of its values, or who has any. */
    record FactSlot(int slot, int column, int bit) {
        static final int STATED = -1;
        static final int ROWS = -2;
        static final int UNSURE = -3;
    }

    /** Which slots a kernel reads and which it fills. */
    record Made(BitSet of, BitSet into) {
        int[] reads() {
            return of.stream().toArray();
        }

        int[] writes() {
            return into.stream().toArray();
        }
    }

    /** What is not computed word by word but row by row, or by the explaining evaluator; and why. */
    record Slower(String programme, String where, boolean explained, String why) {}

    DayValues on(int day) {
        return new DayValues(day, common, bounds);
    }

    int slots() {
        return slotTables.size();
    }
}
