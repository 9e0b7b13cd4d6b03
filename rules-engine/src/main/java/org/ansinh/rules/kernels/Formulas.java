package org.ansinh.rules.kernels;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.ansinh.rules.columns.ColumnKey;
import org.ansinh.rules.determination.CommonValues;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Who;
import org.ansinh.rules.pack.SubjectKind;

/** From the conditions of the law to formulas over planes. */
final class Formulas {

    private final Planner planner;
    private final Logic logic;
    private final Comparisons comparisons;
    private final Lists lists;
    private final Outcomes outcomes;
    private final RowForms rowForms;
    private final AmountCases cases;
    private final Nonzero nonzero;
    private final Map<Key, Rails> known = new HashMap<>();
    private final int alive;

    private record Key(Form form, Seat seat, boolean sieve) {}

    Formulas(Planner planner, Outcomes outcomes) {
        this.planner = planner;
        this.logic = planner.logic();
        this.outcomes = outcomes;
        this.nonzero = new Nonzero(planner, this);
        this.cases = new AmountCases(planner, this);
        this.comparisons = new Comparisons(planner, this);
        this.lists = new Lists(planner, this);
        this.alive = LifePlanes.alive(planner);
        this.rowForms = new RowForms(planner, this, outcomes);
    }

    Rails condition(Form form, Seat seat) {
        var key = new Key(form, seat, planner.isSieve());
        var rails = known.get(key);
        if (rails == null) {
            rails = read(form, seat);
            known.put(key, rails);
        }
        return rails;
    }

    private Rails read(Form form, Seat seat) {
        if (form instanceof Form.Constant constant) {
            return Rails.constant(constant.value() == 1);
        }
        if (CommonValues.isCommon(form)) {
            return Rails.known(planner.everywhere(seat.table(), form));
        }
        return switch (form) {
            case Form.And and -> condition(and.left(), seat).and(condition(and.right(), seat), logic);
            case Form.Or or -> condition(or.left(), seat).or(condition(or.right(), seat), logic);
            case Form.Not not -> condition(not.of(), seat).not(logic);
            case Form.If choice -> choice(choice, seat);
            case Form.Fact fact when reaches(fact.of(), seat) -> fact(fact, seat);
            case Form.AgeIs age -> comparisons.age(age, seat).orElseGet(() -> byRow(age, seat));
            case Form.Compare compare -> comparisons.compare(compare, seat).orElseGet(() -> byRow(compare, seat));
            case Form.Quantified quantified -> lists.decide(quantified, seat).orElseGet(() -> byRow(quantified, seat));
            case Form.Outcome outcome when reaches(outcome.of(), seat) -> outcomes.rails(outcome, seat);
            case Form.Decided decided when reaches(decided.of(), seat) -> outcomes.decided(decided, seat);
            default -> byRow(form, seat);
        };
    }

    private Rails choice(Form.If choice, Seat seat) {
        var then = condition(choice.then(), seat);
        var otherwise = condition(choice.otherwise(), seat);
        int same = then.same(otherwise, logic).yes();
        return condition(choice.condition(), seat).choose(then, otherwise, same, logic);
    }

    /** Whether somebody's fact, or that of their household or village, lies in the row itself. */
    static boolean reaches(Who who, Seat seat) {
        return who.variable() == seat.self()
                && (who.kind() != SubjectKind.PERSON || seat.table() == SubjectKind.PERSON);
    }

    int column(Form.Fact fact, Seat seat) {
        return planner.column(new ColumnKey.OfFact(seat.table(), fact.fact()));
    }

    private Rails fact(Form.Fact fact, Seat seat) {
        int column = column(fact, seat);
        int bit = planner.plane(seat.table(), column, 0);
        return fact.fact().whenAbsent().asks()
                ? new Rails(bit, logic.or(bit, logic.not(planner.stated(seat.table(), column))))
                : Rails.known(bit);
    }

    /** What a comparison says of those of whom nothing was said, given what it says of a column's numbers. */
    Rails whereStated(Form.Fact fact, Seat seat, int ofNumbers, OptionalLong absent) {
        int stated = planner.stated(seat.table(), column(fact, seat));
        int yes = logic.and(stated, ofNumbers);
        if (absent.isEmpty()) {
            return new Rails(yes, logic.or(yes, logic.not(stated)));
        }
        return Rails.known(logic.or(yes, logic.and(logic.not(stated), (int) absent.getAsLong())));
    }

    /** Where the persons of the law live. */
    int alive() {
        return alive;
    }

    private Rails byRow(Form form, Seat seat) {
        int mayHold = form instanceof Form.Compare compare ? nonzero.mayHold(compare, seat) : Logic.ONE;
        if (planner.isSieve()) {
            return new Rails(Logic.ZERO, logic.and(mayHold, planner.unsure(seat.table())));
        }
        var value = rowForms.of(form, seat);
        int yes = planner.newSlot(seat.table());
        int maybe = planner.newSlot(seat.table());
        int where = planner.slotFor(seat.table(), logic.and(planner.rows(seat.table()), mayHold));
        planner.stage(new ByRow(seat, rowForms.variables(), value, where, yes, maybe));
        planner.slower(false, "its %s reads more than one number of a person".formatted(Beyond.noun(form)));
        return new Rails(logic.leaf(yes), logic.leaf(maybe));
    }

    AmountCases cases() {
        return cases;
    }

    Lists lists() {
        return lists;
    }

    RowForms rows() {
        return rowForms;
    }
}
