package org.ansinh.rules.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form.Quantifier;
import org.ansinh.rules.pack.Definition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.rules.pack.SubjectKind;

/** From a checked syntax tree to the one form, with static scales and proven bounds. */
final class Lowering {

    private final LawPack pack;
    private final CelAbstractSyntaxTree tree;
    private final BiConsumer<CelExpr, String> tell;
    private final Definitions definitions;
    private final Room room;
    private final Map<String, Integer> people = new HashMap<>();

    /** Works out a definition for one person, or for the household or village of that person. */
    interface Definitions {
        Form of(Definition definition, Room room);
    }

    /** For whom an expression is read, and how many variables are taken already. */
    record Room(int self, int[] taken) {
        static Room first() {
            return new Room(0, new int[] {1});
        }

        Room of(int person) {
            return new Room(person, taken);
        }
    }

    Lowering(
            LawPack pack,
            CelAbstractSyntaxTree tree,
            BiConsumer<CelExpr, String> tell,
            Definitions definitions,
            Room room) {
        this.pack = pack;
        this.tree = tree;
        this.tell = tell;
        this.definitions = definitions;
        this.room = room;
        people.put("person", room.self());
    }

    Form lower(CelExpr expr) {
        return switch (expr.exprKind().getKind()) {
            case CONSTANT -> constant(expr.constant());
            case IDENT, SELECT -> name(expr);
            case CALL -> new Calls(this, new Arithmetic(tell)).lower(expr);
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
        var resolved = reference(expr);
        if (resolved.equals("today")) {
            return new Form.Today(FormType.DAY);
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
        var id = who.kind().word() + "." + expr.select().field();
        var definition = pack.dictionary().definition(id);
        if (definition.isPresent()) {
            return definitions.of(definition.get(), room.of(who.variable()));
        }
        var fact = pack.dictionary().fact(id).orElseThrow();
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

    /** The name the checker found behind an expression: a parameter, a table, a programme. */
    String reference(CelExpr expr) {
        return tree.getReference(expr.id()).map(CelReference::name).orElse("");
    }

    LawPack pack() {
        return pack;
    }

    void tell(CelExpr at, String message) {
        tell.accept(at, message);
    }

    Who who(CelExpr expr) {
        var name = expr.ident().name();
        return switch (name) {
            case "household" -> new Who(SubjectKind.HOUSEHOLD, room.self());
            case "village" -> new Who(SubjectKind.VILLAGE, room.self());
            default -> new Who(SubjectKind.PERSON, people.getOrDefault(name, room.self()));
        };
    }

    private Form quantified(CelExpr expr) {
        var loop = expr.comprehension();
        var range = loop.iterRange();
        var of = who(range.select().operand());
        var list = of.kind() == SubjectKind.HOUSEHOLD
                ? new PersonList.Members(of.variable())
                : new PersonList.Related(
                        Link.of(pack.dictionary()
                                .relation("person." + range.select().field())
                                .orElseThrow()),
                        of.variable());
        int variable = room.taken()[0]++;
        people.put(loop.iterVar(), variable);
        var quantifier = quantifier(loop.accuInit());
        boolean counts = quantifier == Quantifier.COUNT;
        var body = lower(loop.loopStep().call().args().get(counts ? 0 : 1));
        people.remove(loop.iterVar());
        return new Form.Quantified(quantifier, list, variable, body, type(expr, quantifier, body.type()));
    }

    private static Quantifier quantifier(CelExpr start) {
        if (start.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL) {
            return Quantifier.SUM;
        }
        if (start.constant().getKind() == CelConstant.Kind.INT64_VALUE) {
            return Quantifier.COUNT;
        }
        return start.constant().booleanValue() ? Quantifier.ALL : Quantifier.EXISTS;
    }

    private FormType type(CelExpr at, Quantifier quantifier, FormType of) {
        return switch (quantifier) {
            case EXISTS, ALL -> FormType.BOOL;
            case COUNT -> FormType.of(FormType.Kind.INT, 0, 0, Link.MOST);
            case SUM -> new Arithmetic(tell).sum(at, of, Link.MOST);
        };
    }
}
