package org.ansinh.rules.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every fact, enumeration and relation a pack knows, and how a value is written and carried. */
public record Dictionary(
        Map<String, Enumeration> enumerations,
        List<FactDefinition> facts,
        List<RelationDefinition> relations,
        List<Definition> definitions) {

    public Optional<FactDefinition> fact(String id) {
        return facts.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<RelationDefinition> relation(String id) {
        return relations.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<Definition> definition(String id) {
        return definitions.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Enumeration enumeration(String id) {
        var found = enumerations.get(id);
        if (found == null) {
            throw new IllegalArgumentException("The dictionary has no enumeration %s.".formatted(id));
        }
        return found;
    }

    /** Turns what is written into the {@code long} it is carried as, or says what was expected instead. */
    public long carried(ValueType type, String written) {
        return switch (type.kind()) {
            case BOOL -> carriedBool(written);
            case INT, DONG -> carriedWhole(type, written);
            case DECIMAL -> carriedDecimal(type, written);
            case DAY -> carriedDay(written);
            case ENUM -> carriedEnum(type, written);
            case TEXT -> 0;
        };
    }

    private static long carriedBool(String written) {
        return switch (written) {
            case "true" -> 1;
            case "false" -> 0;
            default -> throw new IllegalArgumentException("expected true or false, found '%s'".formatted(written));
        };
    }

    private static long carriedWhole(ValueType type, String written) {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "expected a whole %s without separators, found '%s'"
                            .formatted(type.kind() == ValueType.Kind.DONG ? "amount in đồng" : "number", written),
                    notANumber);
        }
    }

    private static long carriedDecimal(ValueType type, String written) {
        try {
            return new BigDecimal(written)
                    .setScale(type.scale())
                    .unscaledValue()
                    .longValueExact();
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "expected a decimal number such as 1.5, found '%s'".formatted(written), notANumber);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    "expected at most %d digits after the point, found '%s'".formatted(type.scale(), written), tooFine);
        }
    }

    private static long carriedDay(String written) {
        try {
            return LocalDate.parse(written).toEpochDay();
        } catch (DateTimeParseException notADay) {
            throw new IllegalArgumentException("expected a day as YYYY-MM-DD, found '%s'".formatted(written), notADay);
        }
    }

    private long carriedEnum(ValueType type, String written) {
        var list = enumeration(type.enumeration().orElseThrow());
        int ordinal = list.ordinalOf(written);
        if (ordinal < 0) {
            var known = list.values().stream().map(Enumeration.Value::id).toList();
            throw new IllegalArgumentException(
                    "expected one of %s, found '%s'%s".formatted(known, written, Spelling.suggestion(written, known)));
        }
        return ordinal;
    }

    /** The way back: how a carried value is written in a file. */
    public String written(ValueType type, long value) {
        return switch (type.kind()) {
            case BOOL -> value == 1 ? "true" : "false";
            case INT, DONG -> Long.toString(value);
            case DECIMAL ->
                BigDecimal.valueOf(value, type.scale()).stripTrailingZeros().toPlainString();
            case DAY -> LocalDate.ofEpochDay(value).toString();
            case ENUM ->
                enumeration(type.enumeration().orElseThrow())
                        .values()
                        .get((int) value)
                        .id();
            case TEXT -> "";
        };
    }
}
