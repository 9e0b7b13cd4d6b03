package org.ansinh.app.exchange.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.CheckColumn;
import org.ansinh.app.exchange.model.CheckResult;
import org.ansinh.app.exchange.model.Legible;
import org.ansinh.app.exchange.model.Table;
import org.ansinh.app.exchange.model.TableRow;
import org.ansinh.app.exchange.model.Words;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.app.registry.PopulationCheckDesk.Echo;
import org.ansinh.app.registry.PopulationCheckDesk.Outcome;
import org.ansinh.app.registry.PopulationCheckDesk.Row;
import org.ansinh.app.registry.PopulationCheckDesk.Theirs;
import org.jspecify.annotations.Nullable;

/** A list that came back, cell by cell: columns in whatever order, days typed or kept by a spreadsheet; what a cell cannot mean stops its row and no other. */
final class CheckReading {

    private final List<Row> rows = new ArrayList<>();
    private final List<RowRefusal> refusals = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private String sheet = "";

    private CheckReading() {}

    /** @throws FileRefused where no sheet has the headings of a list */
    static CheckReading of(List<Table> tables) {
        var reading = new CheckReading();
        boolean any = false;
        for (var table : tables) {
            any |= reading.read(table);
        }
        if (!any) {
            var top = tables.getFirst().top();
            throw new FileRefused(
                    "no_check_headings",
                    top.isEmpty() ? "" : String.join(", ", top.getFirst().cells()));
        }
        return reading;
    }

    List<Row> rows() {
        return rows;
    }

    List<RowRefusal> refusals() {
        return refusals;
    }

    /** Headings that are none of ours. */
    List<String> ignored() {
        return ignored;
    }

    String sheet() {
        return sheet;
    }

    private boolean read(Table table) {
        for (var top : table.top()) {
            var columns = CheckColumn.in(top.cells());
            if (columns.isPresent()) {
                sheet = table.name();
                other(top, columns.get());
                table.eachRow(row -> {
                    if (row.number() > top.number()) {
                        new Reading(table.name(), columns.get(), row).read();
                    }
                });
                return true;
            }
        }
        return false;
    }

    private void other(TableRow headings, Map<CheckColumn, Integer> columns) {
        for (int i = 0; i < headings.cells().size(); i++) {
            if (!columns.containsValue(i) && !headings.cell(i).isBlank()) {
                ignored.add(headings.cell(i));
            }
        }
    }

    /** One row. */
    private final class Reading {
        private final String of;
        private final Map<CheckColumn, Integer> columns;
        private final TableRow row;
        private @Nullable RowRefusal first;

        Reading(String of, Map<CheckColumn, Integer> columns, TableRow row) {
            this.of = of;
            this.columns = columns;
            this.row = row;
        }

        void read() {
            if (isOfNobody()) {
                return;
            }
            columns.keySet()
                    .forEach(it ->
                            Legible.trouble(cell(it)).ifPresent(trouble -> stop(it, trouble.why(), trouble.detail())));
            var result = result();
            var born = day(CheckColumn.BORN);
            var theirs = new Theirs(
                    text(CheckColumn.NAME),
                    born.map(WrittenDay.Read::day),
                    born.map(WrittenDay.Read::precision),
                    sex(CheckColumn.SEX),
                    text(CheckColumn.NUMBER),
                    text(CheckColumn.RESIDENCE));
            var echo = new Echo(
                    cell(CheckColumn.SENT_NAME),
                    day(CheckColumn.SENT_BORN).map(WrittenDay.Read::day),
                    sex(CheckColumn.SENT_SEX),
                    cell(CheckColumn.SENT_NUMBER));
            var it = new Row(
                    row.number(),
                    cell(CheckColumn.KEY).toUpperCase(Locale.ROOT).replace(" ", ""),
                    echo,
                    result,
                    theirs,
                    exactDay(),
                    text(CheckColumn.MOVED_TO),
                    cell(CheckColumn.REMARK));
            if (first == null) {
                rows.add(it);
            } else {
                refusals.add(first);
            }
        }

        /** A signature or a sum below the list: neither a key nor a name nor an answer. */
        private boolean isOfNobody() {
            return !cell(CheckColumn.KEY).startsWith("DC")
                    && cell(CheckColumn.SENT_NAME).isEmpty()
                    && Stream.of(CheckColumn.values())
                            .filter(it -> !it.isSent() && it != CheckColumn.REMARK)
                            .allMatch(it -> cell(it).isEmpty());
        }

        private Optional<Outcome> result() {
            var words = cell(CheckColumn.RESULT);
            var read = CheckResult.read(words);
            if (read.isEmpty() && !words.isEmpty()) {
                stop(CheckColumn.RESULT, "check_result_unknown", String.join("; ", CheckResult.all()));
            }
            return read;
        }

        private Optional<String> sex(CheckColumn column) {
            return switch (Words.folded(cell(column))) {
                case "" -> Optional.empty();
                case "nam", "male", "trai" -> Optional.of("male");
                case "nu", "female", "gai" -> Optional.of("female");
                default -> {
                    stop(column, "value_outside_list", "Nam; Nữ");
                    yield Optional.empty();
                }
            };
        }

        private Optional<WrittenDay.Read> day(CheckColumn column) {
            return switch (WrittenDay.of(cell(column))) {
                case WrittenDay.Read read -> Optional.of(read);
                case WrittenDay.Nothing() -> Optional.empty();
                case WrittenDay.Unreadable(var why) -> {
                    stop(column, why, "");
                    yield Optional.empty();
                }
            };
        }

        private Optional<LocalDate> exactDay() {
            var day = day(CheckColumn.DIED_ON);
            if (day.filter(it -> !it.precision().equals("day")).isPresent()) {
                stop(CheckColumn.DIED_ON, "check_day_not_exact", "");
            }
            return day.map(WrittenDay.Read::day);
        }

        private Optional<String> text(CheckColumn column) {
            return Optional.of(cell(column)).filter(it -> !it.isEmpty());
        }

        private String cell(CheckColumn column) {
            return Legible.composed(row.cell(columns.getOrDefault(column, -1)));
        }

        /** The first thing that is wrong is told; the others show when it is mended. */
        private void stop(CheckColumn column, String why, String detail) {
            if (first == null) {
                first = new RowRefusal(of, row.number(), column.heading(), Legible.shown(cell(column)), why, detail);
            }
        }
    }
}
