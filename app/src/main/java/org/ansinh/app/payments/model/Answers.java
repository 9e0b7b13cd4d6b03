package org.ansinh.app.payments.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.payments.StatementDesk.Said;

/**
 * What a file says, before it is matched with anything.
 *
 * @param kind pain.002, camt.054, list
 * @param whole what was said of all instructions of a file at once
 */
public record Answers(String kind, List<Answer> each, List<OfFile> whole) {

    /** @param reference how whoever pays calls the payment */
    public record Answer(
            String key,
            Optional<String> reference,
            Said said,
            Optional<Long> amount,
            LocalDate happenedOn,
            Optional<String> reason) {}

    /** @param message the name that the file of instructions gave itself */
    public record OfFile(String message, Said said, LocalDate happenedOn, Optional<String> reason) {}

    /** Something that is no answer: nothing of the file is taken. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String what;
        private final String where;

        /** @param what a word of {@code payments.answers.wrong.} */
        public Unreadable(String what, String where) {
            super(what + " " + where);
            this.what = what;
            this.where = where;
        }

        public String what() {
            return what;
        }

        public String where() {
            return where;
        }
    }
}
