package org.ansinh.rules.language;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A named way of rounding: which multiple of how many đồng is taken. */
public record Rounding(Mode mode, long unit) {

    /** Which of the two multiples a number lies between. Down and up are on the number line: down of -1.5 is -2. */
    public enum Mode {
        HALF_UP,
        DOWN,
        UP;

        /** The multiples of {@code perUnit} in a number, rounded so. */
        public long units(long value, long perUnit) {
            return switch (this) {
                case HALF_UP -> Math.floorDiv(value + perUnit / 2, perUnit);
                case DOWN -> Math.floorDiv(value, perUnit);
                case UP -> -Math.floorDiv(-value, perUnit);
            };
        }
    }

    static final Rounding TO_DONG = new Rounding(Mode.HALF_UP, 1);
    static final Rounding TO_THOUSAND = new Rounding(Mode.HALF_UP, 1_000);

    private static final Map<String, Long> UNITS =
            Map.of("dong", 1L, "hundred", 100L, "thousand", 1_000L, "ten_thousand", 10_000L);

    /** Every way by its name in an expression: {@code rounding.half_up_to_thousand}. */
    static Map<String, Rounding> all() {
        var all = new LinkedHashMap<String, Rounding>();
        for (var mode : Mode.values()) {
            UNITS.forEach((name, unit) -> all.put(
                    "rounding." + mode.name().toLowerCase(Locale.ROOT) + "_to_" + name, new Rounding(mode, unit)));
        }
        return all;
    }
}
