package org.ansinh.rules.kernels;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.rules.columns.ColumnKey;
import org.ansinh.rules.determination.Forms;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Comparison;
import org.ansinh.rules.pack.SubjectKind;

/**
 * What a condition says whatever the day it is asked about, up to the one looked at: of whom a fact was never told, it is what
 * its absence means on every day. Enough to pass over nearly everybody where a programme looks at the day of an event.
 */
final class Whenever {

    private static final Rails OPEN = new Rails(Logic.ZERO, Logic.ONE);

    private final Planner planner;
    private final Logic logic;
    private final SubjectKind table;

    Whenever(Planner planner, SubjectKind table) {
        this.planner = planner;
        this.logic = planner.logic();
        this.table = table;
    }

    Rails of(Form form) {
        return switch (form) {
            case Form.Constant constant -> Rails.constant(constant.value() == 1);
            case Form.And and -> of(and.left()).and(of(and.right()), logic);
            case Form.Or or -> of(or.left()).or(of(or.right()), logic);
            case Form.Not not -> of(not.of()).not(logic);
            case Form.If choice ->
                of(choice.condition()).choose(of(choice.then()), of(choice.otherwise()), Logic.ZERO, logic);
            case Form.Decided decided -> decided(decided);
            case Form.Fact fact -> ofUntold(List.of(fact), absent(fact));
            case Form.Compare compare -> compare(compare);
            default -> OPEN;
        };
    }

    /** Whoever has never had a decision had none on any day. */
    private Rails decided(Form.Decided decided) {
        var other = planner.law().programmes().stream()
                .filter(it -> it.programme().id().equals(decided.programme()))
                .findFirst()
                .orElseThrow();
        if (other.programme().subject() != table || decided.of().variable() != 0) {
            return OPEN;
        }
        int column = planner.column(new ColumnKey.Decided(table, other.index(), true));
        return new Rails(Logic.ZERO, planner.plane(table, column, 0));
    }

    private Rails compare(Form.Compare compare) {
        var facts = Forms.all(compare).stream()
                .filter(Form.Fact.class::isInstance)
                .map(Form.Fact.class::cast)
                .toList();
        var left = range(compare.left());
        var right = range(compare.right());
        if (facts.isEmpty() || left.isEmpty() || right.isEmpty()) {
            return OPEN;
        }
        return ofUntold(facts, holds(compare.comparison(), left.get(), right.get()));
    }

    /** What holds of those of whom none of some facts was ever told; of the others anything may. */
    private Rails ofUntold(List<Form.Fact> facts, OptionalLong holds) {
        boolean areOwn = facts.stream()
                .allMatch(it -> it.of().variable() == 0
                        && it.of().kind() == table
                        && it.fact().subject() == table
                        && !it.fact().whenAbsent().asks());
        if (!areOwn || holds.isEmpty()) {
            return OPEN;
        }
        int told = logic.any(facts.stream()
                .mapToInt(it -> planner.plane(table, planner.column(new ColumnKey.Told(table, it.fact())), 0))
                .toArray());
        return holds.getAsLong() == 1 ? new Rails(logic.not(told), Logic.ONE) : new Rails(Logic.ZERO, told);
    }

    private static OptionalLong absent(Form.Fact fact) {
        return fact.fact().whenAbsent().value();
    }

    /** Between which values a number lies where its facts were not told. */
    private record Range(long least, long most) {}

    private static Optional<Range> range(Form form) {
        return switch (form) {
            case Form.Constant constant -> Optional.of(new Range(constant.value(), constant.value()));
            case Form.Figure figure ->
                Optional.of(new Range(figure.type().min(), figure.type().max()));
            case Form.Fact fact -> {
                var absent = absent(fact);
                yield absent.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Range(absent.getAsLong(), absent.getAsLong()));
            }
            case Form.Rescale scaled ->
                range(scaled.of()).map(it -> new Range(it.least() * scaled.factor(), it.most() * scaled.factor()));
            default -> Optional.empty();
        };
    }

    /** Whether a comparison holds for all numbers of two ranges (1) or for none (0). */
    private static OptionalLong holds(Comparison comparison, Range left, Range right) {
        boolean areFixed = left.least() == left.most() && right.least() == right.most();
        return switch (comparison) {
            case EQUAL, NOT_EQUAL ->
                areFixed
                        ? OptionalLong.of(comparison.holds(left.least(), right.least()) ? 1 : 0)
                        : left.most() < right.least() || right.most() < left.least()
                                ? OptionalLong.of(comparison == Comparison.EQUAL ? 0 : 1)
                                : OptionalLong.empty();
            case LESS, AT_MOST ->
                comparison.holds(left.most(), right.least())
                        ? OptionalLong.of(1)
                        : comparison.holds(left.least(), right.most()) ? OptionalLong.empty() : OptionalLong.of(0);
            case MORE, AT_LEAST ->
                comparison.holds(left.least(), right.most())
                        ? OptionalLong.of(1)
                        : comparison.holds(left.most(), right.least()) ? OptionalLong.empty() : OptionalLong.of(0);
        };
    }
}
