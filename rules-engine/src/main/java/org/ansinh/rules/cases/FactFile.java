package org.ansinh.rules.cases;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.FactBookBuilder;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Spelling;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.rules.pack.YamlFields;
import org.ansinh.rules.pack.YamlItem;
import org.ansinh.timeline.DateRange;

/** Reads villages, households and people of a case, or of the file of {@code law ask}, into a book of facts. */
final class FactFile {

    static final String[] KEYS = {"villages", "households", "people"};

    private final LawPack pack;
    private final FactBookBuilder book;
    private final Map<String, SubjectId> names = new LinkedHashMap<>();
    private final Map<SubjectKind, Integer> counts = new HashMap<>();

    private FactFile(LawPack pack) {
        this.pack = pack;
        this.book = FactBook.of(pack);
    }

    /** A book and the names its subjects have in the file. */
    record Read(FactBook book, Map<String, SubjectId> names) {}

    static Optional<Read> read(LawPack pack, YamlFields fields) {
        var file = new FactFile(pack);
        file.name(fields, "villages", SubjectKind.VILLAGE);
        file.name(fields, "households", SubjectKind.HOUSEHOLD);
        file.name(fields, "people", SubjectKind.PERSON);
        fields.get("villages").map(YamlItem::named).ifPresent(file::villages);
        fields.get("households").map(YamlItem::named).ifPresent(file::households);
        fields.get("people").map(YamlItem::named).ifPresent(file::people);
        try {
            return Optional.of(new Read(file.book.build(), Map.copyOf(file.names)));
        } catch (IllegalArgumentException overlap) {
            fields.problems().add(fields.place(), String.valueOf(overlap.getMessage()));
            return Optional.empty();
        }
    }

    private void name(YamlFields fields, String key, SubjectKind kind) {
        fields.get(key).map(YamlItem::named).ifPresent(named -> {
            for (var name : named.keys()) {
                int number = counts.merge(kind, 1, Integer::sum);
                var subject = new SubjectId(kind, number);
                var _ = book.subject(subject);
                if (names.putIfAbsent(name, subject) != null) {
                    named.get(name).orElseThrow().problem("the name '%s' is used twice".formatted(name));
                }
            }
        });
    }

    private void villages(YamlFields named) {
        for (var name : named.keys()) {
            var fields = named.get(name).orElseThrow().named();
            for (var key : fields.keys()) {
                if (!key.equals("facts")) {
                    fact(named(name), "village." + key, fields.get(key).orElseThrow());
                }
            }
            facts(named(name), fields);
        }
    }

    private void households(YamlFields named) {
        for (var name : named.keys()) {
            var fields = named.get(name).orElseThrow().fields("village", "members", "head", "facts", "decisions");
            var household = named(name);
            fields.get("village")
                    .ifPresent(it -> dated(
                            it,
                            "village",
                            SubjectKind.VILLAGE,
                            (village, days) -> book.village(household, village, days)));
            for (var member : fields.optionalList("members")) {
                dated(member, "person", SubjectKind.PERSON, (person, days) -> book.residence(person, household, days));
            }
            fields.get("head").ifPresent(it -> {
                var _ = subject(it, SubjectKind.PERSON);
            });
            facts(household, fields);
            fields.get("decisions").ifPresent(it -> decisions(household, it));
        }
    }

    private void people(YamlFields named) {
        for (var name : named.keys()) {
            var item = named.get(name).orElseThrow();
            var person = named(name);
            var fields = item.named();
            for (var key : fields.keys()) {
                var value = fields.get(key).orElseThrow();
                var relation = pack.dictionary().relation("person." + key);
                switch (key) {
                    case "facts" -> facts(person, fields);
                    case "decisions" -> decisions(person, value);
                    case "name" -> {
                        // A name helps whoever reads the file; the law does not look at it.
                    }
                    default -> {
                        if (relation.isPresent()) {
                            for (var one : value.oneOrMany()) {
                                dated(
                                        one,
                                        "person",
                                        SubjectKind.PERSON,
                                        (other, days) ->
                                                book.relation(relation.get().id(), person, other, days));
                            }
                        } else {
                            fact(person, "person." + key, value);
                        }
                    }
                }
            }
        }
    }

    /** What is done with a subject that is named for some days. */
    private interface Dated {
        void with(SubjectId subject, DateRange days);
    }

    /** A name, which holds always, or {@code {person: b, from: …, to: …}}, or a list of these. */
    private void dated(YamlItem item, String key, SubjectKind kind, Dated then) {
        if (item.isList()) {
            item.list().forEach(it -> dated(it, key, kind, then));
        } else if (item.isText()) {
            subject(item, kind).ifPresent(it -> then.with(it, DateRange.always()));
        } else {
            var fields = item.fields(key, "from", "to");
            fields.required(key).flatMap(it -> subject(it, kind)).ifPresent(it -> then.with(it, fields.optionalDays()));
        }
    }

    private void facts(SubjectId subject, YamlFields of) {
        of.get("facts").map(YamlItem::named).ifPresent(facts -> {
            for (var key : facts.keys()) {
                var id = key.contains(".") ? key : subject.kind().word() + "." + key;
                fact(subject, id, facts.get(key).orElseThrow());
            }
        });
    }

    private void fact(SubjectId subject, String id, YamlItem item) {
        var fact = pack.dictionary().fact(id);
        if (fact.isEmpty() || fact.get().subject() != subject.kind()) {
            var known = pack.dictionary().facts().stream()
                    .filter(it -> it.subject() == subject.kind())
                    .map(FactDefinition::id)
                    .toList();
            item.problem("the dictionary has no fact %s%s".formatted(id, Spelling.suggestion(id, known)));
            return;
        }
        if (item.isText()) {
            value(subject, fact.get(), DateRange.always(), item);
            return;
        }
        for (var row : item.oneOrMany()) {
            var fields = row.fields("from", "to", "value", "source");
            fields.required("value").ifPresent(it -> value(subject, fact.get(), fields.optionalDays(), it));
        }
    }

    private void value(SubjectId subject, FactDefinition fact, DateRange days, YamlItem item) {
        try {
            var written = fact.id().equals(bornFact()) ? wholeDay(item.text()) : item.text();
            long carried = pack.dictionary().carried(fact.type(), written);
            book.fact(subject, fact, days, carried, Provenance.UNSTATED);
        } catch (IllegalArgumentException wrong) {
            item.problem("%s: %s".formatted(fact.id(), wrong.getMessage()));
        }
    }

    private String bornFact() {
        return pack.header().life().map(it -> it.born()).orElse("");
    }

    /** A birth known by year or month stands for the day the pack names. */
    private String wholeDay(String written) {
        var precision = written.matches("\\d{4}") ? "year" : written.matches("\\d{4}-\\d{2}") ? "month" : "";
        var rule = pack.header().birthPrecision().get(precision);
        if (rule == null) {
            return written;
        }
        boolean first = rule.day() == LawPack.BirthPrecision.Day.FIRST;
        var month = java.time.YearMonth.parse(precision.equals("year") ? written + (first ? "-01" : "-12") : written);
        return (first ? month.atDay(1) : month.atEndOfMonth()).toString();
    }

    private void decisions(SubjectId subject, YamlItem item) {
        var named = item.named();
        for (var programme : named.keys()) {
            var value = named.get(programme).orElseThrow();
            if (pack.programme(programme).isEmpty()) {
                value.problem("no programme is called '%s'%s"
                        .formatted(
                                programme,
                                Spelling.suggestion(programme, pack.programmes().keySet())));
                continue;
            }
            value.oneOrMany().forEach(it -> decision(subject, programme, it));
        }
    }

    /** A day of signature, or {@code {signed: …, from: …, to: …}}. */
    private void decision(SubjectId subject, String programme, YamlItem item) {
        if (item.isText()) {
            book.decision(subject, programme, Decision.signedOn(YamlFields.day(item)));
            return;
        }
        var fields = item.fields("signed", "from", "to");
        var signed = fields.day("signed");
        var from = fields.optionalDay("from").orElse(signed);
        var to = fields.optionalDay("to").orElse(DateRange.LAST_DAY);
        if (to.isBefore(from)) {
            item.problem("the decision ends on %s before it starts on %s".formatted(to, from));
        } else {
            book.decision(subject, programme, new Decision(signed, new DateRange(from, to)));
        }
    }

    private SubjectId named(String name) {
        return java.util.Objects.requireNonNull(names.get(name));
    }

    private Optional<SubjectId> subject(YamlItem item, SubjectKind kind) {
        var found = Optional.ofNullable(names.get(item.text())).filter(it -> it.kind() == kind);
        if (found.isEmpty()) {
            var known = List.copyOf(names.keySet());
            item.problem("no %s is called '%s'%s"
                    .formatted(kind.word(), item.text(), Spelling.suggestion(item.text(), known)));
        }
        return found;
    }
}
