package org.ansinh.rules.pack;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code pack.yaml}. */
final class PackHeaderReader {

    private static final int THIS_ENGINE = 1;

    private PackHeaderReader() {}

    static LawPack.Header read(Optional<YamlItem> root, LawReading reading, Dictionary dictionary) {
        if (root.isEmpty()) {
            var day = LocalDate.of(2000, 1, 1);
            return new LawPack.Header("", "", "", day, day, THIS_ENGINE, Optional.empty(), Map.of());
        }
        var fields = root.get()
                .fields(
                        "id",
                        "version",
                        "jurisdiction",
                        "covers",
                        "needs_engine",
                        "life",
                        "birth_precision",
                        "label",
                        "note");
        var covers = fields.required("covers").map(it -> it.fields("from", "confirmed_through"));
        int needs = fields.whole("needs_engine");
        if (needs > THIS_ENGINE) {
            fields.get("needs_engine")
                    .ifPresent(it -> it.problem("needs engine %d, this one is %d; install a newer An Sinh first"
                            .formatted(needs, THIS_ENGINE)));
        }
        return new LawPack.Header(
                fields.text("id"),
                fields.text("version"),
                fields.text("jurisdiction"),
                covers.map(it -> it.day("from")).orElse(LocalDate.of(2000, 1, 1)),
                covers.map(it -> it.day("confirmed_through")).orElse(LocalDate.of(2000, 1, 1)),
                needs,
                life(fields, dictionary),
                precision(fields, reading));
    }

    private static Optional<LawPack.Life> life(YamlFields fields, Dictionary dictionary) {
        return fields.get("life").map(item -> {
            var life = item.fields("born", "died");
            for (var key : life.keys()) {
                life.get(key).ifPresent(it -> mustBePersonsDay(it, dictionary));
            }
            return new LawPack.Life(life.text("born"), life.text("died"));
        });
    }

    private static void mustBePersonsDay(YamlItem item, Dictionary dictionary) {
        var fact = dictionary.fact(item.text());
        if (fact.isEmpty()
                || fact.get().type().kind() != ValueType.Kind.DAY
                || fact.get().subject() != SubjectKind.PERSON) {
            var days = dictionary.facts().stream()
                    .filter(it -> it.type().kind() == ValueType.Kind.DAY)
                    .map(FactDefinition::id)
                    .toList();
            item.problem("expected a person's fact of type day, found '%s'%s"
                    .formatted(item.text(), Spelling.suggestion(item.text(), days)));
        }
    }

    private static Map<String, LawPack.BirthPrecision> precision(YamlFields fields, LawReading reading) {
        var rules = new LinkedHashMap<String, LawPack.BirthPrecision>();
        fields.get("birth_precision").map(it -> it.fields("month", "year")).ifPresent(all -> {
            for (var key : all.keys()) {
                var row = all.get(key).orElseThrow().fields("day", "basis", "certainty", "note");
                rules.put(
                        key,
                        new LawPack.BirthPrecision(
                                row.choice("day", LawPack.BirthPrecision.Day.class),
                                reading.basis(row),
                                reading.certainty(row)));
            }
        });
        return rules;
    }
}
