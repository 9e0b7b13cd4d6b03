package org.ansinh.province;

import java.time.LocalDate;

/** What a province is made from. The same recipe gives the same people, byte for byte, on any machine. */
public record Recipe(int people, long seed, LocalDate today) {

    /** The registered population of Cao Bằng in 2025, the sum of its 56 communes. */
    public static final int WHOLE_PROVINCE = 573_119;

    /** The first day the tables of the province reach. */
    public static final LocalDate EARLIEST = LocalDate.of(2026, 2, 1);

    public Recipe {
        if (people < 1) {
            throw new IllegalArgumentException("A province needs at least one person, not %d.".formatted(people));
        }
        if (today.isBefore(EARLIEST)) {
            throw new IllegalArgumentException(
                    "The tables of the province reach from %s on, and %s is before it; choose a later day."
                            .formatted(EARLIEST, today));
        }
    }
}
