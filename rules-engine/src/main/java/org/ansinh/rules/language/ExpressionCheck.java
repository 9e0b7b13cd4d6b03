package org.ansinh.rules.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ansinh.rules.pack.Expression;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Place;
import org.ansinh.rules.pack.Problem;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.SubjectKind;

/** Reads expressions one by one and looks at their names and types. Each stands for itself, so threads may share the work. */
final class ExpressionCheck {

    private final LawPack pack;
    private final Map<SubjectKind, LawScope> scopes = new EnumMap<>(SubjectKind.class);
    private final CelCompiler grammar;

    ExpressionCheck(LawPack pack) {
        this.pack = pack;
        for (var kind : SubjectKind.values()) {
            scopes.put(kind, new LawScope(pack, kind));
        }
        this.grammar = LawGrammar.compiler(scope(SubjectKind.PERSON), Set.of());
    }

    private LawScope scope(SubjectKind subject) {
        return Objects.requireNonNull(scopes.get(subject));
    }

    CheckedExpression check(SubjectKind subject, Expression expression) {
        var scope = scope(subject);
        var problems = new Problems();
        Optional<CelAbstractSyntaxTree> tree = Optional.empty();
        try {
            var parsed = grammar.parse(expression.text()).getAst();
            new NameCheck(
                            pack,
                            scope,
                            (part, message) -> problems.add(CheckedExpression.place(expression, parsed, part), message))
                    .check(parsed.getExpr(), Set.of());
            if (problems.isEmpty()) {
                tree = Optional.of(typed(scope, parsed));
            }
        } catch (CelValidationException wrong) {
            wrong.getErrors().forEach(it -> {
                var problem = problem(expression, it);
                problems.add(problem.place(), problem.message());
            });
        }
        return new CheckedExpression(expression, tree, problems.sorted());
    }

    /** Checked with the words it uses; what seems wrong then is judged with all words, so that the message names them. */
    private static CelAbstractSyntaxTree typed(LawScope scope, CelAbstractSyntaxTree parsed)
            throws CelValidationException {
        var checked = LawGrammar.compiler(scope, UsedWords.of(parsed.getExpr())).check(parsed);
        return checked.hasError() ? LawGrammar.compiler(scope).check(parsed).getAst() : checked.getAst();
    }

    private static Problem problem(Expression expression, CelIssue issue) {
        var location = issue.getSourceLocation();
        var place = expression.place();
        int column = Math.max(location.getColumn(), 0) + (location.getLine() <= 1 ? place.column() : 1);
        return new Problem(
                new Place(place.file(), place.line() + Math.max(location.getLine() - 1, 0), column),
                CheckerWords.plain(issue.getMessage()));
    }
}
