package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads who decides, within which time, on which form and with which papers. */
final class ProcedureReader {

    static final String[] KEYS = {"decided_by", "deadline", "form", "documents", "prepare_days_before", "lacks"};

    /** What a deadline is for when nothing else is said. */
    static final String DECIDE = "decide";

    private final LawReading reading;
    private final Dictionary dictionary;

    ProcedureReader(LawReading reading, Dictionary dictionary) {
        this.reading = reading;
        this.dictionary = dictionary;
    }

    Programme.Procedure read(YamlFields fields, List<Provision> provisions) {
        return new Programme.Procedure(
                authorities(fields),
                deadlines(fields),
                forms(fields, provisions),
                documents(fields, provisions),
                fields.get("prepare_days_before").map(YamlFields::whole),
                lacks(fields));
    }

    /** One cannot both say something and say that there is none of it. */
    private static List<Programme.Lack> lacks(YamlFields fields) {
        var lacks = new ArrayList<Programme.Lack>();
        for (var item : fields.optionalList("lacks")) {
            var row = item.fields("about", "why", "says");
            var lack = new Programme.Lack(
                    row.choice("about", Programme.Lack.About.class),
                    row.choice("why", Programme.Lack.Why.class),
                    row.words("says"));
            var key = row.text("about");
            if (fields.get(key).isPresent()) {
                item.problem("'%s' is written, so it is not lacking; keep one of them".formatted(key));
            } else if (lacks.stream().anyMatch(it -> it.about() == lack.about())) {
                item.problem("'%s' is already said to be lacking".formatted(key));
            } else {
                lacks.add(lack);
            }
        }
        return List.copyOf(lacks);
    }

    private List<Programme.Authority> authorities(YamlFields fields) {
        var rows = fields.optionalList("decided_by").stream()
                .map(it -> it.fields("from", "to", "authority", "basis", "certainty", "note"))
                .toList();
        var terms = LawReading.untilTheNext(rows.stream().map(YamlFields::days).toList());
        var authorities = new ArrayList<Programme.Authority>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            row.get("authority").ifPresent(this::mustBeAuthority);
            authorities.add(new Programme.Authority(
                    terms.get(i), row.text("authority"), reading.basis(row), reading.certainty(row)));
        }
        reading.refuseOverlaps(terms, rows.stream().map(YamlFields::place).toList());
        return List.copyOf(authorities);
    }

    /** A dictionary that has the enumeration {@code authority} has every office that may decide. */
    private void mustBeAuthority(YamlItem item) {
        var known = dictionary.enumerations().get("authority");
        if (known != null && known.ordinalOf(item.text()) < 0) {
            var ids = known.values().stream().map(Enumeration.Value::id).toList();
            item.problem("expected an authority (%s), found '%s'%s"
                    .formatted(String.join(", ", ids), item.text(), Spelling.suggestion(item.text(), ids)));
        }
    }

    private List<Programme.Deadline> deadlines(YamlFields fields) {
        var rows = many(fields, "deadline").stream()
                .map(it -> it.fields("step", "says", "working_days", "from", "to", "basis", "certainty", "note"))
                .toList();
        var deadlines = new ArrayList<Programme.Deadline>();
        for (var row : rows) {
            var step = row.optionalText("step").orElse(DECIDE);
            var later = rows.stream()
                    .filter(it -> it.optionalText("step").orElse(DECIDE).equals(step))
                    .toList();
            var days = LawReading.untilTheNext(
                    later.stream().map(YamlFields::optionalDays).toList());
            deadlines.add(new Programme.Deadline(
                    step,
                    row.optionalWords("says"),
                    days.get(later.indexOf(row)),
                    row.whole("working_days"),
                    reading.basis(row),
                    reading.certainty(row)));
            if (later.getFirst() == row) {
                reading.refuseOverlaps(
                        days, later.stream().map(YamlFields::place).toList());
            }
        }
        return List.copyOf(deadlines);
    }

    private List<Programme.Form> forms(YamlFields fields, List<Provision> provisions) {
        return many(fields, "form").stream()
                .map(it -> it.fields("code", "label", "for", "from", "to", "basis", "certainty", "note"))
                .map(it -> new Programme.Form(
                        it.text("code"),
                        it.words("label"),
                        it.optionalDays(),
                        it.get("for").isPresent() ? provisionIds(it, "for", provisions) : List.of(),
                        reading.optionalBasis(it),
                        reading.optionalCertainty(it)))
                .toList();
    }

    private List<Programme.Document> documents(YamlFields fields, List<Provision> provisions) {
        var documents = new ArrayList<Programme.Document>();
        for (var item : fields.optionalList("documents")) {
            var row = item.fields("id", "label", "for", "from", "to", "basis", "certainty", "note");
            documents.add(new Programme.Document(
                    row.text("id"),
                    row.words("label"),
                    row.optionalDays(),
                    row.get("for").isPresent() ? provisionIds(row, "for", provisions) : List.of(),
                    reading.optionalBasis(row),
                    reading.optionalCertainty(row)));
        }
        return List.copyOf(documents);
    }

    /** One thing, or several through time. */
    private static List<YamlItem> many(YamlFields fields, String key) {
        Optional<YamlItem> item = fields.get(key);
        return item.map(YamlItem::oneOrMany).orElse(List.of());
    }

    /** A list of provisions of the programme, by their ids. */
    static List<String> provisionIds(YamlFields row, String key, List<Provision> ways) {
        var known = ways.stream().map(Provision::id).toList();
        var ids = new ArrayList<String>();
        for (var item : row.list(key)) {
            var id = item.text();
            if (!known.contains(id)) {
                item.problem("no provision is called '%s'%s".formatted(id, Spelling.suggestion(id, known)));
            } else {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }
}
