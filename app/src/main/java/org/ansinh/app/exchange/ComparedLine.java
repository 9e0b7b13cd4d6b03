package org.ansinh.app.exchange;

import java.util.Optional;

/**
 * One line of a month beside the office's own list.
 *
 * @param cause the key of the reason ({@code exchange.cause.KEY}); empty where the lines are equal
 * @param detail what the reason speaks of: facts that are missing, the level of the decision, the name the register has
 */
public record ComparedLine(Outcome outcome, Optional<Ours> ours, Optional<Theirs> theirs, String cause, String detail) {

    /**
     * A row of the office's list.
     *
     * @param repaired the number as it was written, where its zeros were restored; else empty
     */
    public record Theirs(
            int row, String key, String number, String repaired, String name, int birthYear, long amount) {}

    /**
     * Somebody of the register with what the month's determination says of them.
     *
     * @param answer {@code m} met, {@code n} not met but decided, {@code u} undetermined; empty where the law gives nothing and nothing was decided
     * @param level of the decision in force that month, đồng a month; 0 where there is none
     * @param missing facts to ask, comma between
     */
    public record Ours(
            int subject,
            String key,
            String number,
            String name,
            int birthYear,
            String village,
            long owed,
            long level,
            Standing standing,
            String missing) {

        /** The same person on a line that nothing is owed for. */
        public Ours owingNothing() {
            return new Ours(subject, key, number, name, birthYear, village, 0, level, standing, missing);
        }
    }

    /** Where somebody stands in the month, as the determination found it. */
    public record Standing(String answer, boolean decided, boolean unverified, boolean died) {
        public static final Standing NONE = new Standing("", false, false, false);
    }

    /** How a line of the comparison came out. */
    public enum Outcome {
        EQUAL,
        DIFFERS,
        ONLY_HERE,
        ONLY_THERE
    }
}
