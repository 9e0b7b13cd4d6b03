package org.ansinh.rules.language;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.StructType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Spelling;

/** Looks at names and figures before types are checked, because it can say what was probably meant. */
final class NameCheck {

    private static final Map<String, String> SUBJECTS =
            Map.of("person", "Person", "household", "Household", "village", "Village");

    private final LawPack pack;
    private final LawScope scope;
    private final BiConsumer<CelExpr, String> tell;

    NameCheck(LawPack pack, LawScope scope, BiConsumer<CelExpr, String> tell) {
        this.pack = pack;
        this.scope = scope;
        this.tell = tell;
    }

    void check(CelExpr expr, Set<String> people) {
        switch (expr.exprKind().getKind()) {
            case CONSTANT -> constant(expr);
            case IDENT, SELECT -> name(expr, people);
            case CALL -> call(expr, people);
            case COMPREHENSION -> comprehension(expr, people);
            default ->
                tell.accept(
                        expr,
                        "lists stand only after 'in' ([a, b]); maps and messages are not part of the law's language");
        }
    }

    private void constant(CelExpr expr) {
        var constant = expr.constant();
        boolean isWhole = constant.getKind() == CelConstant.Kind.INT64_VALUE;
        if (isWhole && (constant.int64Value() < 0 || constant.int64Value() > 1)) {
            tell.accept(
                    expr,
                    "the figure %d is a figure of law: make it a parameter with its citation (only 0 and 1 may stand here)"
                            .formatted(constant.int64Value()));
        } else if (!isWhole && constant.getKind() != CelConstant.Kind.BOOLEAN_VALUE) {
            tell.accept(
                    expr,
                    "texts and numbers with a point are not part of the law's language; figures are parameters, words are enumeration values");
        }
    }

    private void call(CelExpr expr, Set<String> people) {
        var call = expr.call();
        if (call.target().isPresent()) {
            tell.accept(
                    expr,
                    "'.%s(…)' does not exist; lists know .exists(m, …), .all(m, …), .count(m, …) and .sum(m, …)"
                            .formatted(call.function()));
            return;
        }
        if (Character.isLetter(call.function().charAt(0)) && !LawGrammar.FUNCTIONS.contains(call.function())) {
            tell.accept(
                    expr,
                    "there is no function %s%s (known: %s)"
                            .formatted(
                                    call.function(),
                                    Spelling.suggestion(call.function(), LawGrammar.FUNCTIONS),
                                    String.join(", ", LawGrammar.FUNCTIONS)));
        }
        if (List.of("_/_", "_%_", "-_", "_[_]").contains(call.function())) {
            tell.accept(
                    expr,
                    "the operator '%s' is not part of the law's language"
                            .formatted(call.function().replace("_", "").replace("@", "")));
        }
        if (call.function().equals("@in") && call.args().get(1).exprKind().getKind() == CelExpr.ExprKind.Kind.LIST) {
            check(call.args().get(0), people);
            call.args().get(1).list().elements().forEach(it -> check(it, people));
            return;
        }
        call.args().forEach(it -> check(it, people));
    }

    private void comprehension(CelExpr expr, Set<String> people) {
        var loop = expr.comprehension();
        check(loop.iterRange(), people);
        if (scope.variables().containsKey(loop.iterVar()) || people.contains(loop.iterVar())) {
            tell.accept(expr, "the name '%s' already means something; choose another".formatted(loop.iterVar()));
        }
        var inside = new HashSet<>(people);
        inside.add(loop.iterVar());
        inside.add(loop.accuVar());
        check(loop.loopStep(), inside);
    }

    private void name(CelExpr expr, Set<String> people) {
        var parts = new ArrayList<String>();
        var at = expr;
        while (at.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
            parts.addFirst(at.select().field());
            at = at.select().operand();
        }
        if (at.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            check(at, people);
            return;
        }
        parts.addFirst(at.ident().name());
        var whole = String.join(".", parts);
        var struct = people.contains(parts.getFirst()) ? "Person" : SUBJECTS.get(parts.getFirst());
        if (struct != null) {
            if (!people.contains(parts.getFirst()) && !scope.variables().containsKey(parts.getFirst())) {
                tell.accept(
                        expr,
                        "'%s' has no meaning here: this is asked of a %s"
                                .formatted(
                                        parts.getFirst(),
                                        scope.variables().containsKey("household") ? "household" : "village"));
            } else if (parts.size() > 1) {
                field(expr, struct, parts);
            }
        } else if (!scope.variables().containsKey(whole)) {
            var known = new ArrayList<>(scope.variables().keySet());
            pack.dictionary().facts().forEach(it -> known.add(it.id()));
            tell.accept(expr, "nothing is named %s%s".formatted(whole, Spelling.suggestion(whole, known)));
        }
    }

    private void field(CelExpr expr, String struct, List<String> parts) {
        var type = (StructType) scope.findType(struct).orElseThrow();
        if (type.fieldNames().contains(parts.get(1)) && parts.size() == 2) {
            return;
        }
        var prefix = struct.toLowerCase(java.util.Locale.ROOT);
        var factId = prefix + "." + parts.get(1);
        var why = LawScope.whyNot(pack, factId)
                .orElse("dictionary/ has no fact or relation %s%s"
                        .formatted(
                                factId,
                                Spelling.suggestion(
                                        factId,
                                        type.fieldNames().stream()
                                                .map(it -> prefix + "." + it)
                                                .toList())));
        tell.accept(expr, parts.size() > 2 ? "'%s' has nothing inside it".formatted(factId) : why);
    }
}
