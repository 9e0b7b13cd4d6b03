package org.ansinh.rules.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.pack.Expression;
import org.ansinh.rules.pack.Place;
import org.ansinh.rules.pack.Problem;

/** What looking at one expression gave: a syntax tree whose names and types are known, or what is wrong with it. */
record CheckedExpression(Expression expression, Optional<CelAbstractSyntaxTree> tree, List<Problem> problems) {

    /** Where in the file a part of the expression stands. */
    static Place place(Expression expression, CelAbstractSyntaxTree tree, CelExpr part) {
        int offset = tree.getSource().getPositionsMap().getOrDefault(part.id(), 0);
        var before = expression
                .text()
                .substring(0, Math.min(offset, expression.text().length()));
        int line = (int) before.chars().filter(it -> it == '\n').count();
        var place = expression.place();
        int column = line == 0 ? place.column() + offset : offset - before.lastIndexOf('\n');
        return new Place(place.file(), place.line() + line, column);
    }
}
