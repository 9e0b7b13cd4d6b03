package org.ansinh.rules.kernels;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
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
    private Where where = Where.ANYWHERE;
    private boolean isCut;

    private record Key(Form form, Seat seat, boolean sieve, Where where) {}

    /** Of whom an answer is wanted at all: what a condition says of others decides nothing. */
    private record Where(Seat seat, int formula) {
        static final Where ANYWHERE = new Where(new Seat(SubjectKind.PERSON, 0), Logic.ONE);
    }

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
        boolean sieve = planner.isSieve();
        var anywhere = known.get(new Key(form, seat, sieve, Where.ANYWHERE));
        if (anywhere != null) {
            return anywhere;
        }
        var here = known.get(new Key(form, seat, sieve, where));
        if (here != null) {
            isCut = true;
            return here;
        }
        boolean isAroundCut = isCut;
        isCut = false;
        var rails = read(form, seat);
        known.put(new Key(form, seat, sieve, isCut ? where : Where.ANYWHERE), rails);
        isCut |= isAroundCut;
        return rails;
    }

    /** A condition of which only some rows matter. What is worked out row by row is worked out for them alone. */
    Rails condition(Form form, Seat seat, int among) {
        var around = where;
        where = new Where(seat, around.seat().equals(seat) ? logic.and(around.formula(), among) : among);
        try {
            return condition(form, seat);
        } finally {
            where = around;
        }
    }

    /** Reads something that is asked of everybody in the middle of something that is not. */
    <T> T anywhere(Supplier<T> reading) {
        var around = where;
        where = Where.ANYWHERE;
        try {
            return reading.get();
        } finally {
            where = around;
        }
    }

    /** Two conditions of which the first spares looking at the second: the one that costs less comes first. */
    private Rails both(Form.And and, Seat seat) {
        boolean turned = RowForms.mayBeLong(and.left()) && !RowForms.mayBeLong(and.right());
        var first = condition(turned ? and.right() : and.left(), seat);
        var second = condition(turned ? and.left() : and.right(), seat, first.maybe());
        return first.and(second, logic);
    }

    private Rails either(Form.Or or, Seat seat) {
        boolean turned = RowForms.mayBeLong(or.left()) && !RowForms.mayBeLong(or.right());
        var first = condition(turned ? or.right() : or.left(), seat);
        var second = condition(turned ? or.left() : or.right(), seat, logic.not(first.yes()));
        return first.or(second, logic);
    }

    private Rails read(Form form, Seat seat) {
        if (form instanceof Form.Constant constant) {
            return Rails.constant(constant.value() == 1);
        }
        if (CommonValues.isCommon(form)) {
            return Rails.known(planner.everywhere(seat.table(), form));
        }
        return switch (form) {
            case Form.And and -> both(and, seat);
            case Form.Or or -> either(or, seat);
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
        var which = condition(choice.condition(), seat);
        var then = condition(choice.then(), seat, which.maybe());
        var otherwise = condition(choice.otherwise(), seat, logic.not(which.yes()));
        return which.choose(then, otherwise, then.same(otherwise, logic).yes(), logic);
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
        int wanted = where.seat().equals(seat) ? where.formula() : Logic.ONE;
        isCut |= wanted != Logic.ONE;
        int asked = planner.slotFor(seat.table(), logic.both(planner.rows(seat.table()), mayHold, wanted));
        planner.stage(new ByRow(seat, rowForms.variables(), value, asked, yes, maybe));
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
