package org.ansinh.rules.language;

import dev.cel.common.ast.CelExpr;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.rules.language.Form.Comparison;
import org.ansinh.rules.language.Form.Operation;
import org.ansinh.rules.language.Form.Unit;

/** Operators and functions on their way to forms. */
final class Calls {

    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    private final Lowering lowering;
    private final Arithmetic arithmetic;

    Calls(Lowering lowering, Arithmetic arithmetic) {
        this.lowering = lowering;
        this.arithmetic = arithmetic;
    }

    Form lower(CelExpr expr) {
        return logic(expr)
                .or(() -> numbers(expr))
                .or(() -> days(expr))
                .or(() -> programmes(expr))
                .orElseThrow(() -> new IllegalStateException(
                        "The checker lets no %s pass.".formatted(expr.call().function())));
    }

    private Optional<Form> logic(CelExpr expr) {
        var form = switch (expr.call().function()) {
            case "_&&_" -> new Form.And(argument(expr, 0), argument(expr, 1));
            case "_||_" -> new Form.Or(argument(expr, 0), argument(expr, 1));
            case "!_" -> new Form.Not(argument(expr, 0));
            case "_?_:_" -> arithmetic.choice(argument(expr, 0), argument(expr, 1), argument(expr, 2));
            case "_==_" -> compare(expr, Comparison.EQUAL);
            case "_!=_" -> compare(expr, Comparison.NOT_EQUAL);
            case "_<_" -> compare(expr, Comparison.LESS);
            case "_<=_" -> compare(expr, Comparison.AT_MOST);
            case "_>_" -> compare(expr, Comparison.MORE);
            case "_>=_" -> compare(expr, Comparison.AT_LEAST);
            case "@in" -> among(expr);
            default -> null;
        };
        return Optional.ofNullable(form);
    }

    /** {@code x in [a, b]} is {@code x == a || x == b}. */
    private Form among(CelExpr expr) {
        var of = argument(expr, 0);
        return expr.call().args().get(1).list().elements().stream()
                .map(it -> arithmetic.compare(expr, Comparison.EQUAL, of, lowering.lower(it)))
                .reduce(Form.Or::new)
                .orElse(new Form.Constant(0, FormType.BOOL));
    }

    private Optional<Form> numbers(CelExpr expr) {
        var form = switch (expr.call().function()) {
            case "_+_" -> fold(expr, Operation.ADD);
            case "_-_" -> fold(expr, Operation.SUBTRACT);
            case "_*_" -> fold(expr, Operation.MULTIPLY);
            case "min" -> fold(expr, Operation.MIN);
            case "max" -> fold(expr, Operation.MAX);
            case "percent" -> arithmetic.percent(expr, argument(expr, 0), argument(expr, 1));
            case "to_dong" -> Arithmetic.round(argument(expr, 0), Rounding.TO_DONG);
            case "to_thousand" -> Arithmetic.round(argument(expr, 0), Rounding.TO_THOUSAND);
            case "rounded" -> Arithmetic.round(argument(expr, 0), rounding(expr, 1));
            case "divided" -> arithmetic.divide(expr, argument(expr, 0), argument(expr, 1), rounding(expr, 2));
            case "dong" -> Arithmetic.asDong(argument(expr, 0));
            case "lookup" -> lookup(expr);
            default -> null;
        };
        return Optional.ofNullable(form);
    }

    private Form fold(CelExpr expr, Operation operation) {
        return arguments(expr)
                .reduce((a, b) -> arithmetic.of(expr, operation, a, b))
                .orElseThrow();
    }

    private Rounding rounding(CelExpr expr, int place) {
        var name = lowering.reference(expr.call().args().get(place));
        return java.util.Objects.requireNonNull(Rounding.all().get(name), name);
    }

    private Form lookup(CelExpr expr) {
        var name = lowering.reference(expr.call().args().get(0));
        var table = lowering.pack().table(name);
        if (table.isEmpty()) {
            lowering.tell(expr, "lookup looks into a table: a parameter with 'by' and 'rows'");
            return new Form.Constant(0, FormType.BOOL);
        }
        var proof = new TableProof(table.get(), lowering.pack().dictionary(), message -> lowering.tell(expr, message));
        return proof.lookup(argument(expr, 1));
    }

    private Optional<Form> days(CelExpr expr) {
        var today = new Form.Today(FormType.DAY);
        var form = switch (expr.call().function()) {
            case "age" -> between(Unit.YEARS, argument(expr, 0), today);
            case "age_months" -> between(Unit.MONTHS, argument(expr, 0), today);
            case "years_between" -> between(Unit.YEARS, argument(expr, 0), argument(expr, 1));
            case "months_between" -> between(Unit.MONTHS, argument(expr, 0), argument(expr, 1));
            case "days_between" -> between(Unit.DAYS, argument(expr, 0), argument(expr, 1));
            case "on" -> new Form.On(argument(expr, 0), argument(expr, 1));
            default -> null;
        };
        return Optional.<Form>ofNullable(form)
                .or(() -> Stream.of(CalendarFunction.values())
                        .filter(it -> it.word().equals(expr.call().function()))
                        .findFirst()
                        .map(it -> calendar(expr, it)));
    }

    private Form calendar(CelExpr expr, CalendarFunction function) {
        var of = arguments(expr).toList();
        if (function == CalendarFunction.CALENDAR_DAY) {
            mustLieIn(expr, of.get(1), MONTHS, "month");
            mustLieIn(expr, of.get(2), DAYS, "day of the month");
        }
        var type = switch (function) {
            case YEAR -> FormType.of(FormType.Kind.INT, 0, 1, 9999);
            case MONTH -> FormType.of(FormType.Kind.INT, 0, 1, MONTHS);
            default -> FormType.DAY;
        };
        return new Form.Calendar(function, of, type);
    }

    private void mustLieIn(CelExpr expr, Form number, int most, String what) {
        if (number.type().min() < 1 || number.type().max() > most) {
            lowering.tell(
                    expr,
                    "the %s could be %d to %d; it must lie between 1 and %d"
                            .formatted(what, number.type().min(), number.type().max(), most));
        }
    }

    private static Form between(Unit unit, Form from, Form to) {
        long most =
                unit == Unit.DAYS ? FormType.DAY.max() - FormType.DAY.min() : unit == Unit.MONTHS ? 120_000 : 10_000;
        return new Form.Between(unit, from, to, FormType.of(FormType.Kind.INT, 0, -most, most));
    }

    private Optional<Form> programmes(CelExpr expr) {
        var args = expr.call().args();
        if (args.size() != 2) {
            return Optional.empty();
        }
        var name = lowering.reference(args.get(1));
        var programme = name.substring(name.indexOf('.') + 1);
        return switch (expr.call().function()) {
            case "entitled" -> Optional.of(new Form.Outcome(programme, lowering.who(args.get(0)), false));
            case "receives" -> Optional.of(new Form.Outcome(programme, lowering.who(args.get(0)), true));
            case "decided" -> Optional.of(new Form.Decided(programme, lowering.who(args.get(0)), false));
            case "has_received" -> Optional.of(new Form.Decided(programme, lowering.who(args.get(0)), true));
            case "level" ->
                Optional.of(new Form.Level(
                        programme, lowering.who(args.get(0)), FormType.of(FormType.Kind.DONG, 0, 0, Form.MOST_LEVEL)));
            default -> Optional.empty();
        };
    }

    private Form compare(CelExpr expr, Comparison comparison) {
        return arithmetic.compare(expr, comparison, argument(expr, 0), argument(expr, 1));
    }

    private Form argument(CelExpr expr, int place) {
        return lowering.lower(expr.call().args().get(place));
    }

    private Stream<Form> arguments(CelExpr expr) {
        return expr.call().args().stream().map(lowering::lower);
    }
}
