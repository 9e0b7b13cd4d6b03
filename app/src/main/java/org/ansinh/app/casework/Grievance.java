package org.ansinh.app.casework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody says against a decision, against what somebody did, or of how things go.
 *
 * @param kind complaint, denunciation or feedback: the three registers of the law
 * @param instance of a complaint: 1, or 2 where the answer to the first was complained of
 */
public record Grievance(
        long id, String kind, int instance, About about, Said said, Terms terms, Work work, Answer answer) {

    /**
     * What it is about.
     *
     * @param decision what it is against, where that is a decision of this house
     * @param subjectId whose case it is; 0 where it is nobody's
     * @param name of the subject, where whoever asks may see it
     * @param kindOfDecision grant, refuse, adjust, stop; empty where it is against none
     */
    public record About(
            String communeCode,
            Optional<DecisionId> decision,
            String decisionNumber,
            String kindOfDecision,
            String programme,
            boolean household,
            int subjectId,
            String name) {}

    /** As it was said. @param signedAs none, signature or fingerprint */
    public record Said(
            String name,
            String contact,
            String way,
            String signedAs,
            String says,
            String wants,
            String against,
            LocalDate receivedOn,
            Optional<LocalDate> learntOn,
            String lateBecause) {}

    /** Days of the law: by when it could be filed, must be accepted, must be resolved. */
    public record Terms(
            Optional<LocalDate> fileBy,
            Optional<LocalDate> acceptBy,
            Optional<LocalDate> acceptedOn,
            Optional<LocalDate> dueOn,
            boolean complex,
            boolean remote) {}

    /** @param number of the commune's register of the kind, as 12/2026; @param officer the name in the database of whoever works on it */
    public record Work(
            String state, String number, String officerName, Optional<String> officer, Optional<Long> next) {}

    /** @param finding right, partly or wrong; empty before it is proposed, and for feedback */
    public record Answer(
            String finding,
            String conclusion,
            String proposedBy,
            String resolvedBy,
            Optional<LocalDate> resolvedOn,
            String number,
            String because) {}

    public boolean isComplaint() {
        return kind.equals("complaint");
    }

    public boolean isOpen() {
        return work.state().equals("received")
                || work.state().equals("accepted")
                || work.state().equals("proposed");
    }

    public boolean isIn(String state) {
        return work.state().equals(state);
    }

    /** The next day of the law that must be kept. */
    public Optional<LocalDate> mustBy() {
        return isIn("received") ? terms.acceptBy() : terms.dueOn();
    }

    public boolean isLateOn(LocalDate day) {
        return isOpen() && mustBy().filter(it -> it.isBefore(day)).isPresent();
    }

    /** Filed after the last day on which the law lets it be filed. */
    public boolean wasFiledLate() {
        return isComplaint()
                && terms.fileBy().filter(it -> said.receivedOn().isAfter(it)).isPresent();
    }
}
