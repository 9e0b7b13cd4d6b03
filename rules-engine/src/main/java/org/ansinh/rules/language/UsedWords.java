package org.ansinh.rules.language;

import dev.cel.common.ast.CelExpr;
import java.util.HashSet;
import java.util.Set;

/** The functions and names an expression uses; of a dotted name, every beginning of it. */
final class UsedWords {

    private final Set<String> words = new HashSet<>();

    private UsedWords() {}

    static Set<String> of(CelExpr expr) {
        var used = new UsedWords();
        used.look(expr);
        return used.words;
    }

    private void look(CelExpr expr) {
        switch (expr.exprKind().getKind()) {
            case IDENT, SELECT -> {
                var _ = name(expr);
            }
            case CALL -> {
                words.add(expr.call().function());
                expr.call().target().ifPresent(this::look);
                expr.call().args().forEach(this::look);
            }
            case LIST -> expr.list().elements().forEach(this::look);
            case COMPREHENSION -> {
                var loop = expr.comprehension();
                look(loop.iterRange());
                look(loop.accuInit());
                look(loop.loopCondition());
                look(loop.loopStep());
                look(loop.result());
            }
            default -> {
                // A constant has no words; maps and messages are refused elsewhere.
            }
        }
    }

    private String name(CelExpr expr) {
        if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
            var name = name(expr.select().operand()) + "." + expr.select().field();
            words.add(name);
            return name;
        }
        if (expr.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            look(expr);
            return "";
        }
        words.add(expr.ident().name());
        return expr.ident().name();
    }
}
