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

    /** Who stands for it; names of colleagues are no secret. */
    public record Signatures(
            String draftedBy,
            Optional<String> signedBy,
            Optional<LocalDate> signedOn,
            Optional<String> returnedBecause,
            boolean takenOver,
            Optional<String> office) {}

    public boolean isDraft() {
        return state.equals("draft");
    }

    public boolean isSigned() {
        return state.equals("signed");
    }
}
