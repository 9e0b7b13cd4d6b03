package org.ansinh.rules.kernels;

import org.ansinh.rules.columns.ColumnKey;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.determination.Anniversary;
import org.ansinh.rules.determination.CommonValues;
import org.ansinh.rules.determination.Forms;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Quantifier;
import org.ansinh.rules.language.Form.Unit;
import org.ansinh.rules.language.PersonList;
import org.ansinh.rules.pack.SubjectKind;

/** Any form at all, worked out for one row: for amounts that are few, and for what planes cannot carry. */
final class RowForms {

    private final Planner planner;
    private final Formulas formulas;
    private final Outcomes outcomes;

    RowForms(Planner planner, Formulas formulas, Outcomes outcomes) {
        this.planner = planner;
        this.formulas = formulas;
        this.outcomes = outcomes;
    }

    /** How many variables an expression of this law has at most. */
    int variables() {
        return planner.law().programmes().stream()
                .flatMap(it -> java.util.stream.Stream.concat(
                        it.conditions().stream(), it.ways().stream().flatMap(way -> way.amount().stream())))
                .mapToInt(Forms::variables)
                .max()
                .orElse(1);
    }

    RowValue of(Form form, Seat seat) {
        if (CommonValues.isCommon(form)) {
            int common = planner.common(form);
            return (at, people) -> at.dayOf(seat.table(), people[seat.self()]).common(common);
        }
        return switch (form) {
            case Form.Fact fact -> fact(fact, seat);
            case Form.Outcome outcome -> outcome(outcome, seat);
            case Form.Quantified list -> list(list, seat);
            case Form.And and -> decisive(of(and.left(), seat), of(and.right(), seat), 0);
            case Form.Or or -> decisive(of(or.left(), seat), of(or.right(), seat), 1);
            case Form.Not not -> strict(of(not.of(), seat), a -> 1 - a);
            case Form.If choice ->
                choice(of(choice.condition(), seat), of(choice.then(), seat), of(choice.otherwise(), seat));
            case Form.AgeIs age -> age(age, seat);
            case Form.Compare compare ->
                strict(
                        of(compare.left(), seat),
                        of(compare.right(), seat),
                        (a, b) -> compare.comparison().holds(a, b) ? 1 : 0);
            case Form.Arithmetic sum ->
                strict(
                        of(sum.left(), seat),
                        of(sum.right(), seat),
                        (a, b) -> sum.operation().of(a, b));
            case Form.Rescale scaled -> strict(of(scaled.of(), seat), a -> a * scaled.factor());
            case Form.Round round ->
                strict(
                        of(round.of(), seat),
                        a -> Math.floorDiv(a + round.perUnit() / 2, round.perUnit()) * round.unit());
            case Form.Between between -> between(between, seat);
            default -> throw new NotAKernel(form);
        };
    }

    /** One number from one or two that must all be known. */
    private interface Two {
        long of(long a, long b);
    }

    private interface One {
        long of(long a);
    }

    private static RowValue strict(RowValue a, One operation) {
        return (at, people) -> {
            long value = a.of(at, people);
            return value == Form.UNKNOWN ? Form.UNKNOWN : operation.of(value);
        };
    }

    private static RowValue strict(RowValue a, RowValue b, Two operation) {
        return (at, people) -> {
            long left = a.of(at, people);
            if (left == Form.UNKNOWN) {
                return Form.UNKNOWN;
            }
            long right = b.of(at, people);
            return right == Form.UNKNOWN ? Form.UNKNOWN : operation.of(left, right);
        };
    }

    private static RowValue decisive(RowValue a, RowValue b, long decisive) {
        return (at, people) -> {
            long left = a.of(at, people);
            if (left == decisive) {
                return decisive;
            }
            long right = b.of(at, people);
            if (right == decisive) {
                return decisive;
            }
            return left == Form.UNKNOWN || right == Form.UNKNOWN ? Form.UNKNOWN : 1 - decisive;
        };
    }

    private static RowValue choice(RowValue condition, RowValue then, RowValue otherwise) {
        return (at, people) -> {
            long which = condition.of(at, people);
            if (which != Form.UNKNOWN) {
                return which == 1 ? then.of(at, people) : otherwise.of(at, people);
            }
            long one = then.of(at, people);
            return one == otherwise.of(at, people) ? one : Form.UNKNOWN;
        };
    }

    /** {@code seat} is the one asked about, or the member whose list is judged apart; either is a row of its table. */
    private RowValue fact(Form.Fact form, Seat seat) {
        var who = form.of();
        boolean ofPerson = who.kind() == SubjectKind.PERSON;
        var table = ofPerson ? SubjectKind.PERSON : seat.table();
        int variable = ofPerson ? who.variable() : 0;
        int column = planner.column(new ColumnKey.OfFact(table, form.fact()));
        long absent = form.fact().whenAbsent().value().orElse(Form.UNKNOWN);
        return (at, people) -> {
            long value = at.column(column).value(people[variable]);
            return value == Form.UNKNOWN ? absent : value;
        };
    }

    private RowValue outcome(Form.Outcome form, Seat seat) {
        boolean ofPerson = form.of().kind() == SubjectKind.PERSON;
        var rails = outcomes.rails(
                form, ofPerson ? new Seat(SubjectKind.PERSON, form.of().variable()) : seat);
        var table = ofPerson ? SubjectKind.PERSON : seat.table();
        int variable = ofPerson ? form.of().variable() : 0;
        int yes = planner.slotFor(table, rails.yes());
        int maybe = planner.slotFor(table, rails.maybe());
        return (at, people) -> {
            int row = people[variable];
            return Planes.get(at.slots()[yes], row) ? 1 : Planes.get(at.slots()[maybe], row) ? Form.UNKNOWN : 0;
        };
    }

    private RowValue age(Form.AgeIs form, Seat seat) {
        var born = of(form.born(), seat);
        var bound = of(form.bound(), seat);
        return (at, people) -> {
            long start = born.of(at, people);
            long count = start == Form.UNKNOWN ? Form.UNKNOWN : bound.of(at, people);
            if (count == Form.UNKNOWN) {
                return Form.UNKNOWN;
            }
            int day = at.dayOf(seat.table(), people[seat.self()]).day();
            boolean enough = day >= Anniversary.of(start, count, form.unit());
            boolean more = day >= Anniversary.of(start, count + 1, form.unit());
            return switch (form.comparison()) {
                        case AT_LEAST -> enough;
                        case LESS -> !enough;
                        case MORE -> more;
                        case AT_MOST -> !more;
                        case EQUAL -> enough && !more;
                        case NOT_EQUAL -> !enough || more;
                    }
                    ? 1
                    : 0;
        };
    }

    private RowValue between(Form.Between form, Seat seat) {
        return strict(of(form.from(), seat), of(form.to(), seat), (from, to) -> apart(from, to, form.unit()));
    }

    private static long apart(long from, long to, Unit unit) {
        if (unit == Unit.DAYS) {
            return to - from;
        }
        var a = java.time.LocalDate.ofEpochDay(from);
        var b = java.time.LocalDate.ofEpochDay(to);
        long months = (b.getYear() - a.getYear()) * 12L + b.getMonthValue() - a.getMonthValue();
        while (Anniversary.of(from, months, Unit.MONTHS) > to) {
            months--;
        }
        return unit == Unit.MONTHS ? months : Math.floorDiv(months, 12L);
    }

    private RowValue list(Form.Quantified form, Seat seat) {
        boolean related = form.list() instanceof PersonList.Related;
        int asker = form.list() instanceof PersonList.Related of ? of.variable() : 0;
        var link = form.list() instanceof PersonList.Related of ? of.link() : Link.MEMBERS;
        boolean throughHome = !related && seat.table() == SubjectKind.PERSON;
        planner.link(link);
        if (throughHome) {
            planner.link(Link.RESIDENCE);
        }
        int alive = planner.slotFor(SubjectKind.PERSON, formulas.alive());
        var body = of(form.body(), seat);
        long decisive = form.quantifier() == Quantifier.ALL ? 0 : 1;
        return (at, people) -> {
            int day = at.dayOf(seat.table(), people[seat.self()]).day();
            int row = throughHome ? at.block().links(Link.RESIDENCE).first(people[0], day) : people[asker];
            var seen = row < 0 ? new Seen(0, 0, 0) : each(at, people, new Visit(link, row, day, alive), form, body);
            if (form.quantifier() == Quantifier.COUNT) {
                return seen.unknown() > 0 ? Form.UNKNOWN : seen.yes();
            }
            return seen.decisive() > 0 ? decisive : seen.unknown() > 0 ? Form.UNKNOWN : 1 - decisive;
        };
    }

    private record Seen(int unknown, int yes, int decisive) {}

    private record Visit(Link link, int row, int day, int alive) {}

    private static Seen each(Workplace at, int[] people, Visit visit, Form.Quantified form, RowValue body) {
        var links = at.block().links(visit.link());
        int unknown = 0;
        int yes = 0;
        int decisive = 0;
        for (int i = links.begin(visit.row()); i < links.end(visit.row()); i++) {
            int person = links.target(i);
            if (links.holds(i, visit.day()) && Planes.get(at.slots()[visit.alive()], person)) {
                people[form.variable()] = person;
                long value = body.of(at, people);
                unknown += value == Form.UNKNOWN ? 1 : 0;
                yes += value == 1 ? 1 : 0;
                decisive += value == (form.quantifier() == Quantifier.ALL ? 0 : 1) ? 1 : 0;
            }
        }
        return new Seen(unknown, yes, decisive);
    }
}
