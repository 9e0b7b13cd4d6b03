package org.ansinh.app.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/** What the bank and the post say of instructions: files taken in once, each line judged and kept, what does not match settled by an officer's word. */
public interface StatementDesk {

    /** Takes in a file: pain.002, camt.054, or the list of the post with its results. */
    Taken take(String name, byte[] content);

    /** One answer on paper. */
    Taken take(PaperAnswer answer);

    List<Statement> latest(int atMost);

    Optional<Statement> find(long statementId);

    /** Lines that need somebody first. */
    List<AnswerLine> lines(long statementId, int offset, int limit);

    /** In an officer's words, what was done about a line that does not match. */
    Optional<BrokenRule> settle(long statementId, int line, String words);

    /** What lies with banks, the post and cash desks of the area. */
    List<AtProvider> providers();

    Taken giveBack(GivingBack back);

    /** How it went. */
    sealed interface Taken {
        /** @param again the same file was taken in before */
        record Done(long statementId, boolean again) implements Taken {}

        record Refused(BrokenRule rule) implements Taken {}

        /**
         * Not a file that can be read; nothing was taken.
         *
         * @param what a word of {@code payments.answers.wrong.}
         * @param where the line or element, empty for the whole
         */
        record NotRead(String what, String where) implements Taken {}
    }

    /** What was said of an instruction. */
    enum Said {
        ACCEPTED,
        PAID,
        RETURNED,
        NOT_COLLECTED
    }

    /** How a line stands to its instruction. */
    enum Finding {
        MATCHED,
        KNOWN,
        LATE,
        UNKNOWN,
        AMOUNT_DIFFERS,
        PAID_TWICE,
        CONFLICT,
        NOT_YET;

        public boolean needsSomebody() {
            return ordinal() > LATE.ordinal();
        }
    }

    record PaperAnswer(String key, Said said, long amount, LocalDate happenedOn, String paper, String reason) {}

    record Statement(
            long statementId,
            String name,
            String kind,
            String takenBy,
            Instant takenAt,
            long lines,
            long matched,
            long known,
            long open,
            long settled) {}

    record AnswerLine(
            int number,
            String key,
            Optional<String> payee,
            Optional<String> reference,
            Said said,
            Optional<Long> amount,
            LocalDate happenedOn,
            Optional<String> reason,
            Finding finding,
            Optional<String> settled) {}

    record AtProvider(String communeCode, String channel, long balance, long onWay) {
        public long free() {
            return Math.max(0, balance - onWay);
        }
    }

    record GivingBack(String communeCode, String channel, long amount, LocalDate happenedOn, String paper) {}
}
