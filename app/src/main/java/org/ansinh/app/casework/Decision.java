package org.ansinh.app.casework;

import java.time.LocalDate;
import java.util.Optional;

/** A decision as lists and pages show it. {@code amount} is the frozen level a month, đồng. */
public record Decision(
        DecisionId id,
        String programme,
        String kind,
        boolean household,
        int subjectId,
        String name,
        Place place,
        long amount,
        String cause,
        String state,
        boolean unverified,
        Optional<String> number,
        Optional<LocalDate> effectiveFrom,
        Signatures signatures,
        String determination) {

    /** Where the subject was registered when it was drafted. */
    public record Place(String communeCode, String village) {}

    /**
     * Who stands for it; names of colleagues are no secret.
     *
     * @param signerTitle of a decision taken over as its paper says; of our own the authority, a word of the pack
     */
    public record Signatures(
            String draftedBy,
            Optional<String> signedBy,
            Optional<LocalDate> signedOn,
            Optional<String> returnedBecause,
            boolean takenOver,
            Optional<String> office,
            Optional<String> signerTitle) {}

    /** For whoever may not be told what it rests on. */
    public Decision withoutDetermination() {
        return new Decision(
                id,
                programme,
                kind,
                household,
                subjectId,
                name,
                place,
                amount,
                cause,
                state,
                unverified,
                number,
                effectiveFrom,
                signatures,
                "");
    }

    public boolean isDraft() {
        return state.equals("draft");
    }

    public boolean isSigned() {
        return state.equals("signed");
    }
}
