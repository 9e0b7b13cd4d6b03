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
        if (right instanceof Form.Today && !(left instanceof Form.Today)) {
            return compare(at, comparison.turned(), right, left);
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

    static Form round(Form of, Rounding rounding) {
        long unit = rounding.unit();
        long perUnit = power(of.type().scale()) * unit;
        if (perUnit == 1) {
            return of.type().kind() == Kind.DONG ? of : asDong(of);
        }
        var type = FormType.of(
                Kind.DONG,
                0,
                Math.floorDiv(of.type().min(), perUnit) * unit,
                (Math.floorDiv(of.type().max(), perUnit) + 1) * unit);
        return new Form.Round(of, rounding.mode(), perUnit, unit, type);
    }

    /** So many hundredths of an amount: the product, with two more digits after the point. */
    Form percent(CelExpr at, Form rate, Form amount) {
        var product = multiply(at, rate, amount);
        var type = product.type();
        return new Form.Arithmetic(
                Operation.MULTIPLY,
                rate,
                amount,
                FormType.of(Kind.UNROUNDED, type.scale() + 2, type.min(), type.max()));
    }

    Form divide(CelExpr at, Form of, Form by, Rounding rounding) {
        if (by.type().min() < 1) {
            tell.accept(at, "what is divided by could be 0; narrow its 'range' or its values to at least 1");
        }
        long unit = rounding.unit();
        var a = scaled(at, of, of.type().scale() + by.type().scale());
        var b = scaled(at, by, of.type().scale() + by.type().scale());
        var _ = proven(
                at,
                FormType.of(
                        Kind.INT,
                        0,
                        0,
                        largest(b.type()) > FormType.LIMIT / unit ? FormType.LIMIT : largest(b.type()) * unit));
        long least = Math.max(1, b.type().min()) * unit;
        return new Form.Divide(
                a,
                b,
                rounding.mode(),
                unit,
                FormType.of(
                        Kind.DONG,
                        0,
                        (Math.floorDiv(Math.min(0, a.type().min()), least)) * unit,
                        (Math.floorDiv(Math.max(0, a.type().max()), least) + 1) * unit));
    }

    /** The type of a sum over so many. */
    FormType sum(CelExpr at, FormType of, long most) {
        boolean fits = largest(of) <= FormType.LIMIT / most;
        return proven(
                at,
                FormType.of(
                        of.kind(),
                        of.scale(),
                        fits ? Math.min(0, of.min()) * most : -FormType.LIMIT,
                        fits ? Math.max(0, of.max()) * most : FormType.LIMIT));
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

    static Form rescale(Form form, int scale) {
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

    static long power(int digits) {
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
