package org.ansinh.app.casework;

import java.time.LocalDate;

/**
 * A decision signed before this system, also of a district that no longer exists: it stays in force under its own number.
 *
 * @param amount the level a month, đồng
 * @param periodMonths how many months one payment covers: 1, or 3 for a quarter
 * @param payeeKind as the pack says: beneficiary, household_head, carer
 */
public record DecisionInForce(
        boolean household,
        int subjectId,
        String programme,
        SignedPaper paper,
        LocalDate effectiveFrom,
        long amount,
        int periodMonths,
        String payeeKind) {

    /**
     * The paper itself.
     *
     * @param office who issued it, as it stands there
     * @param signerTitle the title under the signature; empty where nobody wrote it down
     * @param signerName the name under the signature; empty where nobody wrote it down
     */
    public record SignedPaper(
            String number, LocalDate signedOn, String office, String signerTitle, String signerName) {}
}
