package org.ansinh.app.registry;

import java.time.LocalDate;
import java.util.List;

/**
 * Whom a change touched: first those it speaks of, then those they live with, then those they are bound to; only people whom whoever acts may see.
 *
 * @param since the first day on which anything became different
 */
public record Touched(List<Somebody> people, List<Home> households, LocalDate since) {

    public static final Touched NOBODY = new Touched(List.of(), List.of(), LocalDate.EPOCH);

    public Touched {
        people = List.copyOf(people);
        households = List.copyOf(households);
    }

    /**
     * Somebody and who they are.
     *
     * @param spokenOf whether the change speaks of them
     * @param fresh whether they come into the register by it
     */
    public record Somebody(
            int personId, String name, LocalDate born, String bornPrecision, boolean spokenOf, boolean fresh) {}

    public record Home(int householdId, String code) {}
}
