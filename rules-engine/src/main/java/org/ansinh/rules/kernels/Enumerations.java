package org.ansinh.rules.kernels;

import java.util.Optional;
import org.ansinh.rules.language.Form;

/** Values of enumerations, bit by bit. */
final class Enumerations {

    private final Planner planner;
    private final Logic logic;
    private final Formulas formulas;

    Enumerations(Planner planner, Formulas formulas) {
        this.planner = planner;
        this.logic = planner.logic();
        this.formulas = formulas;
    }

    /** Its bits as formulas, lowest first, and where it is known. */
    private record Value(int[] bits, int known) {}

    Optional<Rails> same(Form left, Form right, Seat seat) {
        var a = value(left, seat);
        var b = value(right, seat);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        int same = Logic.ONE;
        for (int k = 0; k < a.get().bits().length; k++) {
            same = logic.and(same, logic.same(a.get().bits()[k], b.get().bits()[k]));
        }
        int known = logic.and(a.get().known(), b.get().known());
        return Optional.of(new Rails(logic.and(known, same), logic.or(same, logic.not(known))));
    }

    private Optional<Value> value(Form form, Seat seat) {
        int width = Long.SIZE - Long.numberOfLeadingZeros(values(form) - 1);
        return switch (form) {
            case Form.Constant constant -> {
                var bits = new int[width];
                for (int k = 0; k < width; k++) {
                    bits[k] = logic.constant((constant.value() >>> k & 1) == 1);
                }
                yield Optional.of(new Value(bits, Logic.ONE));
            }
            case Form.Fact fact
            when Formulas.reaches(fact.of(), seat) -> {
                int column = formulas.column(fact, seat);
                var bits = new int[width];
                for (int k = 0; k < width; k++) {
                    bits[k] = planner.plane(seat.table(), column, k);
                }
                boolean asks = fact.fact().whenAbsent().asks();
                yield Optional.of(new Value(bits, asks ? planner.stated(seat.table(), column) : Logic.ONE));
            }
            default -> Optional.empty();
        };
    }

    private long values(Form form) {
        return planner.law()
                .pack()
                .dictionary()
                .enumeration(form.type().enumeration())
                .values()
                .size();
    }
}
