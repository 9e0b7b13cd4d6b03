package org.ansinh.rules.pack;

import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/**
 * What becomes of a signed decision when something happens to whoever receives: money nobody fetched, a move to another
 * commune, money paid without right. {@code afterMonths} is how long it must have lasted, {@code byDecision} whether it
 * happens only when somebody signs, {@code follows} the rule of the same programme that must have been applied before: a
 * suspension that lasted.
 */
public record Handling(
        String id,
        List<String> programmes,
        Does does,
        Text says,
        Optional<Integer> afterMonths,
        Optional<String> follows,
        boolean byDecision,
        DateRange days,
        Basis basis,
        Certainty certainty,
        Place place) {

    /** What is done: money is put on the next list, payment rests, goes on, ends, goes to another place, is taken back, or goes to the relatives of whoever died. */
    public enum Does {
        CARRY_OVER,
        SUSPEND,
        RESUME,
        STOP,
        TRANSFER,
        RECOVER,
        PAY_RELATIVES
    }
}
