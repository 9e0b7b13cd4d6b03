package org.ansinh.app.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/** Cash handed out in a village: who goes there and who watches, who signed, who was absent, what is left. What became of a line is reported as of every other (ADR 77). */
public interface CashDayDesk {

    /** Villages of a released dispatch of cash: with their pay day, or waiting for one. */
    List<Village> villages(long dispatchId);

    /** Who may be sent to hand out money in a commune. */
    List<Colleague> payers(String communeCode);

    Opened open(long dispatchId, Where where, Plan plan);

    /** While nothing is recorded; the second day also later, until it is used. */
    Optional<BrokenRule> change(long cashDayId, Plan plan);

    /** In the area; the newest first. */
    List<CashDay> latest(int atMost);

    Optional<CashDay> find(long cashDayId);

    List<Line> lines(long cashDayId);

    Recorded record(long cashDayId, Act act, List<String> keys, Receipt receipt);

    /** By somebody who neither paid nor recorded. */
    Optional<BrokenRule> close(long cashDayId, long counted);

    /** What is left of a closed day goes back to the Treasury. */
    Optional<BrokenRule> giveBack(long cashDayId, LocalDate on, String paper);

    /**
     * The paper to be signed; printing it stands in the audit.
     *
     * @param absent only those who were absent, for the second day
     */
    Optional<SignatureList> signatureList(long cashDayId, boolean absent);

    /** What happened to lines. */
    enum Act {
        PAID,
        ABSENT,
        /** It was a slip: nobody has spoken of them yet. */
        PRESENT,
        /** They did not come on the second day either. */
        NOT_COLLECTED,
        /** It was a slip, or they gave it back: their money is owed again. */
        CAME_BACK
    }

    enum State {
        OPEN,
        ABSENT,
        PAID,
        NOT_COLLECTED,
        CAME_BACK
    }

    /**
     * How money was received.
     *
     * @param fingerprint instead of a signature
     * @param representative who took it for whoever is named; none where they came themselves
     * @param words why money came back; empty otherwise
     */
    record Receipt(boolean fingerprint, Optional<Representative> representative, String words) {
        public static final Receipt SIGNED = new Receipt(false, Optional.empty(), "");
    }

    /**
     * Who takes money for somebody.
     *
     * @param relation to whoever is named
     * @param paper number of the paper that says they may
     */
    record Representative(String name, String relation, String paper, LocalDate paperOn) {}

    record Where(String communeCode, Optional<Integer> village) {}

    /**
     * What is known before the day.
     *
     * @param place as people know it
     * @param payer role of the officer who goes there
     * @param observer of the village or of people's organisations: a name, and what they speak for
     */
    record Plan(String place, LocalDate first, Optional<LocalDate> second, String payer, String observer) {}

    record Colleague(String role, String name) {}

    sealed interface Opened {
        record Done(long cashDayId) implements Opened {}

        record Refused(BrokenRule rule) implements Opened {}
    }

    sealed interface Recorded {
        /** @param lines that were recorded now; those that stood so already are left as they are */
        record Done(long lines) implements Recorded {}

        record Refused(BrokenRule rule) implements Recorded {}
    }

    /** @param day its number; none while no pay day was made */
    record Village(
            String communeCode,
            Optional<Integer> id,
            String name,
            long people,
            long amount,
            Optional<Long> day,
            boolean closed) {}

    record Sums(int people, long takenOut, int open, int absent, int paid, long paidAmount, int back, long backAmount) {
        /** What must be left, once everybody has been spoken of. */
        public long left() {
            return takenOut - paidAmount;
        }

        public boolean isAccounted() {
            return open + absent == 0;
        }
    }

    /** @param left what was counted */
    record Closing(String by, Instant at, long left, Optional<String> givenBack) {}

    record CashDay(
            long cashDayId,
            long dispatchId,
            String communeCode,
            Optional<Integer> village,
            String villageName,
            Plan plan,
            String payerName,
            Sums sums,
            String openedBy,
            Instant openedAt,
            Optional<Closing> closing) {
        /** Nothing was said of anybody yet: the plan may change. */
        public boolean isUntouched() {
            return sums.open() == sums.people();
        }
    }

    /**
     * Of one person, all months of a list.
     *
     * @param payeeId who is named to receive
     * @param birthYear of whoever is named; 0 where it is not known
     * @param diedOn whoever is named, or for whom it is, died by what the register knows
     */
    record Line(
            String key,
            int number,
            int payeeId,
            String payee,
            int birthYear,
            String beneficiary,
            List<YearMonth> months,
            long amount,
            State state,
            Optional<LocalDate> paidOn,
            Receipt receipt,
            Optional<LocalDate> diedOn) {
        public boolean isOpen() {
            return state == State.OPEN || state == State.ABSENT;
        }
    }

    /** @param absent whether it holds only those who were absent */
    record SignatureList(CashDay day, List<Line> lines, boolean absent) {
        public long total() {
            return lines.stream().mapToLong(Line::amount).sum();
        }
    }
}
