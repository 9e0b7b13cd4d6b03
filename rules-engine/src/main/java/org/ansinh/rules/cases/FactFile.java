package org.ansinh.rules.cases;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    private final Reading reading;
    private final FactBookBuilder book;
    private final Map<String, SubjectId> names = new LinkedHashMap<>();
    private final Map<SubjectKind, Integer> counts = new HashMap<>();
    private final Map<SubjectId, String> communes = new HashMap<>();

    private FactFile(LawPack pack, Reading reading) {
        this.pack = pack;
        this.reading = reading;
        this.book = FactBook.of(pack);
    }

    /** A book, the names its subjects have in the file and the communes of its villages. */
    record Read(FactBook book, Map<String, SubjectId> names, Map<SubjectId, String> communes) {}

    /** Another pack, of which only it knows what is passed over here, and the day through which things were known. */
    record Reading(Optional<LawPack> besides, LocalDate knownAt) {
        static final Reading PLAIN = new Reading(Optional.empty(), DateRange.LAST_DAY);

        boolean isElsewhere(Function<LawPack, Optional<?>> look) {
            return besides.flatMap(look).isPresent();
        }

        /** Whether something was known then; without {@code known_at} it always was. */
        boolean isKnown(YamlFields fields) {
            return fields.optionalDay("known_at")
                    .map(it -> !it.isAfter(knownAt))
                    .orElse(true);
        }
    }

    static Optional<Read> read(LawPack pack, Reading reading, YamlFields fields) {
        var file = new FactFile(pack, reading);
        file.name(fields, "villages", SubjectKind.VILLAGE);
        file.name(fields, "households", SubjectKind.HOUSEHOLD);
        file.name(fields, "people", SubjectKind.PERSON);
        fields.get("villages").map(YamlItem::named).ifPresent(file::villages);
        fields.get("households").map(YamlItem::named).ifPresent(file::households);
        fields.get("people").map(YamlItem::named).ifPresent(file::people);
        try {
            return Optional.of(new Read(file.book.build(), Map.copyOf(file.names), Map.copyOf(file.communes)));
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
                var value = fields.get(key).orElseThrow();
                switch (key) {
                    case "facts" -> facts(named(name), fields);
                    case "commune" -> communes.put(named(name), value.text());
                    default -> fact(named(name), "village." + key, value);
                }
            }
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
                        } else if (!reading.isElsewhere(it -> it.dictionary().relation("person." + key))) {
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
            var fields = item.fields(key, "from", "to", "known_at");
            var named = fields.required(key).flatMap(it -> subject(it, kind));
            named.filter(it -> reading.isKnown(fields)).ifPresent(it -> then.with(it, fields.optionalDays()));
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
        if (fact.isEmpty() && reading.isElsewhere(it -> it.dictionary().fact(id))) {
            return;
        }
        if (fact.isEmpty() || fact.get().subject() != subject.kind()) {
            var known = pack.dictionary().facts().stream()
                    .filter(it -> it.subject() == subject.kind())
                    .map(FactDefinition::id)
                    .toList();
            item.problem("the dictionary has no fact %s%s".formatted(id, Spelling.suggestion(id, known)));
            return;
        }
        if (item.isText()) {
            value(subject, fact.get(), List.of(DateRange.always()), item, Provenance.UNSTATED);
            return;
        }
        var rows = item.oneOrMany().stream()
                .map(it -> it.fields("from", "to", "value", "source", "known_at"))
                .filter(reading::isKnown)
                .toList();
        for (var row : rows) {
            row.required("value")
                    .ifPresent(it -> value(subject, fact.get(), stillHeld(row, rows), it, provenance(row)));
        }
    }

    /** Of the days of a row those for which nothing was said later on. */
    private static List<DateRange> stillHeld(YamlFields row, List<YamlFields> rows) {
        var held = List.of(row.optionalDays());
        for (var other : rows) {
            if (known(other).isAfter(known(row))) {
                held = held.stream()
                        .flatMap(it -> without(it, other.optionalDays()).stream())
                        .toList();
            }
        }
        return held;
    }

    private static List<DateRange> without(DateRange days, DateRange cut) {
        var kept = new ArrayList<DateRange>();
        if (days.from().isBefore(cut.from())) {
            var last = cut.from().minusDays(1);
            kept.add(new DateRange(days.from(), last.isBefore(days.to()) ? last : days.to()));
        }
        if (!cut.isOpenEnded() && days.to().isAfter(cut.to())) {
            var first = cut.to().plusDays(1);
            kept.add(new DateRange(first.isAfter(days.from()) ? first : days.from(), days.to()));
        }
        return kept;
    }

    private static LocalDate known(YamlFields row) {
        return row.optionalDay("known_at").orElse(DateRange.FIRST_DAY);
    }

    private static Provenance provenance(YamlFields row) {
        var source = row.optionalText("source").orElse("");
        return row.optionalDay("known_at")
                .map(it -> new Provenance(
                        source,
                        0,
                        Optional.of(
                                it.atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant())))
                .orElse(Provenance.of(source, 0));
    }

    private void value(SubjectId subject, FactDefinition fact, List<DateRange> days, YamlItem item, Provenance from) {
        try {
            var written = fact.id().equals(bornFact()) ? wholeDay(item.text()) : item.text();
            long carried = pack.dictionary().carried(fact.type(), written);
            days.forEach(it -> book.fact(subject, fact, it, carried, from));
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
            if (pack.programme(programme).isEmpty() && reading.isElsewhere(it -> it.programme(programme))) {
                continue;
            }
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
            var day = YamlFields.day(item);
            if (!day.isAfter(reading.knownAt())) {
                book.decision(subject, programme, Decision.signedOn(day));
            }
            return;
        }
        var fields = item.fields("signed", "from", "to");
        var signed = fields.day("signed");
        var from = fields.optionalDay("from").orElse(signed);
        var to = fields.optionalDay("to").orElse(DateRange.LAST_DAY);
        if (to.isBefore(from)) {
            item.problem("the decision ends on %s before it starts on %s".formatted(to, from));
        } else if (!signed.isAfter(reading.knownAt())) {
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
