package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Programme.Payee;
import org.ansinh.rules.pack.Text;

/**
 * Money owed for one month, quarter, term, year or event, with the rule that turned days into money. It falls due in the
 * month {@code due}; what sums several months, in the last of them.
 */
public record OwedLine(
        OwedPeriod period,
        YearMonth due,
        long amount,
        Payee payee,
        List<String> provisions,
        Optional<LocalDate> signed,
        List<Because> because) {

    /** One sentence of why this much and no more, with its place in the law. */
    public record Because(String code, Text says, Optional<Basis> basis) {}
}
