package org.ansinh.app.casework;

import java.time.LocalDate;

/**
 * A decision signed before this system, also of a district that no longer exists: it stays in force under its own number.
 *
 * @param office who issued it, as it stands on the paper
 * @param signerTitle the title under the signature
 * @param amount the level a month, đồng
 * @param periodMonths how many months one payment covers: 1, or 3 for a quarter
 * @param payeeKind as the pack says: beneficiary, household_head, carer
 */
public record DecisionInForce(
        boolean household,
        int subjectId,
        String programme,
        String number,
        LocalDate signedOn,
        LocalDate effectiveFrom,
        String office,
        String signerTitle,
        long amount,
        int periodMonths,
        String payeeKind) {}
