package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.timeline.DateRange;

/** Reads a figure that depends on a key: {@code by: int} with {@code rows: {21: 1094000, 22..30: 2000000, 81..: 3000000}}. */
final class TableReader {

    private final LawReading reading;
    private final Dictionary dictionary;

    TableReader(LawReading reading, Dictionary dictionary) {
        this.reading = reading;
        this.dictionary = dictionary;
    }

    Table read(YamlItem item, YamlFields fields, List<YamlItem> items) {
        var written = items.stream()
                .filter(YamlItem::isFields)
                .map(it -> it.fields(
                        "from", "to", "rows", "otherwise", "in_force", "published", "basis", "certainty", "note"))
                .toList();
        var type =
                ParameterReader.figureType(fields, dictionary, written.stream().flatMap(TableReader::figures));
        var by = by(fields, written);
        var days = ParameterReader.oldestFirst(reading, written);
        var versions = new ArrayList<Table.Version>();
        for (int i = 0; i < written.size(); i++) {
            versions.add(version(type, by, written.get(i), days.get(i)));
        }
        return new Table(
                fields.text("id"),
                fields.words("label"),
                type,
                by,
                fields.optionalText("unit"),
                List.copyOf(versions),
                fields.optionalDay("confirmed_through"),
                item.place());
    }

    private static Stream<YamlFields> rows(YamlFields version) {
        return version.get("rows").filter(YamlItem::isFields).map(YamlItem::named).stream();
    }

    /** Every value that is written, to see how fine a decimal has to be carried. */
    private static Stream<String> figures(YamlFields version) {
        var rows = rows(version).flatMap(it -> it.keys().stream().flatMap(key -> it.get(key).stream()));
        return Stream.concat(rows, version.get("otherwise").stream())
                .map(it -> it.isFields() ? it.named().optionalText("value").orElse("") : it.text());
    }

    private ValueType by(YamlFields fields, List<YamlFields> versions) {
        var item = fields.get("by").orElseThrow();
        var type = DictionaryReader.typeOf(item, dictionary.enumerations());
        return switch (type.kind()) {
            case DECIMAL ->
                ValueType.decimal(ParameterReader.digits(versions.stream()
                        .flatMap(TableReader::rows)
                        .flatMap(it -> it.keys().stream())
                        .flatMap(it -> Stream.of(it.split("\\.\\.<?", -1)))));
            case INT, DONG, DAY, ENUM -> type;
            case BOOL, TEXT -> {
                item.problem("a table is looked up by int, decimal, dong, day or enum NAME, found '%s'"
                        .formatted(item.text()));
                yield ValueType.INT;
            }
        };
    }

    private Table.Version version(ValueType type, ValueType by, YamlFields fields, DateRange days) {
        var basis = reading.basis(fields);
        var certainty = reading.certainty(fields);
        var rows = new ArrayList<Table.Row>();
        fields.required("rows").map(YamlItem::named).ifPresent(named -> {
            for (var key : named.keys()) {
                var item = named.get(key).orElseThrow();
                key(by, key, item).ifPresent(it -> rows.add(row(type, it, key, item, basis, certainty)));
            }
        });
        rows.sort(Comparator.comparingLong(Table.Row::low));
        refuseOverlaps(rows, fields);
        return new Table.Version(
                days,
                List.copyOf(rows),
                fields.get("otherwise").map(it -> row(type, new Key(0, 0, false), "otherwise", it, basis, certainty)),
                basis,
                certainty,
                fields.optionalDay("in_force"));
    }

    private void refuseOverlaps(List<Table.Row> rows, YamlFields fields) {
        for (int i = 1; i < rows.size(); i++) {
            var before = rows.get(i - 1);
            if (before.holdsFor(rows.get(i).low(), 1)) {
                reading.problems()
                        .add(
                                fields.place(),
                                "the rows %s and %s both claim %s"
                                        .formatted(
                                                before.key(),
                                                rows.get(i).key(),
                                                rows.get(i).key()));
            }
        }
    }

    private record Key(long low, long high, boolean open) {}

    /** {@code 61}, {@code 41..50}, {@code 0.5..<1.5}, {@code 81..}, {@code ..20}, or a value of the enumeration. */
    private Optional<Key> key(ValueType by, String written, YamlItem item) {
        try {
            int dots = written.indexOf("..");
            if (dots < 0) {
                long only = dictionary.carried(by, written);
                return Optional.of(new Key(only, only, false));
            }
            if (by.kind() == ValueType.Kind.ENUM) {
                throw new IllegalArgumentException(
                        "the values of an enumeration have no order; write one row for each of them");
            }
            boolean open = written.startsWith("<", dots + 2);
            var low = written.substring(0, dots).trim();
            var high = written.substring(dots + (open ? 3 : 2)).trim();
            return Optional.of(new Key(
                    low.isEmpty() ? Table.NO_END * -1 : dictionary.carried(by, low),
                    high.isEmpty() ? Table.NO_END : dictionary.carried(by, high),
                    open));
        } catch (IllegalArgumentException wrong) {
            item.problem("the key '%s': %s".formatted(written, wrong.getMessage()));
            return Optional.empty();
        }
    }

    /** A value alone, or one with a basis and a certainty of its own. */
    private Table.Row row(ValueType type, Key key, String name, YamlItem item, Basis basis, Certainty certainty) {
        if (!item.isFields()) {
            return new Table.Row(
                    key.low(), key.high(), key.open(), name, value(type, item), item.text(), basis, certainty, false);
        }
        var fields = item.fields("value", "basis", "certainty", "note");
        var value = fields.required("value");
        var own = reading.optionalCertainty(fields);
        return new Table.Row(
                key.low(),
                key.high(),
                key.open(),
                name,
                value.map(it -> value(type, it)).orElse(0L),
                value.map(YamlItem::text).orElse(""),
                reading.optionalBasis(fields).orElse(basis),
                own.orElse(certainty),
                own.isPresent() && own.get() != certainty);
    }

    private long value(ValueType type, YamlItem item) {
        return DictionaryReader.carried(dictionary, type, Optional.of(item), item.text());
    }
}
