package org.ansinh.rules.kernels;

import org.ansinh.rules.determination.CommonValues;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Comparison;

/** Where a number that is never below 0 may be more than 0: a cheap way to see whom a longer sum cannot concern. */
final class Nonzero {

    private final Planner planner;
    private final Formulas formulas;
    private final Logic logic;

    Nonzero(Planner planner, Formulas formulas) {
        this.planner = planner;
        this.formulas = formulas;
        this.logic = planner.logic();
    }

    /** Where a comparison may hold, as far as that can be seen without working out its numbers. */
    int mayHold(Form.Compare compare, Seat seat) {
        return switch (compare.comparison()) {
            case AT_LEAST, MORE -> mayBeAbove(compare.left(), compare.comparison(), compare.right(), seat);
            case AT_MOST, LESS ->
                mayBeAbove(compare.right(), compare.comparison().turned(), compare.left(), seat);
            case EQUAL, NOT_EQUAL -> Logic.ONE;
        };
    }

    private int mayBeAbove(Form number, Comparison comparison, Form than, Seat seat) {
        if (!CommonValues.isCommon(than)) {
            return Logic.ONE;
        }
        int mayEvenZero = planner.everywhere(
                seat.table(), new Form.Compare(comparison.turned(), than, new Form.Constant(0, than.type())));
        return logic.or(mayEvenZero, of(number, seat));
    }

    private int of(Form form, Seat seat) {
        if (form.type().min() < 0) {
            return Logic.ONE;
        }
        if (CommonValues.isCommon(form)) {
            return planner.everywhere(seat.table(), isMore(form));
        }
        return switch (form) {
            case Form.Fact fact
            when Formulas.reaches(fact.of(), seat) ->
                formulas.condition(isMore(fact), seat).maybe();
            case Form.If choice -> {
                var condition = formulas.condition(choice.condition(), seat);
                yield logic.or(
                        logic.and(condition.maybe(), of(choice.then(), seat)),
                        logic.and(logic.not(condition.yes()), of(choice.otherwise(), seat)));
            }
            case Form.Rescale scaled -> of(scaled.of(), seat);
            case Form.Arithmetic sum ->
                switch (sum.operation()) {
                    case ADD, MAX -> logic.or(of(sum.left(), seat), of(sum.right(), seat));
                    case MULTIPLY, MIN -> logic.and(of(sum.left(), seat), of(sum.right(), seat));
                    case SUBTRACT -> Logic.ONE;
                };
            default -> Logic.ONE;
        };
    }

    private static Form.Compare isMore(Form form) {
        return new Form.Compare(Comparison.MORE, form, new Form.Constant(0, form.type()));
    }
}
