package org.ansinh.rules.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.determination.CommonValues;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Comparison;
import org.ansinh.rules.language.FormType;

/**
 * Most amounts of the law are one of a few that are the same for everybody, chosen by conditions: "twice the rate, from 80
 * on three times". Such an amount needs no number for a person, only where each of the few holds.
 */
final class AmountCases {

    private static final int MOST = 16;

    private final Planner planner;
    private final Formulas formulas;
    private final Logic logic;

    AmountCases(Planner planner, Formulas formulas) {
        this.planner = planner;
        this.formulas = formulas;
        this.logic = planner.logic();
    }

    /** A common amount and where it surely is the one. */
    record Case(int where, Form amount) {}

    /** The cases of an amount, or nothing when it differs from person to person. */
    Optional<List<Case>> of(Form form, Seat seat) {
        if (CommonValues.isCommon(form)) {
            return Optional.of(List.of(new Case(Logic.ONE, form)));
        }
        var cases = switch (form) {
            case Form.If choice -> choice(choice, seat);
            case Form.Rescale scaled ->
                each(scaled.of(), seat, it -> new Form.Rescale(it, scaled.factor(), scaled.type()));
            case Form.Round round ->
                each(
                        round.of(),
                        seat,
                        it -> new Form.Round(it, round.mode(), round.perUnit(), round.unit(), round.type()));
            case Form.Arithmetic sum -> sum(sum, seat);
            default -> Optional.<List<Case>>empty();
        };
        return cases.filter(it -> it.size() <= MOST);
    }

    /** What becomes of a common amount. */
    private interface Change {
        Form of(Form amount);
    }

    private Optional<List<Case>> each(Form form, Seat seat, Change change) {
        return of(form, seat)
                .map(all -> all.stream()
                        .map(it -> new Case(it.where(), change.of(it.amount())))
                        .toList());
    }

    /** A table by a word of somebody's has as many cases as there are words. */
    private Optional<List<Case>> key(Form.Lookup lookup, Seat seat, Change change) {
        if (!(lookup.key() instanceof Form.Fact fact) || fact.type().kind() != FormType.Kind.ENUM) {
            return each(lookup.key(), seat, change);
        }
        var type = fact.type();
        var all = new ArrayList<Case>();
        for (long value = type.min(); value <= type.max() && all.size() <= MOST; value++) {
            var word = new Form.Constant(value, type);
            var is = formulas.condition(new Form.Compare(Comparison.EQUAL, fact, word), seat);
            all.add(new Case(is.yes(), change.of(word)));
        }
        return Optional.of(all);
    }

    private Optional<List<Case>> sum(Form.Arithmetic sum, Seat seat) {
        var left = of(sum.left(), seat);
        var right = of(sum.right(), seat);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        var all = new ArrayList<Case>();
        for (var a : left.get()) {
            for (var b : right.get()) {
                all.add(new Case(
                        logic.and(a.where(), b.where()),
                        new Form.Arithmetic(sum.operation(), a.amount(), b.amount(), sum.type())));
            }
        }
        return Optional.of(all);
    }

    private Optional<List<Case>> choice(Form.If choice, Seat seat) {
        var then = of(choice.then(), seat);
        var otherwise = of(choice.otherwise(), seat);
        if (then.isEmpty() || otherwise.isEmpty()) {
            return Optional.empty();
        }
        var condition = formulas.condition(choice.condition(), seat);
        int open = logic.and(condition.maybe(), logic.not(condition.yes()));
        var all = new ArrayList<Case>();
        for (var it : then.get()) {
            // While nobody knows which, the amount is known all the same where both are equal.
            int equal = logic.and(open, among(otherwise.get(), it, open, seat));
            all.add(new Case(logic.and(logic.or(condition.yes(), equal), it.where()), it.amount()));
        }
        for (var it : otherwise.get()) {
            all.add(new Case(logic.and(logic.not(condition.maybe()), it.where()), it.amount()));
        }
        return Optional.of(all);
    }

    private int among(List<Case> others, Case one, int open, Seat seat) {
        if (open == Logic.ZERO) {
            return Logic.ZERO;
        }
        int found = Logic.ZERO;
        for (var other : others) {
            var same = new Form.Compare(Comparison.EQUAL, one.amount(), other.amount());
            found = logic.or(found, logic.and(other.where(), planner.everywhere(seat.table(), same)));
        }
        return found;
    }
}
