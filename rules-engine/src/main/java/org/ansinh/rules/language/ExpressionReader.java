package org.ansinh.rules.language;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.rules.language.Lowering.Room;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.Definition;
import org.ansinh.rules.pack.Expression;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.SubjectKind;

/** Turns what a jurist wrote into the one form, or says at which letter it cannot be. */
public final class ExpressionReader {

    private final LawPack pack;
    private final Problems problems;
    private final ExpressionCheck checks;
    private final Map<Words, CheckedExpression> checked;
    private final Map<Words, Form> forms = new HashMap<>();
    private final Map<Definition, Optional<CelAbstractSyntaxTree>> definitions = new HashMap<>();
    private final Deque<Definition> open = new ArrayDeque<>();

    /** Words mean the same wherever they stand, of whoever is asked the same. */
    private record Words(SubjectKind subject, String text) {}

    public ExpressionReader(LawPack pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
        this.checks = new ExpressionCheck(pack);
        this.checked = checkedAhead(pack, checks);
    }

    /** Looks at every definition, so that a wrong one is told even if nothing uses it. */
    public void definitions() {
        for (var definition : pack.dictionary().definitions()) {
            var found = problems.count();
            var form = definition(definition, Room.first());
            if (problems.count() == found) {
                var type = FormType.of(definition.type(), 0, 0);
                boolean same = form.type().kind() == type.kind()
                        && form.type().enumeration().equals(type.enumeration());
                if (!same) {
                    problems.add(
                            definition.means().place(),
                            "%s is declared %s, but '%s' is of type %s"
                                    .formatted(
                                            definition.id(),
                                            word(type),
                                            definition.means().text(),
                                            word(form.type())));
                }
            }
        }
    }

    public Optional<Form> condition(SubjectKind subject, Expression expression) {
        return read(subject, expression).filter(it -> mustBe(it, FormType.Kind.BOOL, "true or false", expression));
    }

    public Optional<Form> amount(SubjectKind subject, Expression expression) {
        return read(subject, expression)
                .filter(it -> mustBe(
                        it, FormType.Kind.DONG, "an amount in đồng (to_dong rounds, dong(0) is nothing)", expression));
    }

    private boolean mustBe(Form form, FormType.Kind kind, String words, Expression expression) {
        boolean is = form.type().kind() == kind;
        if (!is) {
            problems.add(
                    expression.place(),
                    "expected %s, but '%s' is of type %s".formatted(words, expression.text(), word(form.type())));
        }
        return is;
    }

    private static String word(FormType type) {
        return (type.kind().name().toLowerCase(Locale.ROOT) + " " + type.enumeration()).trim();
    }

    private Optional<Form> read(SubjectKind subject, Expression expression) {
        if (expression.text().isBlank()) {
            return Optional.empty();
        }
        var words = new Words(subject, expression.text());
        var known = forms.get(words);
        if (known != null) {
            return Optional.of(known);
        }
        int found = problems.count();
        var form = check(subject, expression)
                .map(it -> lower(expression, it, Room.first()))
                .filter(it -> problems.count() == found);
        form.ifPresent(it -> forms.put(words, it));
        return form;
    }

    private Form lower(Expression expression, CelAbstractSyntaxTree tree, Room room) {
        return new Lowering(
                        pack,
                        tree,
                        (part, message) -> problems.add(CheckedExpression.place(expression, tree, part), message),
                        this::definition,
                        room)
                .lower(tree.getExpr());
    }

    private Form definition(Definition definition, Room room) {
        if (open.contains(definition)) {
            var path = new ArrayList<String>();
            open.descendingIterator().forEachRemaining(it -> path.add(it.id()));
            path.add(definition.id());
            problems.add(
                    definition.place(), "definitions lead back to themselves: %s".formatted(String.join(" → ", path)));
            return standIn(definition);
        }
        open.push(definition);
        try {
            return definitions
                    .computeIfAbsent(definition, it -> check(it.subject(), it.means()))
                    .map(it -> lower(definition.means(), it, room))
                    .orElseGet(() -> standIn(definition));
        } finally {
            open.pop();
        }
    }

    /** Lets reading go on where a definition is wrong, which has been told. */
    private static Form standIn(Definition definition) {
        return new Form.Constant(0, FormType.of(definition.type(), 0, 0));
    }

    private Optional<CelAbstractSyntaxTree> check(SubjectKind subject, Expression expression) {
        var ahead = checked.get(new Words(subject, expression.text()));
        // What is wrong is told at its own place, wherever the same words stand elsewhere.
        var found = ahead == null || ahead.tree().isEmpty() ? checks.check(subject, expression) : ahead;
        found.problems().forEach(it -> problems.add(it.place(), it.message()));
        return found.tree();
    }

    /** Looking at words is most of the work of reading a law, and no expression needs another for it. */
    private static Map<Words, CheckedExpression> checkedAhead(LawPack pack, ExpressionCheck checks) {
        var all = new LinkedHashMap<Words, Expression>();
        for (var definition : pack.dictionary().definitions()) {
            all.put(new Words(definition.subject(), definition.means().text()), definition.means());
        }
        for (var programme : pack.programmes().values()) {
            for (var provision : programme.provisions()) {
                Stream.concat(provision.conditions().stream().map(ConditionRule::when), provision.amount().stream())
                        .filter(it -> !it.text().isBlank())
                        .forEach(it -> all.put(new Words(programme.subject(), it.text()), it));
            }
        }
        return all.entrySet().parallelStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> checks.check(it.getKey().subject(), it.getValue())));
    }
}
