package org.ansinh.app.exchange.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.model.Section;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.app.exchange.store.RegisterRows;
import org.ansinh.app.registry.FactValue;
import org.ansinh.rules.pack.ValueType;

/** The register's current knowledge as the tables of an exchange file. */
final class RegisterFiles {

    private static final Map<Section, List<Column>> COLUMNS = Map.of(
            Section.HOUSEHOLDS, List.of(Column.HOUSEHOLD, Column.COMMUNE, Column.VILLAGE, Column.FROM),
            Section.PEOPLE,
                    List.of(
                            Column.KEY,
                            Column.NAME,
                            Column.BORN,
                            Column.SEX,
                            Column.ETHNIC_GROUP,
                            Column.PERSONAL_NUMBER,
                            Column.OLD_NUMBER,
                            Column.DIED_ON),
            Section.MEMBERSHIPS,
                    List.of(
                            Column.KEY,
                            Column.HOUSEHOLD,
                            Column.COMMUNE,
                            Column.KIND,
                            Column.ROLE,
                            Column.FROM,
                            Column.TO),
            Section.RELATIONS, List.of(Column.KEY, Column.RELATION, Column.OTHER_KEY, Column.FROM, Column.TO),
            Section.FACTS,
                    List.of(
                            Column.KEY,
                            Column.HOUSEHOLD,
                            Column.COMMUNE,
                            Column.FACT,
                            Column.INSTANCE,
                            Column.VALUE,
                            Column.FROM,
                            Column.TO,
                            Column.SOURCE),
            Section.DECISIONS,
                    List.of(
                            Column.KEY,
                            Column.HOUSEHOLD,
                            Column.COMMUNE,
                            Column.PROGRAMME,
                            Column.DECISION_NUMBER,
                            Column.SIGNED_ON,
                            Column.FROM,
                            Column.TO),
            Section.PAID, List.of(Column.KEY, Column.HOUSEHOLD, Column.COMMUNE, Column.PROGRAMME, Column.PAID_THROUGH));

    private final RegisterRows rows;
    private final FactWords words;
    private final Map<String, String> communes;

    RegisterFiles(RegisterRows rows, FactWords words, Map<String, String> communes) {
        this.rows = rows;
        this.words = words;
        this.communes = communes;
    }

    static List<String> headings(Section section) {
        return Objects.requireNonNull(COLUMNS.get(section)).stream()
                .map(Column::heading)
                .toList();
    }

    void rowsOf(Section section, Consumer<List<String>> use) {
        switch (section) {
            case HOUSEHOLDS -> rows.households(it -> use.accept(List.of(it[0], commune(it[1]), it[2], it[3])));
            case PEOPLE -> rows.people(it -> use.accept(person(it)));
            case MEMBERSHIPS ->
                rows.memberships(it -> use.accept(List.of(
                        it[0],
                        it[1],
                        commune(it[2]),
                        RowReading.writtenKind(it[3]),
                        RowReading.writtenRole(it[4]),
                        it[5],
                        it[6])));
            case RELATIONS ->
                rows.relations(
                        it -> use.accept(List.of(it[0], RowReading.writtenRelation(it[1]), it[2], it[3], it[4])));
            case FACTS ->
                facts(
                        "",
                        (it, value) -> use.accept(
                                List.of(it[0], it[1], commune(it[2]), it[3], it[4], value, it[8], it[9], it[10])));
            case DECISIONS ->
                facts(
                        ".decision",
                        (it, value) -> use.accept(List.of(
                                it[0],
                                it[1],
                                commune(it[2]),
                                words.programmeLabel(it[4]),
                                it[10],
                                value,
                                it[8],
                                it[9])));
            case PAID ->
                facts(
                        ".paid_through",
                        (it, value) ->
                                use.accept(List.of(it[0], it[1], commune(it[2]), words.programmeLabel(it[4]), value)));
        }
    }

    private String commune(String code) {
        return communes.getOrDefault(code, code);
    }

    private List<String> person(String[] it) {
        return List.of(
                it[0],
                it[1],
                WrittenDay.written(LocalDate.parse(it[2]), it[3]),
                it[4].equals("male") ? "Nam" : "Nữ",
                it[5].isEmpty() ? "" : words.label("ethnic_group", it[5]),
                it[6],
                it[7],
                it[8]);
    }

    /** Facts whose id ends so; with an empty ending those that are neither decisions nor payments. */
    private void facts(String ending, BiConsumer<String[], String> use) {
        rows.facts(it -> {
            boolean special = Stream.of(".decision", ".paid_through").anyMatch(it[3]::endsWith);
            if (ending.isEmpty() ? special : !it[3].endsWith(ending)) {
                return;
            }
            use.accept(it, written(it, ending));
        });
    }

    private String written(String[] it, String ending) {
        var value = it[5] != null
                ? FactValue.whole(Long.parseLong(it[5]))
                : it[6] != null
                        ? FactValue.day(LocalDate.parse(it[6]))
                        : FactValue.words(Objects.requireNonNull(it[7]));
        if (ending.equals(".paid_through") && value instanceof FactValue.Day(var day)) {
            return WrittenDay.written(day, "month");
        }
        return words.fact(it[3])
                .filter(fact -> fact.type().kind() != ValueType.Kind.TEXT)
                .map(fact -> words.written(fact, value))
                .orElseGet(value::toString);
    }
}
