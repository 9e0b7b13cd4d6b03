package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ansinh.timeline.DateRange;

/** Reads {@code parameters/**}: figures of law and tables of them, each with all its dated values. */
final class ParameterReader {

    private final LawReading reading;
    private final Dictionary dictionary;
    private final TableReader tableReader;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();

    ParameterReader(LawReading reading, Dictionary dictionary) {
        this.reading = reading;
        this.dictionary = dictionary;
        this.tableReader = new TableReader(reading, dictionary);
    }

    Map<String, Parameter> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    Map<String, Table> tables() {
        return Collections.unmodifiableMap(tables);
    }

    void read(YamlItem root) {
        for (var item : root.oneOrMany()) {
            var fields = item.fields("id", "label", "type", "by", "unit", "values", "confirmed_through", "note");
            var id = fields.text("id");
            var items = fields.list("values");
            if (!id.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+")) {
                item.problem("the id '%s' must be programme_or_law.figure in small letters".formatted(id));
            }
            if (items.isEmpty()) {
                item.problem("%s has no value".formatted(id));
            }
            if (parameters.containsKey(id) || tables.containsKey(id)) {
                item.problem("the parameter %s is already defined".formatted(id));
            } else if (fields.get("by").isPresent()) {
                tables.put(id, tableReader.read(item, fields, items));
            } else {
                parameters.put(id, parameter(item, fields, items));
            }
        }
    }

    private Parameter parameter(YamlItem item, YamlFields fields, List<YamlItem> items) {
        var type = figureType(
                fields,
                dictionary,
                items.stream()
                        .filter(YamlItem::isFields)
                        .map(it -> it.named().optionalText("value").orElse("")));
        return new Parameter(
                fields.text("id"),
                fields.words("label"),
                type,
                fields.optionalText("unit"),
                values(type, items),
                fields.optionalDay("confirmed_through"),
                item.place());
    }

    /** A decimal is carried in the scale of its finest value, so that no digit is lost and none is invented. */
    static ValueType figureType(YamlFields fields, Dictionary dictionary, Stream<String> written) {
        var type = DictionaryReader.type(fields, dictionary.enumerations());
        if (type.kind() == ValueType.Kind.TEXT) {
            fields.get("type").ifPresent(it -> it.problem("a parameter cannot be a text"));
        }
        return type.kind() == ValueType.Kind.DECIMAL ? ValueType.decimal(digits(written)) : type;
    }

    /** The most digits that any of them has after the point. */
    static int digits(Stream<String> written) {
        return written.mapToInt(it -> it.contains(".") ? it.length() - it.indexOf('.') - 1 : 0)
                .max()
                .orElse(0);
    }

    private List<Parameter.DatedValue> values(ValueType type, List<YamlItem> items) {
        var rows = items.stream()
                .filter(YamlItem::isFields)
                .map(it -> it.fields("from", "to", "value", "in_force", "published", "basis", "certainty", "note"))
                .toList();
        var days = oldestFirst(reading, rows);
        var values = new ArrayList<Parameter.DatedValue>();
        for (int i = 0; i < rows.size(); i++) {
            values.add(value(type, rows.get(i), days.get(i)));
        }
        return values;
    }

    /** The days of dated values: written oldest first, each until the next or to its own end. */
    static List<DateRange> oldestFirst(LawReading reading, List<YamlFields> rows) {
        var all = new ArrayList<DateRange>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var days = row.days();
            if (i + 1 < rows.size()) {
                var next = rows.get(i + 1);
                var nextFrom = next.day("from");
                if (!nextFrom.isAfter(days.from())) {
                    reading.problems().add(next.place(), "values must be written oldest first, each from a later day");
                } else if (days.isOpenEnded()) {
                    days = new DateRange(days.from(), nextFrom.minusDays(1));
                } else if (!days.to().isBefore(nextFrom)) {
                    reading.problems()
                            .add(
                                    row.place(),
                                    "ends on %s, but the next value starts on %s".formatted(days.to(), nextFrom));
                }
            }
            all.add(days);
        }
        return all;
    }

    private Parameter.DatedValue value(ValueType type, YamlFields row, DateRange days) {
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
