package org.ansinh.app.exchange.work;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.Legible;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.app.registry.Refusal;

/** A refusal of the register, told of the column in which its cause stands in the file. */
final class RegisterRefusals {

    private static final Map<String, Column> FIELDS = Map.ofEntries(
            Map.entry("name", Column.NAME),
            Map.entry("born", Column.BORN),
            Map.entry("sex", Column.SEX),
            Map.entry("personal_number", Column.PERSONAL_NUMBER),
            Map.entry("died_on", Column.DIED_ON),
            Map.entry("code", Column.HOUSEHOLD),
            Map.entry("commune", Column.COMMUNE),
            Map.entry("village", Column.VILLAGE),
            Map.entry("household", Column.HOUSEHOLD),
            Map.entry("kind", Column.KIND));

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private RegisterRefusals() {}

    static RowRefusal inTheFile(RowReading row, Refusal it) {
        var column = column(row, it);
        var shown = row.says(column) ? row.cell(column) : it.value();
        return new RowRefusal(
                row.sheet(),
                row.row().number(),
                column.heading(),
                Legible.shown(days(shown)),
                it.why(),
                Legible.shown(days(it.detail())));
    }

    private static Column column(RowReading row, Refusal it) {
        var column = FIELDS.get(it.field());
        if (column != null) {
            return column;
        }
        return switch (it.why()) {
            case "fact_before_birth", "facts_overlap", "memberships_overlap" -> Column.FROM;
            case "instance_missing", "instance_not_allowed" -> Column.INSTANCE;
            case "fact_unknown", "fact_retired" -> Column.FACT;
            case "person_unknown", "subject_refused", "twice_in_load" -> whom(row);
            default -> Column.VALUE;
        };
    }

    /** The column by which the row says whom it means. */
    private static Column whom(RowReading row) {
        return Stream.of(Column.KEY, Column.PERSONAL_NUMBER, Column.NAME, Column.HOUSEHOLD)
                .filter(row::says)
                .findFirst()
                .orElse(Column.KEY);
    }

    /** Days as offices write them. */
    private static String days(String text) {
        return DAY.matcher(text).replaceAll(found -> WrittenDay.written(LocalDate.parse(found.group())));
    }
}
