package org.ansinh.app.exchange.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.determination.Names;
import org.ansinh.app.exchange.PopulationFilesDesk.Choice;
import org.ansinh.app.exchange.store.CheckFileRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a list for the population database may hold. */
@Component
class CheckChoice {

    private final CheckFileRows rows;
    private final EntitlementsSeen seen;
    private final Names names;

    CheckChoice(CheckFileRows rows, EntitlementsSeen seen, Names names) {
        this.rows = rows;
        this.seen = seen;
        this.names = names;
    }

    /** Those whose name tells nothing: a list of one programme's people would tell it for each of them, to whoever learns how it was made. */
    Map<String, String> programmes(Locale locale) {
        var masks = seen.masks();
        var found = new LinkedHashMap<String, String>();
        names.programmesPaidOut(locale).forEach((id, name) -> {
            if (!masks.isHidden(id)) {
                found.put(id, name);
            }
        });
        return found;
    }

    Map<String, String> communes(List<String> mine) {
        var found = new LinkedHashMap<String, String>();
        names.communes().entrySet().stream()
                .filter(it -> mine.contains(it.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(it -> found.put(it.getKey(), it.getValue()));
        return found;
    }

    @Transactional(readOnly = true)
    public List<Integer> people(Choice choice) {
        var commune = choice.order().commune();
        return switch (choice.order().chosen()) {
            case "applications" -> rows.applicants(commune);
            case "payees" ->
                choice.order()
                        .programme()
                        .filter(it -> !seen.masks().isHidden(it))
                        .map(it -> rows.payees(commune, it))
                        .orElse(List.of());
            case "no_number" -> rows.withoutNumber(commune);
            case "person" -> rows.person(commune, choice.subject().orElseThrow());
            case "household" -> rows.household(commune, choice.subject().orElseThrow());
            default -> List.of();
        };
    }
}
