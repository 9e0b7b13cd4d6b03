package org.ansinh.app.payments;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/** What looks wrong on a list before anybody is paid. Grave warnings need an officer's word before the list is approved; none of them takes anything away. */
public interface WarningDesk {

    /** Grave ones first, those without an answer before the others. */
    List<Warning> warnings(long payrollId);

    /** In an officer's words, what was found out about it. */
    Optional<BrokenRule> answer(long payrollId, String warning, boolean household, int subjectId, String words);

    /** A kind of warning; its words are {@code payments.warning.KIND}, of some with the last part of what it rests on. */
    enum Kind {
        SHARED_ACCOUNT,
        COLLECTOR,
        AFTER_DEATH,
        PAYEE_DEAD,
        SAME_PERSON,
        VERY_OLD,
        LIVES_ELSEWHERE,
        HOLDER_DIFFERS,
        BANK_UNKNOWN,
        BANK_GONE,
        ACCOUNT_ODD,
        STAFF,
        PROVIDER_ENDED,
        RECEIVES_OTHERWISE
    }

    /**
     * About one beneficiary.
     *
     * @param about what it rests on, in parts: an account and for how many households, a day, a commune's code
     * @param own about whoever reads it, or somebody they live with: another officer answers
     */
    record Warning(
            Kind kind,
            boolean grave,
            boolean household,
            int subjectId,
            String name,
            List<String> about,
            boolean own,
            Optional<String> answer,
            Optional<String> by) {
        /** Key of its sentence: of an officer there is one for each tie, of another way to receive one for each way it was. */
        public String text() {
            boolean isOneOfSome = kind == Kind.STAFF || kind == Kind.RECEIVES_OTHERWISE;
            return "payments.warning." + kind + (isOneOfSome ? "." + about.getLast() : "");
        }

        /** Light ones are shown, and that is all; but of an officer somebody may have to say something before that officer approves the list. */
        public boolean mayBeAnswered() {
            return answer.isEmpty() && !own && (grave || kind == Kind.STAFF);
        }

        /** Nobody approves the list before somebody has looked. */
        public boolean isOpen() {
            return grave && answer.isEmpty();
        }
    }
}
