package org.ansinh.app.exchange;

import java.util.Optional;

/**
 * One line of a month beside the office's own list.
 *
 * @param cause the key of the reason ({@code exchange.cause.KEY}); empty where the lines are equal
 * @param detail facts that are missing, where that is the cause
 */
public record ComparedLine(Outcome outcome, Optional<Ours> ours, Optional<Theirs> theirs, String cause, String detail) {

    /** A row of the office's list. */
    public record Theirs(int row, String key, String number, String name, int birthYear, long amount) {}

    /**
     * Somebody of the register with what the month's determination says of them.
     *
     * @param answer {@code m} met, {@code n} not met but decided, {@code u} undetermined; empty where the law gives nothing and nothing was decided
     * @param missing facts to ask, comma between
     */
    public record Ours(
            int subject,
            String key,
            String number,
            String name,
            int birthYear,
            long owed,
            String answer,
            boolean decided,
            boolean unverified,
            boolean died,
            String missing) {}

    /** How a line of the comparison came out. */
    public enum Outcome {
        EQUAL,
        DIFFERS,
        ONLY_HERE,
        ONLY_THERE
    }
}
