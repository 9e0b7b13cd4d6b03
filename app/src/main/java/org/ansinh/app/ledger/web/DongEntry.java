package org.ansinh.app.ledger.web;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an amount as offices write it: 1.250.000, 1 250 000 đ, 1250000; less than nothing with a minus. */
final class DongEntry {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}");

    private DongEntry() {}

    /** Empty where it is no amount; nothing is no amount either. */
    static Optional<Long> read(String entry) {
        var plain = entry.replaceAll("[\\s.,đĐ\u00a0]", "").replace('−', '-');
        return AMOUNT.matcher(plain).matches()
                ? Optional.of(Long.valueOf(plain)).filter(it -> it != 0)
                : Optional.empty();
    }
}
