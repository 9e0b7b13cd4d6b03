package org.ansinh.rules.kernels;

import java.util.List;
import org.ansinh.rules.determination.LawForms;
import org.ansinh.rules.determination.Mix;
import org.ansinh.rules.pack.SubjectKind;

/**
 * One programme ready for columns.
 *
 * @param any where at least one provision is met
 * @param anyOpen where at least one is open
 * @param reads what its answers rest on
 */
record ProgrammePlan(LawForms.OfProgramme law, SubjectKind table, List<Way> ways, int any, int anyOpen, Reads reads) {

    /**
     * One provision: the kernel that judges it and where its planes go ({@code open} is negative when nothing in it
     * can be unknown), and what it pays; {@code unsure} where open rows are not looked at any further here.
     */
    record Way(int from, int to, int kernel, int met, int open, Pay pay, long most, boolean unsure) {

        boolean isInForce(int day) {
            return from <= day && day <= to;
        }
    }

    /** What a provision pays: one of a few common amounts, each with the slot that says where; or worked out row by row. */
    record Pay(List<Level> levels, java.util.Optional<RowValue> byRow) {

        /** Nobody works it out here; a provision that pays something unknown is never surely met. */
        static final Pay UNKNOWN = new Pay(List.of(), java.util.Optional.empty());

        boolean isUnknown() {
            return levels.isEmpty() && byRow.isEmpty();
        }
    }

    /** {@code slot} is where the level holds (the provision's own planes when it is the only one); {@code common} its amount. */
    record Level(int slot, int common) {

        /** Holds wherever the provision does. */
        static final int EVERYWHERE = -1;

        /** Of a provision that pays nothing. */
        static final int NOTHING = -1;

        long amount(DayValues day) {
            return common == NOTHING ? 0 : day.common(common);
        }
    }

    Mix mix() {
        return law.mix();
    }
}
