package org.ansinh.province;

import java.time.LocalDate;
import java.util.List;

/** The amounts that offices printed on decisions: a restatement for registers, never the law itself. */
record RatesOrdered(List<Rate> rates) {

    record Rate(LocalDate from, long standard, long electricityQuarter) {}

    /** Offices learned of the last rise here, and had changed no standing decision by the demo's day. */
    static final LocalDate LAST_RISE = LocalDate.of(2026, 10, 5);

    static RatesOrdered read() {
        return new RatesOrdered(Table.read("rates-ordered.csv").rows().stream()
                .map(it -> new Rate(LocalDate.parse(it[0]), Long.parseLong(it[1]), Long.parseLong(it[2])))
                .toList());
    }

    Rate knownOn(LocalDate day) {
        var known = rates.getFirst();
        for (var rate : rates) {
            if (!rate.from().isAfter(day)) {
                known = rate;
            }
        }
        return known;
    }

    /** The standard rate a register shows for a decision: raised with every rise but the last, unless signed after it. */
    long standardFor(LocalDate signedOn, LocalDate lastDay) {
        if (!signedOn.isBefore(LAST_RISE)) {
            return knownOn(signedOn).standard();
        }
        return knownOn(PastLives.earlier(lastDay, LAST_RISE.minusDays(1))).standard();
    }
}
