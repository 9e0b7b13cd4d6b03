package org.ansinh.rules.kernels;

import org.ansinh.rules.determination.CommonValues;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.FormType.Kind;

/** Conditions that surely cost next to nothing on planes, so that even a few rows had better look there. */
final class Planable {

    private Planable() {}

    static boolean is(Form form, Seat seat) {
        if (CommonValues.isCommon(form)) {
            return form.type().kind() == Kind.BOOL;
        }
        return switch (form) {
            case Form.And and -> is(and.left(), seat) && is(and.right(), seat);
            case Form.Or or -> is(or.left(), seat) && is(or.right(), seat);
            case Form.Not not -> is(not.of(), seat);
            case Form.Fact fact -> fact.type().kind() == Kind.BOOL && isOwn(fact, seat);
            case Form.AgeIs age -> isOwn(age.born(), seat) && CommonValues.isCommon(age.bound());
            case Form.Compare compare ->
                isOwn(compare.left(), seat)
                        && compare.left().type().kind() != Kind.BOOL
                        && CommonValues.isCommon(compare.right());
            case Form.Outcome outcome -> Formulas.reaches(outcome.of(), seat);
            case Form.Decided decided -> Formulas.reaches(decided.of(), seat);
            default -> false;
        };
    }

    private static boolean isOwn(Form form, Seat seat) {
        return form instanceof Form.Fact fact && Formulas.reaches(fact.of(), seat);
    }
}
