package org.ansinh.app.exchange.work;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.exchange.ComparedLine.Ours;
import org.ansinh.app.exchange.model.ComparedMonth.Circumstances;
import org.ansinh.app.exchange.store.OwedRows;
import org.springframework.stereotype.Component;

/** What the house owes for a month, and what it may say of numbers that are not of the area: that they are somebody's, which the audit keeps. */
@Component
class OwedMonth {

    private final OwedRows rows;
    private final AuditDesk audit;

    OwedMonth(OwedRows rows, AuditDesk audit) {
        this.rows = rows;
        this.audit = audit;
    }

    List<Ours> of(YearMonth month, String programme) {
        return rows.of(month, programme);
    }

    Circumstances circumstances(YearMonth month, Optional<String> commune) {
        var asked = new HashMap<String, Boolean>();
        var there = commune.map(rows::peopleOf);
        return new Circumstances(
                rows.isDetermined(month),
                number -> asked.computeIfAbsent(number, this::isElsewhere),
                person -> there.map(people -> people.contains(person)).orElse(true));
    }

    private boolean isElsewhere(String number) {
        var person = rows.registeredElsewhere(number);
        person.ifPresent(it -> audit.read(AuditDesk.Reading.OTHER_COMMUNE, it));
        return person.isPresent();
    }
}
