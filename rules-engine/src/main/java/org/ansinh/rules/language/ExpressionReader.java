package org.ansinh.rules.language;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.compiler.CelCompiler;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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

    public ExpressionReader(LawPack pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
        for (var kind : List.of(SubjectKind.PERSON, SubjectKind.HOUSEHOLD)) {
            var scope = new LawScope(pack, kind);
            scopes.put(kind, scope);
            compilers.put(kind, LawGrammar.compiler(scope));
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
                    "expected %s, but '%s' is of type %s"
                            .formatted(
                                    words,
                                    expression.text(),
                                    form.type().kind().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return is;
    }

    private Optional<Form> read(SubjectKind subject, Expression expression) {
        if (expression.text().isBlank()) {
            return Optional.empty();
        }
        var scope = java.util.Objects.requireNonNull(scopes.get(subject));
        var compiler = java.util.Objects.requireNonNull(compilers.get(subject));
        var told = new ArrayList<String>();
        try {
            var parsed = compiler.parse(expression.text()).getAst();
            BiConsumer<CelExpr, String> tell = (expr, message) -> {
                told.add(message);
                int offset = parsed.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
                tell(expression, offset, message);
            };
            new NameCheck(pack, scope, tell).check(parsed.getExpr(), Set.of());
            if (!told.isEmpty()) {
                return Optional.empty();
            }
            var checked = compiler.check(parsed).getAst();
            var form = new Lowering(pack, checked, tell).lower(checked.getExpr());
            return told.isEmpty() ? Optional.of(form) : Optional.empty();
        } catch (CelValidationException wrong) {
            wrong.getErrors().forEach(it -> tell(expression, it));
            return Optional.empty();
        }
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
