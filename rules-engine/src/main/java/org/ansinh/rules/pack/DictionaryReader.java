package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads {@code dictionary/*.yaml}: enumerations, facts and relations, in any number of files. */
final class DictionaryReader {

    private static final List<String> TYPES = List.of("bool", "int", "dong", "decimal", "day", "text", "enum NAME");
    private static final long MOST_DECIMALS = 1_000_000_000L;

    private final Map<String, Enumeration> enumerations = new LinkedHashMap<>();
    private final List<FactDefinition> facts = new ArrayList<>();
    private final List<RelationDefinition> relations = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final LawReading reading;
    private final int[] factCounts = new int[SubjectKind.values().length];

    DictionaryReader(LawReading reading) {
        this.reading = reading;
    }

    /** Enumerations of all files are read before any fact, which may name them. */
    Dictionary read(List<YamlItem> roots) {
        var files = roots.stream()
                .map(it -> it.fields("enumerations", "facts", "relations", "definitions"))
                .toList();
        files.forEach(it -> it.optionalList("enumerations").forEach(this::enumeration));
        files.forEach(it -> it.optionalList("relations").forEach(this::relation));
        files.forEach(it -> it.optionalList("facts").forEach(this::fact));
        files.forEach(it -> it.optionalList("definitions").forEach(this::definition));
        return new Dictionary(
                Map.copyOf(enumerations), List.copyOf(facts), List.copyOf(relations), List.copyOf(definitions));
    }

    private void enumeration(YamlItem item) {
        var fields = item.fields("id", "label", "values", "note");
        var values = fields.list("values").stream()
                .map(it -> it.fields("id", "label", "note", "code"))
                .map(it -> new Enumeration.Value(it.text("id"), it.words("label")))
                .toList();
        var seen = LawReading.ids();
        values.stream()
                .filter(it -> !seen.add(it.id()))
                .forEach(it -> item.problem("the value '%s' stands twice in the list".formatted(it.id())));
        var id = fields.text("id");
        if (enumerations.putIfAbsent(id, new Enumeration(id, values)) != null) {
            item.problem("the enumeration %s is already defined".formatted(id));
        }
    }

    private void relation(YamlItem item) {
        var fields = item.fields("id", "label", "from", "to", "inverse_of", "note");
        var inverse = fields.get("inverse_of");
        if (inverse.isEmpty()) {
            for (var end : List.of("from", "to")) {
                if (!fields.text(end).equals("person")) {
                    item.problem("a relation binds persons; '%s' must be person".formatted(end));
                }
            }
        }
        inverse.ifPresent(this::mustBeRelation);
        relations.add(new RelationDefinition(
                fields.text("id"), relations.size(), fields.words("label"), inverse.map(YamlItem::text)));
    }

    private void mustBeRelation(YamlItem item) {
        var known = relations.stream()
                .filter(it -> it.inverseOf().isEmpty())
                .map(RelationDefinition::id)
                .toList();
        if (!known.contains(item.text())) {
            item.problem("expected a relation written above (%s), found '%s'%s"
                    .formatted(String.join(", ", known), item.text(), Spelling.suggestion(item.text(), known)));
        }
    }

    private void definition(YamlItem item) {
        var fields = item.fields("id", "label", "type", "means", "basis", "note");
        var id = fields.text("id");
        var isTaken = facts.stream().anyMatch(it -> it.id().equals(id))
                || relations.stream().anyMatch(it -> it.id().equals(id))
                || definitions.stream().anyMatch(it -> it.id().equals(id));
        if (isTaken) {
            item.problem("%s is already defined".formatted(id));
            return;
        }
        definitions.add(new Definition(
                id,
                subject(item, id),
                fields.words("label"),
                type(fields, enumerations),
                fields.required("means")
                        .map(it -> new Expression(it.text(), it.textPlace()))
                        .orElse(new Expression("", item.place())),
                reading.optionalBasis(fields),
                item.place()));
    }

    private void fact(YamlItem item) {
        var fields = item.fields(
                "id",
                "label",
                "type",
                "unit",
                "range",
                "cardinality",
                "instance",
                "when_absent",
                "sensitivity",
                "purposes",
                "stated_by",
                "retention",
                "note",
                "parts");
        var id = fields.text("id");
        var subject = subject(item, id);
        var type = type(fields, enumerations);
        if (facts.stream().anyMatch(it -> it.id().equals(id))) {
            item.problem("the fact %s is already defined".formatted(id));
            return;
        }
        facts.add(new FactDefinition(
                id,
                factCounts[subject.ordinal()]++,
                subject,
                fields.words("label"),
                type,
                range(fields, type),
                isMany(fields),
                fields.optionalText("instance"),
                whenAbsent(fields, type),
                fields.choice("sensitivity", FactDefinition.Sensitivity.ORDINARY),
                fields.optionalTexts("purposes"),
                fields.optionalTexts("stated_by"),
                fields.optionalText("retention"),
                fields.optionalText("note"),
                item.place()));
    }

    private static boolean isMany(YamlFields fields) {
        var cardinality = fields.get("cardinality");
        if (cardinality.isEmpty()) {
            return false;
        }
        var text = cardinality.get().text();
        if (!text.equals("one") && !text.equals("many")) {
            cardinality.get().problem("expected one or many, found '%s'".formatted(text));
        }
        return text.equals("many");
    }

    private static SubjectKind subject(YamlItem item, String id) {
        var kinds = Stream.of(SubjectKind.values())
                .filter(it -> id.matches(it.word() + "\\.[a-z][a-z0-9_]*"))
                .findFirst();
        if (kinds.isEmpty()) {
            item.problem(
                    "the fact '%s' must be named person.…, household.… or village.… in small letters".formatted(id));
        }
        return kinds.orElse(SubjectKind.PERSON);
    }

    static ValueType type(YamlFields fields, Map<String, Enumeration> enumerations) {
        return fields.required("type").map(it -> typeOf(it, enumerations)).orElse(ValueType.INT);
    }

    static ValueType typeOf(YamlItem item, Map<String, Enumeration> enumerations) {
        var written = item.text();
        if (written.startsWith("enum ")) {
            var name = written.substring(5).trim();
            if (!enumerations.containsKey(name)) {
                item.problem("dictionary/ has no enumeration %s%s"
                        .formatted(name, Spelling.suggestion(name, enumerations.keySet())));
            }
            return enumerations.containsKey(name) ? ValueType.enumeration(name) : ValueType.INT;
        }
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "bool" -> ValueType.BOOL;
            case "int" -> ValueType.INT;
            case "dong" -> ValueType.DONG;
            case "decimal" -> ValueType.decimal(ValueType.FACT_SCALE);
            case "day" -> ValueType.DAY;
            case "text" -> ValueType.TEXT;
            default -> {
                item.problem("expected one of %s, found '%s'%s"
                        .formatted(String.join(", ", TYPES), written, Spelling.suggestion(written, TYPES)));
                yield ValueType.INT;
            }
        };
    }

    private FactDefinition.Range range(YamlFields fields, ValueType type) {
        var written = fields.get("range");
        return switch (type.kind()) {
            case BOOL -> new FactDefinition.Range(0, 1);
            case ENUM ->
                new FactDefinition.Range(
                        0,
                        dictionary()
                                        .enumeration(type.enumeration().orElseThrow())
                                        .values()
                                        .size()
                                - 1L);
            case DAY ->
                new FactDefinition.Range(
                        org.ansinh.timeline.DateRange.FIRST_DAY.toEpochDay(),
                        org.ansinh.timeline.DateRange.LAST_DAY.toEpochDay());
            case TEXT -> new FactDefinition.Range(0, 0);
            case INT, DONG, DECIMAL -> {
                if (written.isEmpty()) {
                    fields.problems()
                            .add(
                                    fields.place(),
                                    "'range' is missing: a number needs {min: …, max: …} so that sums cannot overflow");
                    yield new FactDefinition.Range(0, MOST_DECIMALS);
                }
                var bounds = written.get().fields("min", "max");
                yield new FactDefinition.Range(
                        carried(dictionary(), type, bounds.get("min"), bounds.text("min")),
                        carried(dictionary(), type, bounds.get("max"), bounds.text("max")));
            }
        };
    }

    private FactDefinition.WhenAbsent whenAbsent(YamlFields fields, ValueType type) {
        var item = fields.required("when_absent");
        if (item.isEmpty() || item.get().isText()) {
            item.filter(it -> !it.text().equals("ask"))
                    .ifPresent(it -> it.problem("expected ask, or {value: …, says: {…}}, found " + it.kind()));
            return new FactDefinition.WhenAbsent(OptionalLong.empty(), Optional.empty());
        }
        var absent = item.get().fields("value", "says", "basis", "note");
        var value = carried(dictionary(), type, absent.get("value"), absent.text("value"));
        return new FactDefinition.WhenAbsent(OptionalLong.of(value), Optional.of(absent.words("says")));
    }

    private Dictionary dictionary() {
        return new Dictionary(enumerations, facts, relations, definitions);
    }

    static long carried(Dictionary dictionary, ValueType type, Optional<YamlItem> item, String written) {
        try {
            return written.isEmpty() ? 0 : dictionary.carried(type, written);
        } catch (IllegalArgumentException wrong) {
            item.ifPresent(it -> it.problem(String.valueOf(wrong.getMessage())));
            return 0;
        }
    }
}
