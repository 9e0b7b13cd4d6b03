package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code programmes/handling.yaml}: said once for all programmes that are worked alike. */
final class HandlingReader {

    private final LawReading reading;
    private final Map<String, Programme> programmes;
    private final java.util.Set<String> seen = LawReading.ids();

    HandlingReader(LawReading reading, Map<String, Programme> programmes) {
        this.reading = reading;
        this.programmes = programmes;
    }

    List<Handling> read(YamlItem root) {
        var rules = new ArrayList<Handling>();
        for (var item : root.fields("handling").optionalList("handling")) {
            var row = item.fields(
                    "id",
                    "programmes",
                    "does",
                    "says",
                    "after_months",
                    "follows",
                    "by_decision",
                    "from",
                    "to",
                    "basis",
                    "certainty",
                    "note");
            var rule = new Handling(
                    row.text("id"),
                    known(row),
                    row.choice("does", Handling.Does.class),
                    row.words("says"),
                    row.get("after_months").map(YamlFields::whole),
                    row.get("follows").map(it -> follows(it, rules)),
                    row.flag("by_decision"),
                    row.optionalDays(),
                    reading.basis(row),
                    reading.certainty(row),
                    item.place());
            if (reading.isNew(seen, rule.id(), item.place())) {
                rules.add(rule);
            }
        }
        return rules;
    }

    /** What must have been done before stands above, and is a suspension. */
    private static String follows(YamlItem named, List<Handling> above) {
        if (above.stream().noneMatch(it -> it.id().equals(named.text()) && it.does() == Handling.Does.SUSPEND)) {
            named.problem("no suspension above is called '%s'".formatted(named.text()));
        }
        return named.text();
    }

    private List<String> known(YamlFields row) {
        var ids = new ArrayList<String>();
        for (var name : row.list("programmes")) {
            if (!programmes.containsKey(name.text())) {
                name.problem("no programme is called '%s'%s"
                        .formatted(name.text(), Spelling.suggestion(name.text(), programmes.keySet())));
            } else if (ids.contains(name.text())) {
                name.problem("'%s' is named twice".formatted(name.text()));
            } else {
                ids.add(name.text());
            }
        }
        return List.copyOf(ids);
    }
}
