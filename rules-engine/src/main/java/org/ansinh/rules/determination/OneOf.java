package org.ansinh.rules.determination;

import java.util.Optional;
import org.ansinh.rules.language.Form;

/** An "or" that asks again and again whether one and the same fact is this or that small number: {@code x in [a, b, c]}. */
record OneOf(Form.Fact of, long values) {

    static Optional<OneOf> in(Form form) {
        return switch (form) {
            case Form.Or or ->
                in(or.left())
                        .flatMap(one -> in(or.right())
                                .filter(other -> one.of().equals(other.of()))
                                .map(other -> new OneOf(one.of(), one.values() | other.values())));
            case Form.Compare(var comparison, Form.Fact left, Form.Constant constant)
            when comparison == Form.Comparison.EQUAL && constant.value() >= 0 && constant.value() < Long.SIZE ->
                Optional.of(new OneOf(left, 1L << constant.value()));
            default -> Optional.empty();
        };
    }
}
