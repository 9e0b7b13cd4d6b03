package org.ansinh.rules.kernels;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ansinh.rules.determination.CommonValues;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Comparison;
import org.ansinh.rules.language.FormType;
import org.ansinh.rules.language.FormType.Kind;

/** Comparisons that can be made on planes: a number of somebody with a common one, conditions and enumerations with each other. */
final class Comparisons {

    private final Planner planner;
    private final Logic logic;
    private final Formulas formulas;
    private final Enumerations enumerations;

    Comparisons(Planner planner, Formulas formulas) {
        this.planner = planner;
        this.logic = planner.logic();
        this.formulas = formulas;
        this.enumerations = new Enumerations(planner, formulas);
    }

    Optional<Rails> compare(Form.Compare compare, Seat seat) {
        var left = compare.left();
        var right = compare.right();
        var kind = left.type().kind();
        if (kind == Kind.BOOL || kind == Kind.ENUM) {
            var same = kind == Kind.BOOL
                    ? Optional.of(formulas.condition(left, seat).same(formulas.condition(right, seat), logic))
                    : enumerations.same(left, right, seat);
            return same.map(it -> compare.comparison() == Comparison.EQUAL ? it : it.not(logic));
        }
        if (CommonValues.isCommon(compare)) {
            return Optional.of(Rails.known(planner.everywhere(seat.table(), compare)));
        }
        if (CommonValues.isCommon(right)) {
            return number(left, compare.comparison(), right, seat);
        }
        return CommonValues.isCommon(left)
                ? number(right, compare.comparison().turned(), left, seat)
                : Optional.empty();
    }

    /** Somebody's number beside a common one. */
    private Optional<Rails> number(Form number, Comparison comparison, Form than, Seat seat) {
        return switch (number) {
            case Form.Fact fact
            when Formulas.reaches(fact.of(), seat) ->
                multiple(new Form.Rescale(fact, 1, fact.type()), fact, comparison, than, seat);
            case Form.Rescale scaled
            when scaled.of() instanceof Form.Fact fact && Formulas.reaches(fact.of(), seat) ->
                multiple(scaled, fact, comparison, than, seat);
            case Form.Between between -> between(between, comparison, than, seat);
            case Form.Quantified counted -> formulas.lists().count(counted, comparison, than, seat);
            default ->
                turning(number, comparison, than, seat)
                        .or(() -> ofCases(number, seat, it -> compare(new Form.Compare(comparison, it, than), seat)));
        };
    }

    /** Any number that rises or falls with one fact of somebody. */
    private Optional<Rails> turning(Form number, Comparison comparison, Form than, Seat seat) {
        var direction = Turning.direction(number).filter(it -> it != 0);
        var only = Turning.onlyFact(number).filter(it -> Formulas.reaches(it.of(), seat));
        if (direction.isEmpty() || only.isEmpty()) {
            return Optional.empty();
        }
        boolean rises = direction.get() > 0;
        var fact = only.get();
        int column = formulas.column(fact, seat);
        int numbers = points(comparison, above -> {
            var holds = new Form.Compare(above ? Comparison.MORE : Comparison.AT_LEAST, number, than);
            int from = planner.atLeast(
                    seat.table(),
                    column,
                    new Turning(holds, fact, rises, planner.law().common()));
            return rises ? from : logic.not(from);
        });
        var ofAbsent =
                absent(fact, it -> new Form.Compare(comparison, Turning.with(number, (Form.Constant) it), than), seat);
        return Optional.of(formulas.whereStated(fact, seat, numbers, ofAbsent));
    }

    private Optional<Rails> multiple(Form.Rescale scaled, Form.Fact fact, Comparison comparison, Form than, Seat seat) {
        int common = planner.commonOfBound(than);
        int column = formulas.column(fact, seat);
        int numbers = points(
                comparison,
                above -> planner.atLeast(seat.table(), column, new Bound.Multiple(common, scaled.factor(), above)));
        var ofAbsent = absent(
                fact,
                it -> new Form.Compare(comparison, new Form.Rescale(it, scaled.factor(), scaled.type()), than),
                seat);
        return Optional.of(formulas.whereStated(fact, seat, numbers, ofAbsent));
    }

    Optional<Rails> age(Form.AgeIs age, Seat seat) {
        if (!CommonValues.isCommon(age.bound())) {
            return ofCases(
                    age.bound(), seat, it -> age(new Form.AgeIs(age.comparison(), age.unit(), age.born(), it), seat));
        }
        return between(
                new Form.Between(
                        age.unit(),
                        age.born(),
                        new Form.Today(age.born().type()),
                        age.bound().type()),
                age.comparison(),
                age.bound(),
                seat);
    }

    private Optional<Rails> between(Form.Between between, Comparison comparison, Form than, Seat seat) {
        if (!CommonValues.isCommon(than)) {
            return Optional.empty();
        }
        int count = planner.commonOfBound(than);
        if (between.from() instanceof Form.Fact fact
                && Formulas.reaches(fact.of(), seat)
                && CommonValues.isCommon(between.to())) {
            int until = between.to() instanceof Form.Today ? -1 : planner.commonOfBound(between.to());
            int column = formulas.column(fact, seat);
            int numbers = points(
                    comparison,
                    above -> logic.not(planner.atLeast(
                            seat.table(), column, new Bound.TooLate(between.unit(), count, above ? 1 : 0, until))));
            var ofAbsent = absent(fact, it -> apart(between.unit(), it, between.to(), comparison, than), seat);
            return Optional.of(formulas.whereStated(fact, seat, numbers, ofAbsent));
        }
        if (between.to() instanceof Form.Fact fact
                && Formulas.reaches(fact.of(), seat)
                && CommonValues.isCommon(between.from())) {
            int since = planner.commonOfBound(between.from());
            int column = formulas.column(fact, seat);
            int numbers = points(
                    comparison,
                    above -> planner.atLeast(
                            seat.table(), column, new Bound.Complete(between.unit(), count, above ? 1 : 0, since)));
            var ofAbsent = absent(fact, it -> apart(between.unit(), between.from(), it, comparison, than), seat);
            return Optional.of(formulas.whereStated(fact, seat, numbers, ofAbsent));
        }
        return Optional.empty();
    }

    private static Form apart(Form.Unit unit, Form from, Form to, Comparison comparison, Form than) {
        return to instanceof Form.Today && unit != Form.Unit.DAYS
                ? new Form.AgeIs(comparison, unit, from, than)
                : new Form.Compare(comparison, new Form.Between(unit, from, to, than.type()), than);
    }

    /** The six comparisons out of two: at least the number, and above it. */
    private int points(Comparison comparison, Function<Boolean, Integer> atLeast) {
        return switch (comparison) {
            case AT_LEAST -> atLeast.apply(false);
            case LESS -> logic.not(atLeast.apply(false));
            case MORE -> atLeast.apply(true);
            case AT_MOST -> logic.not(atLeast.apply(true));
            case EQUAL -> logic.and(atLeast.apply(false), logic.not(atLeast.apply(true)));
            case NOT_EQUAL -> logic.or(logic.not(atLeast.apply(false)), atLeast.apply(true));
        };
    }

    /** What holds of those of whom nothing was said: the formula for the value that absence means, if it means one. */
    private OptionalLong absent(Form.Fact fact, Function<Form, Form> with, Seat seat) {
        var value = fact.fact().whenAbsent().value();
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        long assumed = value.getAsLong();
        var type = fact.type();
        var constant = new Form.Constant(
                assumed, new FormType(type.kind(), type.enumeration(), type.scale(), assumed, assumed));
        return OptionalLong.of(planner.everywhere(seat.table(), with.apply(constant)));
    }

    /** A comparison with one of a few common numbers is one of as many comparisons. */
    private Optional<Rails> ofCases(Form number, Seat seat, Function<Form, Optional<Rails>> compare) {
        var cases = formulas.cases().of(number, seat);
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        int yes = Logic.ZERO;
        int maybe = Logic.ZERO;
        int known = Logic.ZERO;
        for (var one : cases.get()) {
            var rails = compare.apply(one.amount());
            if (rails.isEmpty()) {
                return Optional.empty();
            }
            yes = logic.or(yes, logic.and(one.where(), rails.get().yes()));
            maybe = logic.or(maybe, logic.and(one.where(), rails.get().maybe()));
            known = logic.or(known, one.where());
        }
        return Optional.of(new Rails(yes, logic.or(maybe, logic.not(known))));
    }
}
