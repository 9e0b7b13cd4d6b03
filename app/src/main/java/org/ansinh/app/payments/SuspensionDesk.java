package org.ansinh.app.payments;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/**
 * Payment rests by a decision under two signatures, for a cause the law names, and goes on by another. What is owed goes on being owed: it comes with the first list after
 * payment goes on.
 */
public interface SuspensionDesk {

    /** A programme, and whose payment it is. */
    record About(String programme, boolean household, int subjectId, String communeCode) {}

    /**
     * A rule of the law pack.
     *
     * @param basis the article it stands in
     * @param afterMonths how long it must have lasted
     * @param certain whether it was compared with the official text
     */
    record Ground(String id, String says, String basis, Optional<Integer> afterMonths, boolean certain) {}

    /** For which causes the law lets payment of a programme rest today. */
    List<Ground> grounds(String programme, Locale locale);

    /** The rule by which the law lets the right end, once a suspension in force has lasted as long as it says; an officer proposes it, nothing ends by itself. */
    Optional<Ground> stopDue(Suspension suspension, Locale locale);

    /** What the law says of money that was paid and is not owed, in a programme today. */
    List<Ground> recoveries(String programme, Locale locale);

    /** Whoever did not come for their money for so many months in a row that the law lets payment rest. */
    List<NotFetched> notFetched(String programme, String communeCode, YearMonth through);

    /** @param ground the rule it rests on */
    record NotFetched(
            boolean household, int subjectId, String name, YearMonth first, int months, long amount, String ground) {}

    Drafted draft(About about, String ground, String cause);

    /** How it went. */
    sealed interface Drafted {
        record Done(long suspensionId) implements Drafted {}

        record Refused(BrokenRule rule) implements Drafted {}
    }

    /** Signs the suspension, or that payment goes on: whatever is drafted. */
    Optional<BrokenRule> sign(long suspensionId);

    Optional<BrokenRule> sendBack(long suspensionId, String because);

    /** Drafts that payment goes on. */
    Optional<BrokenRule> resume(long suspensionId, String because);

    /** What waits for a signature first, then what is in force, the newest first. */
    List<Suspension> latest(int atMost);

    Optional<Suspension> find(long suspensionId);

    enum State {
        DRAFT,
        RETURNED,
        IN_FORCE,
        RESUME_DRAFTED,
        ENDED
    }

    /** What an officer did, when, and with which words or number; empty where there are none. */
    record Act(String officer, Instant at, String words) {}

    record Suspension(
            long suspensionId,
            About about,
            String name,
            String ground,
            String cause,
            State state,
            Act drafted,
            Optional<Act> signed,
            Optional<Act> resumeDrafted,
            Optional<Act> resumed,
            Optional<Act> returned) {

        /** Waits for somebody with the authority. */
        public boolean isToSign() {
            return state == State.DRAFT || state == State.RESUME_DRAFTED;
        }
    }
}
