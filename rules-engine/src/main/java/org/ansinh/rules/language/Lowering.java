package org.ansinh.rules.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form.Comparison;
import org.ansinh.rules.language.Form.Operation;
import org.ansinh.rules.language.Form.Quantifier;
import org.ansinh.rules.language.Form.Unit;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;

/** From a checked syntax tree to the one form, with static scales and proven bounds. */
final class Lowering {

    private static final FormType DAY =
            FormType.of(FormType.Kind.DAY, 0, DateRange.FIRST_DAY.toEpochDay(), DateRange.LAST_DAY.toEpochDay());
    private static final long MOST_PEOPLE = 1_000_000;

    private final LawPack pack;
    private final CelAbstractSyntaxTree tree;
    private final Arithmetic arithmetic;
    private final Map<String, Integer> variables = new HashMap<>();

    Lowering(LawPack pack, CelAbstractSyntaxTree tree, BiConsumer<CelExpr, String> tell) {
        this.pack = pack;
        this.tree = tree;
        this.arithmetic = new Arithmetic(tell);
        variables.put("person", 0);
    }

    Form lower(CelExpr expr) {
        return switch (expr.exprKind().getKind()) {
            case CONSTANT -> constant(expr.constant());
            case IDENT, SELECT -> name(expr);
            case CALL -> call(expr);
            case COMPREHENSION -> quantified(expr);
            default -> throw new IllegalStateException("The name check lets no %s pass.".formatted(expr.exprKind()));
        };
    }

    private static Form constant(CelConstant constant) {
        if (constant.getKind() == CelConstant.Kind.BOOLEAN_VALUE) {
            return new Form.Constant(constant.booleanValue() ? 1 : 0, FormType.BOOL);
        }
        long value = constant.int64Value();
        return new Form.Constant(value, FormType.of(FormType.Kind.INT, 0, value, value));
    }

    private Form name(CelExpr expr) {
        var resolved = tree.getReference(expr.id()).map(CelReference::name).orElse("");
        if (resolved.equals("today")) {
            return new Form.Today(DAY);
        }
        var parameter = pack.parameter(resolved);
        if (parameter.isPresent()) {
            return figure(parameter.get());
        }
        int dot = resolved.indexOf('.');
        var list = dot < 0 ? null : pack.dictionary().enumerations().get(resolved.substring(0, dot));
        if (list != null) {
            return new Form.Constant(
                    list.ordinalOf(resolved.substring(dot + 1)),
                    new FormType(
                            FormType.Kind.ENUM, list.id(), 0, 0, list.values().size() - 1L));
        }
        var who = who(expr.select().operand());
        var fact = pack.dictionary()
                .fact(who.kind().word() + "." + expr.select().field())
                .orElseThrow();
        return new Form.Fact(
                fact,
                who,
                FormType.of(fact.type(), fact.range().min(), fact.range().max()));
    }

    private static Form figure(Parameter parameter) {
        long min = parameter.values().stream()
                .mapToLong(Parameter.DatedValue::value)
                .min()
                .orElse(0);
        long max = parameter.values().stream()
                .mapToLong(Parameter.DatedValue::value)
                .max()
                .orElse(0);
        return new Form.Figure(parameter, FormType.of(parameter.type(), min, max));
    }

    private Who who(CelExpr expr) {
        var name = expr.ident().name();
        return switch (name) {
            case "household" -> new Who(SubjectKind.HOUSEHOLD, 0);
            case "village" -> new Who(SubjectKind.VILLAGE, 0);
            default -> new Who(SubjectKind.PERSON, variables.getOrDefault(name, 0));
        };
    }

    private Form call(CelExpr expr) {
        var call = expr.call();
        var args = call.args();
        return switch (call.function()) {
            case "_&&_" -> new Form.And(lower(args.get(0)), lower(args.get(1)));
            case "_||_" -> new Form.Or(lower(args.get(0)), lower(args.get(1)));
            case "!_" -> new Form.Not(lower(args.get(0)));
            case "_?_:_" -> arithmetic.choice(lower(args.get(0)), lower(args.get(1)), lower(args.get(2)));
            case "_==_" -> arithmetic.compare(expr, Comparison.EQUAL, lower(args.get(0)), lower(args.get(1)));
            case "_!=_" -> arithmetic.compare(expr, Comparison.NOT_EQUAL, lower(args.get(0)), lower(args.get(1)));
            case "_<_" -> arithmetic.compare(expr, Comparison.LESS, lower(args.get(0)), lower(args.get(1)));
            case "_<=_" -> arithmetic.compare(expr, Comparison.AT_MOST, lower(args.get(0)), lower(args.get(1)));
            case "_>_" -> arithmetic.compare(expr, Comparison.MORE, lower(args.get(0)), lower(args.get(1)));
            case "_>=_" -> arithmetic.compare(expr, Comparison.AT_LEAST, lower(args.get(0)), lower(args.get(1)));
            case "_+_" -> arithmetic.of(expr, Operation.ADD, lower(args.get(0)), lower(args.get(1)));
            case "_-_" -> arithmetic.of(expr, Operation.SUBTRACT, lower(args.get(0)), lower(args.get(1)));
            case "_*_" -> arithmetic.of(expr, Operation.MULTIPLY, lower(args.get(0)), lower(args.get(1)));
            case "min" -> arithmetic.of(expr, Operation.MIN, lower(args.get(0)), lower(args.get(1)));
            case "max" -> arithmetic.of(expr, Operation.MAX, lower(args.get(0)), lower(args.get(1)));
            case "to_dong" -> Arithmetic.round(lower(args.get(0)), 1);
            case "to_thousand" -> Arithmetic.round(lower(args.get(0)), 1000);
            case "dong" -> Arithmetic.asDong(lower(args.get(0)));
            case "age" -> between(Unit.YEARS, lower(args.get(0)), new Form.Today(DAY));
            case "age_months" -> between(Unit.MONTHS, lower(args.get(0)), new Form.Today(DAY));
            case "months_between" -> between(Unit.MONTHS, lower(args.get(0)), lower(args.get(1)));
            case "days_between" -> between(Unit.DAYS, lower(args.get(0)), lower(args.get(1)));
            case "entitled" -> outcome(args.get(0), args.get(1), false);
            case "receives" -> outcome(args.get(0), args.get(1), true);
            default -> throw new IllegalStateException("The checker lets no %s pass.".formatted(call.function()));
        };
    }

    private static Form between(Unit unit, Form from, Form to) {
        long most = unit == Unit.DAYS ? DAY.max() - DAY.min() : unit == Unit.MONTHS ? 120_000 : 10_000;
        return new Form.Between(unit, from, to, FormType.of(FormType.Kind.INT, 0, -most, most));
    }

    private Form outcome(CelExpr of, CelExpr programme, boolean decided) {
        var name = tree.getReference(programme.id()).map(CelReference::name).orElse("");
        return new Form.Outcome(name.substring("programmes.".length()), who(of), decided);
    }

    private Form quantified(CelExpr expr) {
        var loop = expr.comprehension();
        var range = loop.iterRange();
        var list = range.select().field().equals("members")
                        && range.select().operand().ident().name().equals("household")
                ? new PersonList.Members()
                : new PersonList.Related(
                        Link.of(pack.dictionary()
                                .relation("person." + range.select().field())
                                .orElseThrow()),
                        who(range.select().operand()).variable());
        int variable = variables.size();
        variables.put(loop.iterVar(), variable);
        boolean counts = loop.accuInit().constant().getKind() == CelConstant.Kind.INT64_VALUE;
        var body = lower(loop.loopStep().call().args().get(counts ? 0 : 1));
        if (counts) {
            return new Form.Quantified(
                    Quantifier.COUNT, list, variable, body, FormType.of(FormType.Kind.INT, 0, 0, MOST_PEOPLE));
        }
        var quantifier = loop.accuInit().constant().booleanValue() ? Quantifier.ALL : Quantifier.EXISTS;
        return new Form.Quantified(quantifier, list, variable, body, FormType.BOOL);
    }
}
