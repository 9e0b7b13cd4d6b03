package org.ansinh.province;

import java.time.LocalDate;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/**
 * A decision as an office's register holds it at the cut-over.
 *
 * @param programme the id of the law pack's programme
 * @param inForce from the first day owed; an open end while it stands
 * @param amount what the register shows as last ordered: đồng a month, or a quarter for electricity
 * @param paidThrough the last day of the last month or quarter paid; nothing up to it is ever owed again
 */
public record GeneratedDecision(
        String programme,
        DecisionPaper paper,
        DateRange inForce,
        long amount,
        Optional<LocalDate> paidThrough,
        PayTo payTo) {}
