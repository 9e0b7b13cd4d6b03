package org.ansinh.rules.language;

import dev.cel.common.ast.CelExpr;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.ansinh.rules.language.Form.Comparison;
import org.ansinh.rules.language.Form.Operation;
import org.ansinh.rules.language.Form.Unit;
import org.ansinh.rules.language.FormType.Kind;

/** Puts numbers into one scale and proves by their bounds that no result can leave a {@code long}. */
final class Arithmetic {

    private final BiConsumer<CelExpr, String> tell;

    Arithmetic(BiConsumer<CelExpr, String> tell) {
        this.tell = tell;
    }

    Form compare(CelExpr at, Comparison comparison, Form left, Form right) {
        if (isFigureOfAnotherKind(left, right) || isFigureOfAnotherKind(right, left)) {
            tell.accept(
                    at,
                    "%s and %s cannot be compared; only 0 and 1 may stand beside an amount"
                            .formatted(word(left), word(right)));
        }
        if (isAge(left) && left instanceof Form.Between age) {
            return new Form.AgeIs(comparison, age.unit(), age.from(), right);
        }
        if (isAge(right) && right instanceof Form.Between age) {
            return new Form.AgeIs(comparison.turned(), age.unit(), age.from(), left);
        }
        int scale = Math.max(left.type().scale(), right.type().scale());
        return new Form.Compare(comparison, scaled(at, left, scale), scaled(at, right, scale));
    }

    private static boolean isFigureOfAnotherKind(Form whole, Form other) {
        return whole.type().kind() == Kind.INT && other.type().kind() != Kind.INT && !(whole instanceof Form.Constant);
    }

    private static String word(Form form) {
        return form.type().kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isAge(Form form) {
        return form instanceof Form.Between between
                && between.unit() != Unit.DAYS
                && between.to() instanceof Form.Today;
    }

    Form of(CelExpr at, Operation operation, Form left, Form right) {
        if (operation == Operation.MULTIPLY) {
            return multiply(at, left, right);
        }
        int scale = Math.max(left.type().scale(), right.type().scale());
        var a = scaled(at, left, scale);
        var b = scaled(at, right, scale);
        var kind = a.type().kind() == Kind.UNROUNDED || b.type().kind() == Kind.UNROUNDED
                ? Kind.UNROUNDED
                : a.type().kind();
        long min = operation == Operation.SUBTRACT
                ? a.type().min() - b.type().max()
                : operation.of(a.type().min(), b.type().min());
        long max = operation == Operation.SUBTRACT
                ? a.type().max() - b.type().min()
                : operation.of(a.type().max(), b.type().max());
        return new Form.Arithmetic(operation, a, b, proven(at, FormType.of(kind, scale, min, max)));
    }

    private Form multiply(CelExpr at, Form left, Form right) {
        var a = left.type();
        var b = right.type();
        var kind = a.kind() == Kind.INT
                ? b.kind()
                : b.kind() == Kind.INT
                        ? a.kind()
                        : a.kind() == Kind.DECIMAL && b.kind() == Kind.DECIMAL ? Kind.DECIMAL : Kind.UNROUNDED;
        boolean overflows = Math.multiplyHigh(largest(a), largest(b)) != 0 || largest(a) * largest(b) < 0;
        long bound = overflows ? FormType.LIMIT : largest(a) * largest(b);
        var corners = overflows
                ? new long[] {-bound, bound}
                : new long[] {a.min() * b.min(), a.min() * b.max(), a.max() * b.min(), a.max() * b.max()};
        var type = FormType.of(
                kind,
                a.scale() + b.scale(),
                LongStream.of(corners).min().orElseThrow(),
                LongStream.of(corners).max().orElseThrow());
        return new Form.Arithmetic(Operation.MULTIPLY, left, right, proven(at, type));
    }

    private static long largest(FormType type) {
        return Math.max(Math.abs(type.min()), Math.abs(type.max()));
    }

    Form choice(Form condition, Form then, Form otherwise) {
        int scale = Math.max(then.type().scale(), otherwise.type().scale());
        var a = rescale(then, scale);
        var b = rescale(otherwise, scale);
        var type = new FormType(
                a.type().kind(),
                a.type().enumeration(),
                scale,
                Math.min(a.type().min(), b.type().min()),
                Math.max(a.type().max(), b.type().max()));
        return new Form.If(condition, a, b, type);
    }

    static Form round(Form of, long unit) {
        long perUnit = power(of.type().scale()) * unit;
        var type = FormType.of(
                Kind.DONG,
                0,
                Math.floorDiv(of.type().min(), perUnit) * unit,
                (Math.floorDiv(of.type().max(), perUnit) + 1) * unit);
        return perUnit == 1 ? of : new Form.Round(of, perUnit, unit, type);
    }

    static Form asDong(Form of) {
        return new Form.Rescale(
                of, 1, FormType.of(Kind.DONG, 0, of.type().min(), of.type().max()));
    }

    private Form scaled(CelExpr at, Form form, int scale) {
        var scaled = rescale(form, scale);
        var _ = proven(at, scaled.type());
        return scaled;
    }

    private static Form rescale(Form form, int scale) {
        var type = form.type();
        if (type.scale() == scale) {
            return form;
        }
        long factor = power(scale - type.scale());
        boolean fits = largest(type) <= FormType.LIMIT / factor;
        return new Form.Rescale(
                form,
                factor,
                FormType.of(
                        type.kind(),
                        scale,
                        fits ? type.min() * factor : -FormType.LIMIT,
                        fits ? type.max() * factor : FormType.LIMIT));
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }

    private FormType proven(CelExpr at, FormType type) {
        if (largest(type) >= FormType.LIMIT) {
            tell.accept(at, "the result could grow beyond any real amount; narrow the 'range' of the facts it uses");
            return FormType.of(type.kind(), type.scale(), -FormType.LIMIT, FormType.LIMIT);
        }
        return type;
    }
}
