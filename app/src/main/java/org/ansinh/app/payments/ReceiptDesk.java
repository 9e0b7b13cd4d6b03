package org.ansinh.app.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Receipt codes: whoever holds a paper of an approved list asks, without signing in, whether its payment is real. */
public interface ReceiptDesk {

    /**
     * Answers in the reader's language.
     *
     * @param visitor where it is asked from; it is kept as a digest of the day only
     */
    Checked check(String typed, String visitor, Locale locale);

    /** What is answered. */
    sealed interface Checked {
        /** Cannot be a code: a sign is wrong, or two changed places. */
        record Mistyped() implements Checked {}

        /** A whole code, and nobody has it. */
        record Unknown() implements Checked {}

        /** Too many wrong codes from there; not asked at all. */
        record TooMany() implements Checked {}

        /**
         * What stands on the paper.
         *
         * @param programme as it is called; none where its name would tell
         * @param name N. T. Hoa
         * @param state approved, on_way, paid or back
         * @param day when it was paid, or came back
         */
        record Real(
                Optional<String> programme,
                String name,
                List<YearMonth> months,
                long amount,
                String state,
                Optional<LocalDate> day)
                implements Checked {}
    }
}
