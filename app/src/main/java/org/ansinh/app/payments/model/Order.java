package org.ansinh.app.payments.model;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** An instruction as a file has it: to whom, where, how much, under which key. */
public record Order(
        String key,
        String payee,
        String beneficiary,
        Optional<String> personalNumber,
        String village,
        Optional<String> bank,
        Optional<String> account,
        List<YearMonth> months,
        long amount) {}
