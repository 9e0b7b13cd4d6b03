package org.ansinh.rules.generated;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Chance that repeats itself from a seed. */
public final class Dice {

    /** The month on which most changes fall, so that they are met when that month is asked about. */
    public static final LocalDate MIDDLE = LocalDate.of(2024, 7, 1);

    private final Random random;

    public Dice(long seed) {
        this.random = new Random(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    @SafeVarargs
    public final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Half of all days fall into the middle month, half anywhere in two years before and half a year after. */
    public LocalDate day() {
        return oneIn(2) ? MIDDLE.plusDays(below(31)) : MIDDLE.minusDays(730).plusDays(below(910));
    }
}
