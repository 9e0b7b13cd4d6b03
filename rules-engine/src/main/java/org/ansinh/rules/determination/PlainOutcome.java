package org.ansinh.rules.determination;

/**
 * An outcome for one month without its reasons.
 *
 * <p>{@code answer} and {@code amount} are those of the last day of the month that is best for the subject: met before
 * undetermined before not met, later before earlier. {@code amount} is what may be decided (the floor when undetermined).
 * {@code owed} counts signed decisions only. {@code provisions} and {@code missing} are sets of bits: provision {@code i}
 * of the programme, fact {@code i} of {@code Determiner.askedFacts()}.
 */
public record PlainOutcome(
        int programme, Answer answer, long amount, long owed, long provisions, long missing, boolean unverified) {}
