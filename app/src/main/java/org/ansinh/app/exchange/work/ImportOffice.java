package org.ansinh.app.exchange.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.ImportDesk;
import org.ansinh.app.exchange.ImportReport;
import org.ansinh.app.exchange.ImportReport.SheetRead;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.model.Section;
import org.ansinh.app.exchange.model.Section.Plan;
import org.ansinh.app.exchange.model.Table;
import org.ansinh.app.exchange.model.TableFile;
import org.ansinh.app.exchange.store.RegisterRows;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.territory.TerritoryDesk;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** Files in, for whoever acts. */
@Service
class ImportOffice implements ImportDesk {

    /** So many rows show whether a table is written in an old font. */
    private static final int SAMPLE = 50;

    private final LoadDesk loading;
    private final LawbookDesk lawbook;
    private final TerritoryDesk territory;
    private final RegisterRows rows;
    private final FileLimits limits;
    private final Clock clock;

    ImportOffice(
            LoadDesk loading,
            LawbookDesk lawbook,
            TerritoryDesk territory,
            RegisterRows rows,
            FileLimits limits,
            Clock clock) {
        this.loading = loading;
        this.lawbook = lawbook;
        this.territory = territory;
        this.rows = rows;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void receive(InputStream sent, Path into) {
        TableFile.receive(sent, into, limits);
    }

    @Override
    public ImportReport preview(Path file, String name, LocalDate asOf) {
        return taken(file, name, asOf, loading::preview);
    }

    @Override
    public ImportReport load(Path file, String name, LocalDate asOf) {
        return taken(file, name, asOf, loading::load);
    }

    /** Loading now, or only as if. */
    private interface Taking {
        LoadResult take(Consumer<RegisterLoad> told);
    }

    /** A table that was understood, and the number its first row has among all rows of the file. */
    private record Planned(Table table, Plan plan) {}

    private ImportReport taken(Path file, String name, LocalDate asOf, Taking taking) {
        var run = new Run(planned(file, name));
        try {
            return run.report(taking.take(load -> run.tell(load, name, asOf)));
        } catch (DataAccessException refused) {
            throw BrokenRule.in(refused).filter(BrokenRule::isOutsideArea).isPresent()
                    ? new FileRefused("outside_area", name)
                    : refused;
        }
    }

    private List<Planned> planned(Path file, String name) {
        var found = new ArrayList<Planned>();
        for (var table : TableFile.open(file, name, limits)) {
            Section.of(table.headings()).ifPresent(plan -> found.add(new Planned(table, plan)));
        }
        if (found.isEmpty()) {
            throw new FileRefused(
                    "headings_unknown",
                    String.join(
                            ", ", TableFile.open(file, name, limits).getFirst().headings()));
        }
        found.sort(Comparator.comparing(it -> it.plan().section()));
        return found;
    }

    /** One taking of one file. */
    private final class Run {
        private final List<Planned> tables;
        private final List<SheetRead> sheets = new ArrayList<>();
        private final Map<Integer, RowReading> firstOfSheet = new HashMap<>();
        private final List<Integer> starts = new ArrayList<>();
        private final List<RowRefusal> refusals = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();
        private int used;
        private int count;

        Run(List<Planned> tables) {
            this.tables = tables;
        }

        void tell(RegisterLoad load, String name, LocalDate asOf) {
            var today = LocalDate.now(clock);
            var into = new RowsIntoRegister(
                    load,
                    new Subjects(load, rows),
                    new Places(territory, asOf, today),
                    new FactWords(lawbook.current().pack()),
                    rows.area(),
                    name);
            for (var it : tables) {
                int start = used;
                starts.add(start);
                count = 0;
                var sample = new ArrayList<String>();
                it.table().eachRow(row -> {
                    if (++count <= SAMPLE) {
                        sample.addAll(row.cells());
                    }
                    if (count == SAMPLE) {
                        TableFile.refuseOldFonts(sample);
                    }
                    int line = start + row.number();
                    used = Math.max(used, line);
                    var reading = new RowReading(it.table().name(), it.plan(), row);
                    firstOfSheet.putIfAbsent(start, reading);
                    into.take(line, reading);
                });
                TableFile.refuseOldFonts(sample);
                sheets.add(new SheetRead(
                        it.table().name(),
                        it.plan().section().title(),
                        count,
                        it.plan().ignored()));
            }
            refusals.addAll(into.refusals());
            notices.addAll(into.notices());
        }

        ImportReport report(LoadResult result) {
            result.refusals().forEach(it -> refusals.add(at(it.line(), it.field(), it.value(), it.why(), it.detail())));
            result.repairs().forEach(it -> {
                var place = at(it.line(), it.field(), it.from(), it.why(), it.to());
                notices.add(new Notice(place.sheet(), place.row(), it.why(), it.from(), it.to()));
            });
            refusals.sort(Comparator.comparing(RowRefusal::sheet).thenComparing(RowRefusal::row));
            return new ImportReport(
                    sheets, result.added(), refusals.stream().distinct().toList(), notices);
        }

        private RowRefusal at(int line, String field, String value, String why, String detail) {
            int start = starts.stream().filter(it -> it < line).reduce(0, Math::max);
            var reading = firstOfSheet.get(start);
            return new RowRefusal(reading == null ? "" : reading.sheet(), line - start, field, value, why, detail);
        }
    }

    @Override
    public void refusedRows(Path file, String name, ImportReport report, OutputStream into) {
        try {
            RefusedRows.write(planned(file, name).stream().map(Planned::table).toList(), report.refusals(), into);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
