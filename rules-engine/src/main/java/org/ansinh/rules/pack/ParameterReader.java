package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** Reads {@code parameters/**}: one figure of law each, with all its dated values. */
final class ParameterReader {

    private final LawReading reading;
    private final Dictionary dictionary;

    ParameterReader(LawReading reading, Dictionary dictionary) {
        this.reading = reading;
        this.dictionary = dictionary;
    }

    void read(YamlItem root, Map<String, Parameter> into) {
        for (var item : root.oneOrMany()) {
            var fields = item.fields("id", "label", "type", "unit", "values", "confirmed_through", "note");
            var id = fields.text("id");
            var items = fields.list("values");
            var type = type(fields, items);
            var parameter = new Parameter(
                    id,
                    fields.words("label"),
                    type,
                    fields.optionalText("unit"),
                    values(type, items),
                    fields.optionalDay("confirmed_through"),
                    item.place());
            if (!id.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+")) {
                item.problem("the id '%s' must be programme_or_law.figure in small letters".formatted(id));
            }
            if (items.isEmpty()) {
                item.problem("%s has no value".formatted(id));
            }
            if (into.putIfAbsent(id, parameter) != null) {
                item.problem("the parameter %s is already defined".formatted(id));
            }
        }
    }

    /** A decimal is carried in the scale of its finest value, so that no digit is lost and none is invented. */
    private ValueType type(YamlFields fields, List<YamlItem> values) {
        var type = DictionaryReader.type(fields, dictionary.enumerations());
        if (type.kind() == ValueType.Kind.TEXT) {
            fields.get("type").ifPresent(it -> it.problem("a parameter cannot be a text"));
        }
        if (type.kind() != ValueType.Kind.DECIMAL) {
            return type;
        }
        int scale = 0;
        for (var value : values) {
            if (value.isFields()) {
                var written = value.named().optionalText("value").orElse("");
                scale = Math.max(scale, written.contains(".") ? written.length() - written.indexOf('.') - 1 : 0);
            }
        }
        return ValueType.decimal(scale);
    }

    private List<Parameter.DatedValue> values(ValueType type, List<YamlItem> items) {
        var rows = items.stream()
                .filter(YamlItem::isFields)
                .map(it -> it.fields("from", "to", "value", "in_force", "published", "basis", "certainty", "note"))
                .toList();
        var values = new ArrayList<Parameter.DatedValue>();
        for (int i = 0; i < rows.size(); i++) {
            var next = i + 1 < rows.size() ? Optional.of(rows.get(i + 1)) : Optional.<YamlFields>empty();
            values.add(value(type, rows.get(i), next));
        }
        return values;
    }

    private Parameter.DatedValue value(ValueType type, YamlFields row, Optional<YamlFields> next) {
        var days = row.days();
        if (next.isPresent()) {
            var nextFrom = next.get().day("from");
            if (!nextFrom.isAfter(days.from())) {
                reading.problems()
                        .add(next.get().place(), "values must be written oldest first, each from a later day");
            } else if (days.isOpenEnded()) {
                days = new DateRange(days.from(), nextFrom.minusDays(1));
            } else if (!days.to().isBefore(nextFrom)) {
                reading.problems()
                        .add(row.place(), "ends on %s, but the next value starts on %s".formatted(days.to(), nextFrom));
            }
        }
        var written = row.text("value");
        return new Parameter.DatedValue(
                days,
                DictionaryReader.carried(dictionary, type, row.get("value"), written),
                written,
                reading.basis(row),
                reading.certainty(row),
                row.optionalDay("in_force"));
    }
}
