package org.ansinh.app.payments.model;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * An instruction as a file has it: to whom, where, how much, under which key.
 *
 * @param holder whose account it is, where that is known: the name by which a bank knows it
 */
public record Order(
        String key,
        String payee,
        String beneficiary,
        Optional<String> personalNumber,
        String village,
        Optional<String> bank,
        Optional<String> account,
        Optional<String> holder,
        List<YearMonth> months,
        long amount) {

    /** Under which name the account stands: its holder's, or as far as anybody knows its payee's. */
    public String accountName() {
        return holder().orElse(payee());
    }
}
