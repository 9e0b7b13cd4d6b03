package org.ansinh.app.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/**
 * What was paid and is not owed comes back by a decision that one officer drafts and another signs, and by nothing else: an instalment of each later list, or money that the
 * family brings.
 */
public interface RecoveryDesk {

    /** A programme, and who was paid too much in it. */
    record About(String programme, boolean household, int subjectId, String communeCode) {}

    record Month(YearMonth month, long amount) {}

    /** What of it is neither owed nor decided, as far as it was worked out through a month. */
    List<Month> overpaid(About about, YearMonth through);

    /** @param instalment đồng a list; none where the family pays back */
    Drafted draft(About about, YearMonth through, Optional<Long> instalment, String cause);

    /** How it went. */
    sealed interface Drafted {
        record Done(long recoveryId) implements Drafted {}

        record Refused(BrokenRule rule) implements Drafted {}
    }

    Optional<BrokenRule> sign(long recoveryId);

    Optional<BrokenRule> sendBack(long recoveryId, String because);

    /** No longer pursued; what came back stays given back. */
    Optional<BrokenRule> end(long recoveryId, String because);

    /** Money that was brought; told twice it is once. */
    Optional<BrokenRule> repay(long recoveryId, long amount, LocalDate on, String document);

    /** Drafts first, then what is still to come back, the newest first. */
    List<Recovery> latest(int atMost);

    Optional<Recovery> find(long recoveryId);

    List<Month> months(long recoveryId);

    /** What came back, the newest first. */
    List<Step> steps(long recoveryId);

    /** How much of a month's money reaches its payee whatever is deducted, in percent: the office's setting, not law. */
    int keptPercent();

    Optional<BrokenRule> setKeptPercent(int percent);

    enum State {
        DRAFT,
        SIGNED,
        RETURNED,
        ENDED
    }

    /** How far it is, in đồng; what a draft list keeps back is on its way. */
    record Standing(long total, long deducted, long onDrafts, long repaid) {
        public long left() {
            return total - deducted - repaid;
        }
    }

    /** An act of an officer at a moment. */
    record Act(String officer, Instant at) {}

    /**
     * @param number of the office's book of decisions, 12/2026; empty before the signature
     * @param closed who sent the draft back or ended what was signed, and why
     */
    record Recovery(
            long recoveryId,
            About about,
            String name,
            Optional<Long> instalment,
            int keptPercent,
            String cause,
            State state,
            Act drafted,
            Optional<Act> signed,
            String number,
            Optional<Act> closed,
            String because,
            Standing standing) {}

    /** Money that came back: of a list, or brought with a paper. */
    record Step(
            Optional<Long> payrollId,
            Optional<YearMonth> listMonth,
            long amount,
            LocalDate on,
            String document,
            boolean draft) {}
}
