package org.ansinh.app.determination.work;

import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.determination.store.AccountRows.Owed;
import org.ansinh.app.determination.store.DecidedRows.Decided;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.DecidedMonth;
import org.ansinh.rules.determination.DecidedMonths;

/** Months of one subject and programme, equal neighbours as one line. */
record RunsOfMonths(Law law, Decided decided, DecidedMonths months) {

    void from(YearMonth first, YearMonth through, List<Owed> into) {
        DecidedMonth begun = null;
        DecidedMonth last = null;
        for (var month : months.of(decided.subject(), decided.programme(), first, through)) {
            if (begun != null && last != null && !begun.isLike(month)) {
                into.add(line(begun, last.month()));
                begun = null;
            }
            begun = begun == null ? month : begun;
            last = month;
        }
        if (begun != null && last != null) {
            into.add(line(begun, last.month()));
        }
    }

    private Owed line(DecidedMonth it, YearMonth last) {
        var programme = law.pack().programme(decided.programme()).orElseThrow();
        return new Owed(
                decided.subject(),
                it.month(),
                last,
                it.inForce(),
                it.amount(),
                it.unverified(),
                OutcomeLines.provisions(programme, it.provisions()),
                OutcomeLines.joined(
                        law.determiner().askedFacts().stream()
                                .map(fact -> fact.id())
                                .toList(),
                        it.missing()),
                decided.household(),
                decided.village());
    }
}
