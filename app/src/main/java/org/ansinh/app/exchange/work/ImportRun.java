package org.ansinh.app.exchange.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ansinh.app.exchange.ImportReport.Added;
import org.ansinh.app.exchange.ImportReport.SheetRead;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.HeadedTable;
import org.ansinh.app.exchange.model.Section;
import org.ansinh.app.exchange.model.TableFile;
import org.ansinh.app.exchange.model.TableRow;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;

/** One taking of one file: which line is which row, what was told, and what came of it. */
final class ImportRun {

    /** So many rows show whether a table is written in an old font. */
    private static final int SAMPLE = 50;

    private static final String FOLLOWS = "subject_refused";

    private final List<HeadedTable> tables;
    private final Progress progress;
    private final List<SheetRead> sheets = new ArrayList<>();

    /** Lines count through all tables, so that the register can tell of each; a table's rows begin after its start. */
    private final List<Integer> starts = new ArrayList<>();

    private final List<RowRefusal> refusals = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Set<Integer> refusedLines = new HashSet<>();
    private final Map<SubjectRef, Integer> toldOn = new HashMap<>();
    private BookLines book = new BookLines();
    private Added added = new Added(0, 0, 0, 0, 0, 0, 0, 0, 0);
    private final Set<String> housed = new HashSet<>();
    private int rows;

    ImportRun(List<HeadedTable> tables, Progress progress) {
        this.tables = tables;
        this.progress = progress;
    }

    /** How many rows there are, and whether they are written in letters that can be read: before anything is told. */
    void count() {
        progress.begin("count", 0);
        int used = 0;
        for (var table : tables) {
            starts.add(used);
            var seen = new int[2];
            var sample = new ArrayList<String>();
            table.eachRow(row -> {
                seen[0]++;
                seen[1] = row.number();
                housed(table, row);
                if (seen[0] <= SAMPLE) {
                    sample.addAll(row.cells());
                }
            });
            TableFile.refuseOldFonts(sample);
            housed.remove("");
            used += seen[1];
            rows += seen[0];
            sheets.add(new SheetRead(table.name(), table.plan().section().name(), seen[0], ignored(table)));
        }
    }

    /** People of a table of memberships have a household, though their own row names none. */
    private void housed(HeadedTable table, TableRow row) {
        if (table.plan().section() == Section.MEMBERSHIPS) {
            housed.add(table.plan().cell(row, Column.KEY));
            housed.add(table.plan().cell(row, Column.PERSONAL_NUMBER));
        }
    }

    /** What no reading of the same table looks at. */
    private List<String> ignored(HeadedTable table) {
        var ignored = new ArrayList<>(table.plan().ignored());
        tables.stream()
                .filter(it -> it.table() == table.table())
                .forEach(it -> ignored.retainAll(it.plan().ignored()));
        return ignored;
    }

    void tell(RegisterLoad load, RowsIntoRegister.Sources from) {
        progress.begin("read", rows);
        var into = new RowsIntoRegister(load, from, housed);
        for (int i = 0; i < tables.size(); i++) {
            var table = tables.get(i);
            int start = starts.get(i);
            table.eachRow(row -> {
                into.take(start + row.number(), new RowReading(table.name(), table.plan(), row));
                progress.advance(1);
            });
        }
        refusals.addAll(into.refusals());
        notices.addAll(into.notices());
        toldOn.putAll(into.toldOn());
        book = into.book();
        progress.begin("write", 0);
    }

    /** What the register made of it. */
    void told(LoadResult result) {
        refuse(causes(result.refusals()));
        result.repairs().forEach(it -> {
            int table = tableOf(it.line());
            notices.add(
                    new Notice(tables.get(table).name(), it.line() - starts.get(table), it.why(), it.from(), it.to()));
        });
        added = plus(result.added(), 0, 0);
    }

    BookLines book() {
        return book;
    }

    /** What the register did not take: lines, rows, and the people and households that the file introduces there. */
    BookTaking.NotTaken notTaken() {
        return new BookTaking.NotTaken(
                refusedLines,
                refusals.stream().map(RowPlace::of).collect(Collectors.toSet()),
                toldOn.entrySet().stream()
                        .filter(it -> refusedLines.contains(it.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    void tookOver(TakingOver.Outcome outcome) {
        refusals.addAll(outcome.refusals());
        notices.addAll(outcome.notices());
        added = plus(outcome.added(), outcome.decisions(), outcome.payees());
    }

    private Added plus(LoadResult.Counts more, long decisions, long payees) {
        return new Added(
                added.recordings() + more.recordings(),
                added.households() + more.households(),
                added.people() + more.people(),
                added.identities() + more.identities(),
                added.memberships() + more.memberships(),
                added.relations() + more.relations(),
                added.facts() + more.facts(),
                added.decisions() + decisions,
                added.payees() + payees);
    }

    /** Where a row's person is refused, that is the cause; that their place in the household was refused with them says nothing more. */
    private static List<Refusal> causes(List<Refusal> refused) {
        var explained = refused.stream()
                .filter(it -> !it.why().equals(FOLLOWS))
                .map(Refusal::line)
                .collect(Collectors.toSet());
        return refused.stream()
                .filter(it -> !it.why().equals(FOLLOWS) || !explained.contains(it.line()))
                .toList();
    }

    /** The register names fields of its own; whoever corrects the file needs its column and what stands there. */
    private void refuse(List<Refusal> refused) {
        var byTable = new HashMap<Integer, Map<Integer, List<Refusal>>>();
        for (var it : refused) {
            refusedLines.add(it.line());
            int table = tableOf(it.line());
            byTable.computeIfAbsent(table, t -> new HashMap<>())
                    .computeIfAbsent(it.line() - starts.get(table), row -> new ArrayList<>(1))
                    .add(it);
        }
        byTable.forEach((number, rowsRefused) -> {
            var table = tables.get(number);
            table.eachRow(row -> {
                var reading = new RowReading(table.name(), table.plan(), row);
                rowsRefused
                        .getOrDefault(row.number(), List.of())
                        .forEach(it -> refusals.add(RegisterRefusals.inTheFile(reading, it)));
            });
        });
    }

    private int tableOf(int line) {
        int table = 0;
        for (int i = 0; i < starts.size(); i++) {
            if (Objects.requireNonNull(starts.get(i)) < line) {
                table = i;
            }
        }
        return table;
    }

    Taken taken() {
        refusals.sort(Comparator.comparing(RowRefusal::sheet).thenComparing(RowRefusal::row));
        notices.sort(Comparator.comparing(Notice::sheet).thenComparing(Notice::row));
        return new Taken(
                tables,
                List.copyOf(sheets),
                added,
                refusals.stream().distinct().toList(),
                notices.stream().distinct().toList());
    }
}
