package org.ansinh.rules.determination;

import java.time.YearMonth;

/**
 * What signed decisions owe one subject by one programme for one month.
 *
 * @param inForce whether a decision was in force on some day of the month, whatever it owes
 * @param amount what is owed; while something must still be asked, what is certain of it
 * @param provisions a set of bits: the provisions the amount is made of
 * @param missing a set of bits: the facts to ask before the month has its answer, as in {@link PlainOutcome}
 * @param unverified the amount rests on law that nobody has confirmed or released
 */
public record DecidedMonth(
        YearMonth month, boolean inForce, long amount, long provisions, long missing, boolean unverified) {

    /** Equal but for the month. */
    public boolean isLike(DecidedMonth other) {
        return inForce == other.inForce
                && amount == other.amount
                && provisions == other.provisions
                && missing == other.missing
                && unverified == other.unverified;
    }
}
