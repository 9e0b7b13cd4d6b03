package org.ansinh.rules.language;

import org.ansinh.rules.pack.ValueType;
import org.ansinh.timeline.DateRange;

/**
 * The type of a form: what it is, its decimal scale, and the smallest and largest value it can take. The bounds come from
 * the dictionary and the parameters, and prove when a pack is loaded that nothing can overflow.
 */
public record FormType(Kind kind, String enumeration, int scale, long min, long max) {

    /** No value may reach this, so that a sum of 63 amounts still fits a {@code long}. */
    public static final long LIMIT = 1L << 56;

    /** What a value is; unrounded is đồng with a fraction, which no one can be paid before it is rounded. */
    public enum Kind {
        BOOL,
        INT,
        DONG,
        UNROUNDED,
        DECIMAL,
        DAY,
        ENUM
    }

    public static final FormType BOOL = new FormType(Kind.BOOL, "", 0, 0, 1);

    public static final FormType DAY =
            new FormType(Kind.DAY, "", 0, DateRange.FIRST_DAY.toEpochDay(), DateRange.LAST_DAY.toEpochDay());

    public static FormType of(Kind kind, int scale, long min, long max) {
        return new FormType(kind, "", scale, min, max);
    }

    static FormType of(ValueType type, long min, long max) {
        return switch (type.kind()) {
            case BOOL -> BOOL;
            case INT -> of(Kind.INT, 0, min, max);
            case DONG -> of(Kind.DONG, 0, min, max);
            case DECIMAL -> of(Kind.DECIMAL, type.scale(), min, max);
            case DAY -> of(Kind.DAY, 0, min, max);
            case ENUM -> new FormType(Kind.ENUM, type.enumeration().orElseThrow(), 0, min, max);
            case TEXT ->
                throw new IllegalArgumentException("texts are kept and shown, but the law does not reason with them");
        };
    }
}
