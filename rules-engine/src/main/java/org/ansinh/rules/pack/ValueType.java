package org.ansinh.rules.pack;

import java.util.Optional;

/** What a value is. Every value is carried as a {@code long}; {@link Dictionary} turns text into it and back. */
public record ValueType(Kind kind, Optional<String> enumeration, int scale) {

    /** The scale in which facts of type decimal are carried, the same as in the register's columns. */
    public static final int FACT_SCALE = 3;

    public static final ValueType BOOL = new ValueType(Kind.BOOL, Optional.empty(), 0);
    public static final ValueType INT = new ValueType(Kind.INT, Optional.empty(), 0);
    public static final ValueType DONG = new ValueType(Kind.DONG, Optional.empty(), 0);
    public static final ValueType DAY = new ValueType(Kind.DAY, Optional.empty(), 0);
    public static final ValueType TEXT = new ValueType(Kind.TEXT, Optional.empty(), 0);

    public static ValueType decimal(int scale) {
        return new ValueType(Kind.DECIMAL, Optional.empty(), scale);
    }

    public static ValueType enumeration(String id) {
        return new ValueType(Kind.ENUM, Optional.of(id), 0);
    }

    /** The kinds of value the law's language knows; text is kept and shown but never reasoned with. */
    public enum Kind {
        BOOL,
        INT,
        DONG,
        DECIMAL,
        DAY,
        ENUM,
        TEXT
    }
}
