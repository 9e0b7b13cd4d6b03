package org.ansinh.rules.kernels;

import java.time.LocalDate;
import java.util.Set;
import org.ansinh.rules.columns.ColumnKey;
import org.ansinh.rules.columns.Planes;
import org.ansinh.rules.determination.Anniversary;
import org.ansinh.rules.determination.CalendarValues;
import org.ansinh.rules.determination.CommonValues;
import org.ansinh.rules.determination.Forms;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Quantifier;
import org.ansinh.rules.language.Form.Unit;
import org.ansinh.rules.language.PersonList;
import org.ansinh.rules.language.Who;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.rules.pack.Table;

/** Any form at all, worked out for one row: for amounts that are few, and for what planes cannot carry. */
final class RowForms {

    private static final Set<Class<? extends Form>> CARRIED = Set.of(
            Form.Fact.class,
            Form.Outcome.class,
            Form.Decided.class,
            Form.Level.class,
            Form.Quantified.class,
            Form.And.class,
            Form.Or.class,
            Form.Not.class,
            Form.If.class,
            Form.AgeIs.class,
            Form.Compare.class,
            Form.Arithmetic.class,
            Form.Rescale.class,
            Form.Round.class,
            Form.Divide.class,
            Form.Lookup.class,
            Form.Calendar.class,
            Form.Between.class);

    private final Planner planner;
    private final Formulas formulas;
    private final Outcomes outcomes;

    RowForms(Planner planner, Formulas formulas, Outcomes outcomes) {
        this.planner = planner;
        this.formulas = formulas;
        this.outcomes = outcomes;
    }

    /** Whether a form and all it is made of can be worked out on columns; what looks at another day cannot. */
    static boolean canCarry(Form form) {
        return CommonValues.isCommon(form)
                || isCarriedItself(form) && Forms.parts(form).stream().allMatch(RowForms::canCarry);
    }

    /** Whether a form is carried if what it is made of is. */
    static boolean isCarriedItself(Form form) {
        return CommonValues.isCommon(form) || CARRIED.contains(form.getClass());
    }

    /** Whether planes may fail at a form, as far as its looks tell: it compares numbers of which several make one. */
    static boolean mayBeLong(Form form) {
        boolean several = (form instanceof Form.Compare || form instanceof Form.AgeIs)
                && Forms.all(form).stream().filter(Form.Fact.class::isInstance).count() > 1;
        return several || Forms.parts(form).stream().anyMatch(RowForms::mayBeLong);
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
                strict(of(round.of(), seat), a -> round.mode().units(a, round.perUnit()) * round.unit());
            case Form.Divide divide ->
                strict(
                        of(divide.of(), seat),
                        of(divide.by(), seat),
                        (a, b) -> divide.mode().units(a, b * divide.unit()) * divide.unit());
            case Form.Lookup lookup -> lookup(lookup, seat);
            case Form.Calendar calendar -> calendar(calendar, seat);
            case Form.Decided decided -> decided(decided, seat);
            case Form.Level level -> level(level, seat);
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

    /** The row of the one asked about, or of the person a variable stands for: its table. */
    private static SubjectKind table(Who who, Seat seat) {
        return who.kind() == SubjectKind.PERSON || who.variable() != 0 ? SubjectKind.PERSON : seat.table();
    }

    private RowValue fact(Form.Fact form, Seat seat) {
        int variable = form.of().variable();
        int column = planner.column(new ColumnKey.OfFact(table(form.of(), seat), form.fact()));
        long absent = form.fact().whenAbsent().value().orElse(Form.UNKNOWN);
        return (at, people) -> {
            long value = at.column(column).value(people[variable]);
            return value == Form.UNKNOWN ? absent : value;
        };
    }

    private RowValue outcome(Form.Outcome form, Seat seat) {
        var own = own(form.of(), seat);
        return row(outcomes.rails(form, own), own);
    }

    private RowValue decided(Form.Decided form, Seat seat) {
        var own = own(form.of(), seat);
        return row(outcomes.decided(form, own), own);
    }

    private static Seat own(Who who, Seat seat) {
        return new Seat(table(who, seat), who.variable());
    }

    private RowValue row(Rails rails, Seat own) {
        int yes = planner.slotFor(own.table(), rails.yes());
        int maybe = planner.slotFor(own.table(), rails.maybe());
        return (at, people) -> {
            int row = people[own.self()];
            return Planes.get(at.slots()[yes], row) ? 1 : Planes.get(at.slots()[maybe], row) ? Form.UNKNOWN : 0;
        };
    }

    /** What another programme gives; of a household, what the one a person lives in is given. */
    private RowValue level(Form.Level form, Seat seat) {
        int programme = outcomes.settled(form.programme());
        var own = own(form.of(), seat);
        boolean throughHome = form.of().kind() == SubjectKind.HOUSEHOLD && own.table() == SubjectKind.PERSON;
        if (throughHome) {
            planner.link(Link.RESIDENCE);
        }
        return (at, people) -> {
            int person = people[own.self()];
            int row = throughHome
                    ? at.block()
                            .links(Link.RESIDENCE)
                            .first(person, at.dayOf(own.table(), person).day())
                    : person;
            if (row < 0) {
                return 0;
            }
            var columns = at.programme(programme);
            return switch (columns.answer(row)) {
                case MET -> columns.amount(row);
                case NOT_MET -> 0;
                case UNDETERMINED -> Form.UNKNOWN;
            };
        };
    }

    private RowValue lookup(Form.Lookup form, Seat seat) {
        var key = of(form.key(), seat);
        return (at, people) -> {
            long asked = key.of(at, people);
            if (asked == Form.UNKNOWN) {
                return Form.UNKNOWN;
            }
            var day = LocalDate.ofEpochDay(
                    at.dayOf(seat.table(), people[seat.self()]).day());
            return form.table()
                    .on(day)
                    .flatMap(it -> it.rowFor(asked, form.factor()))
                    .map(Table.Row::value)
                    .orElse(Form.UNKNOWN);
        };
    }

    private RowValue calendar(Form.Calendar form, Seat seat) {
        var parts = form.of().stream().map(it -> of(it, seat)).toArray(RowValue[]::new);
        return (at, people) -> {
            var values = new long[parts.length];
            for (int i = 0; i < parts.length; i++) {
                values[i] = parts[i].of(at, people);
                if (values[i] == Form.UNKNOWN) {
                    return Form.UNKNOWN;
                }
            }
            return CalendarValues.of(form.function(), values);
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
        int asker = form.list() instanceof PersonList.Related of
                ? of.variable()
                : ((PersonList.Members) form.list()).variable();
        var link = form.list() instanceof PersonList.Related of ? of.link() : Link.MEMBERS;
        boolean throughHome = link.equals(Link.MEMBERS) && (asker != 0 || seat.table() == SubjectKind.PERSON);
        planner.link(link);
        if (throughHome) {
            planner.link(Link.RESIDENCE);
        }
        int alive = planner.slotFor(SubjectKind.PERSON, formulas.alive());
        var body = ofMember(form, seat);
        long decisive = form.quantifier() == Quantifier.ALL ? 0 : 1;
        return (at, people) -> {
            int day = at.dayOf(seat.table(), people[seat.self()]).day();
            int row = throughHome ? at.block().residence().first(people[asker], day) : people[asker];
            var seen = row < 0 ? new Seen(0, 0, 0) : each(at, people, new Visit(link, row, day, alive), form, body);
            return switch (form.quantifier()) {
                case COUNT, SUM -> seen.unknown() > 0 ? Form.UNKNOWN : seen.sum();
                case EXISTS, ALL -> seen.decisive() > 0 ? decisive : seen.unknown() > 0 ? Form.UNKNOWN : 1 - decisive;
            };
        };
    }

    /** What planes already say of each member is looked up there. */
    private RowValue ofMember(Form.Quantified form, Seat seat) {
        var member = Seat.member(form.variable());
        if (!Planable.is(form.body(), member)) {
            return of(form.body(), seat);
        }
        return row(formulas.condition(form.body(), member), member);
    }

    private record Seen(int unknown, long sum, int decisive) {}

    private record Visit(Link link, int row, int day, int alive) {}

    private static Seen each(Workplace at, int[] people, Visit visit, Form.Quantified form, RowValue body) {
        var links = at.block().links(visit.link());
        int unknown = 0;
        long sum = 0;
        int decisive = 0;
        for (int i = links.begin(visit.row()); i < links.end(visit.row()); i++) {
            int person = links.target(i);
            if (links.holds(i, visit.day()) && Planes.get(at.slots()[visit.alive()], person)) {
                people[form.variable()] = person;
                long value = body.of(at, people);
                unknown += value == Form.UNKNOWN ? 1 : 0;
                sum += value == Form.UNKNOWN ? 0 : value;
                decisive += value == (form.quantifier() == Quantifier.ALL ? 0 : 1) ? 1 : 0;
            }
        }
        return new Seen(unknown, sum, decisive);
    }
}
