package org.ansinh.rules.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.compiler.CelCompiler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.ansinh.rules.language.Lowering.Room;
import org.ansinh.rules.pack.Definition;
import org.ansinh.rules.pack.Expression;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Place;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.SubjectKind;

/** Turns what a jurist wrote into the one form, or says at which letter it cannot be. */
public final class ExpressionReader {

    private final LawPack pack;
    private final Problems problems;
    private final Map<SubjectKind, LawScope> scopes = new EnumMap<>(SubjectKind.class);
    private final Map<SubjectKind, CelCompiler> compilers = new EnumMap<>(SubjectKind.class);
    private final Map<Definition, Optional<Checked>> definitions = new HashMap<>();
    private final Deque<Definition> open = new ArrayDeque<>();

    /** A checked syntax tree and where its words stand. */
    private record Checked(CelAbstractSyntaxTree tree, BiConsumer<CelExpr, String> tell) {}

    public ExpressionReader(LawPack pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
        for (var kind : SubjectKind.values()) {
            var scope = new LawScope(pack, kind);
            scopes.put(kind, scope);
            compilers.put(kind, LawGrammar.compiler(scope));
        }
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
        int found = problems.count();
        return check(subject, expression).map(it -> lower(it, Room.first())).filter(it -> problems.count() == found);
    }

    private Form lower(Checked checked, Room room) {
        return new Lowering(pack, checked.tree(), checked.tell(), this::definition, room)
                .lower(checked.tree().getExpr());
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
            var checked = definitions.get(definition);
            if (checked == null) {
                checked = check(definition.subject(), definition.means());
                definitions.put(definition, checked);
            }
            return checked.map(it -> lower(it, room)).orElseGet(() -> standIn(definition));
        } finally {
            open.pop();
        }
    }

    /** Lets reading go on where a definition is wrong, which has been told. */
    private static Form standIn(Definition definition) {
        return new Form.Constant(0, FormType.of(definition.type(), 0, 0));
    }

    private Optional<Checked> check(SubjectKind subject, Expression expression) {
        var scope = Objects.requireNonNull(scopes.get(subject));
        var compiler = Objects.requireNonNull(compilers.get(subject));
        int found = problems.count();
        try {
            var parsed = compiler.parse(expression.text()).getAst();
            BiConsumer<CelExpr, String> tell = (expr, message) -> {
                int offset = parsed.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
                tell(expression, offset, message);
            };
            new NameCheck(pack, scope, tell).check(parsed.getExpr(), Set.of());
            if (problems.count() > found) {
                return Optional.empty();
            }
            return Optional.of(new Checked(typed(scope, compiler, parsed), tell));
        } catch (CelValidationException wrong) {
            wrong.getErrors().forEach(it -> tell(expression, it));
            return Optional.empty();
        }
    }

    /** Checked with the words it uses; what seems wrong then is judged with all words, so that the message names them. */
    private static CelAbstractSyntaxTree typed(LawScope scope, CelCompiler all, CelAbstractSyntaxTree parsed)
            throws CelValidationException {
        var words = UsedWords.of(parsed.getExpr());
        var checked = LawGrammar.compiler(scope, words::contains).check(parsed);
        return checked.hasError() ? all.check(parsed).getAst() : checked.getAst();
    }

    private void tell(Expression expression, CelIssue issue) {
        var location = issue.getSourceLocation();
        var place = expression.place();
        int column = Math.max(location.getColumn(), 0) + (location.getLine() <= 1 ? place.column() : 1);
        problems.add(
                new Place(place.file(), place.line() + Math.max(location.getLine() - 1, 0), column),
                CheckerWords.plain(issue.getMessage()));
    }

    private void tell(Expression expression, int offset, String message) {
        var before = expression
                .text()
                .substring(0, Math.min(offset, expression.text().length()));
        int line = (int) before.chars().filter(it -> it == '\n').count();
        var place = expression.place();
        int column = line == 0 ? place.column() + offset : offset - before.lastIndexOf('\n');
        problems.add(new Place(place.file(), place.line() + line, column), message);
    }
}
