package org.ansinh.app.ledger.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.ledger.BudgetDesk;
import org.ansinh.app.ledger.BudgetDesk.AllottedLine;
import org.ansinh.app.ledger.BudgetDesk.NewAllotment;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NumberEntry;

/** A decision that allots a budget, as it was typed; read into an allotment, or into what is wrong and where. */
final class AllotmentForm {

    private static final int WORDS_AT_MOST = 200;

    private final Map<String, String> typed;
    private final Collection<String> programmes;
    private final Collection<String> communes;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    AllotmentForm(Map<String, String> typed, Collection<String> programmes, Collection<String> communes) {
        this.typed = typed;
        this.programmes = programmes;
        this.communes = communes;
    }

    /** The texts {@code ledger.allot.wrong.WHAT} of what is wrong, by field; empty before {@link #read()} and when all is well. */
    Map<String, String> wrong() {
        return wrong;
    }

    private String said(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** Empty if something is wrong with it. */
    Optional<NewAllotment> read(LocalDate today) {
        var source = among("source", BudgetDesk.SOURCES);
        var programme = among("programme", programmes);
        var number = words("number");
        var office = words("office");
        var signer = words("signer");
        var signed = DayEntry.read(said("signed"));
        if (signed.isEmpty()) {
            wrong.put("signed", said("signed").isEmpty() ? "words" : "day");
        } else if (signed.get().isAfter(today)) {
            wrong.put("signed", "future");
        }
        int year = said("year").matches("20\\d\\d") ? Integer.parseInt(said("year")) : 0;
        if (year == 0) {
            wrong.put("year", "year");
        }
        var lines = lines(programme);
        return wrong.isEmpty()
                ? signed.map(day -> new NewAllotment(year, source, number, day, office, signer, lines))
                : Optional.empty();
    }

    private String among(String field, Collection<String> allowed) {
        if (!allowed.contains(said(field))) {
            wrong.put(field, "choose");
        }
        return said(field);
    }

    private String words(String field) {
        if (said(field).isEmpty() || said(field).length() > WORDS_AT_MOST) {
            wrong.put(field, "words");
        }
        return said(field);
    }

    /** One for each commune with an amount, as offices write it: 1.250.000 or 1 250 000 đ; less than before with a minus. */
    private List<AllottedLine> lines(String programme) {
        var lines = new ArrayList<AllottedLine>();
        for (var commune : communes) {
            var field = "amount-" + commune;
            if (said(field).isEmpty()) {
                continue;
            }
            NumberEntry.whole(said(field))
                    .filter(it -> it != 0)
                    .ifPresentOrElse(
                            amount -> lines.add(new AllottedLine(programme, commune, amount)),
                            () -> wrong.put(field, "amount"));
        }
        if (lines.isEmpty() && wrong.keySet().stream().noneMatch(it -> it.startsWith("amount-"))) {
            communes.stream().findFirst().ifPresent(it -> wrong.put("amount-" + it, "nothing"));
        }
        return lines;
    }
}
