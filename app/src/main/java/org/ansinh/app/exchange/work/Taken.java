package org.ansinh.app.exchange.work;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ansinh.app.exchange.ImportReport;
import org.ansinh.app.exchange.ImportReport.Added;
import org.ansinh.app.exchange.ImportReport.SheetRead;
import org.ansinh.app.exchange.ImportReport.Tally;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.HeadedTable;

/** Everything that came of taking a file; a page shows the beginning of it. */
record Taken(
        List<HeadedTable> tables,
        List<SheetRead> sheets,
        Added added,
        List<RowRefusal> refusals,
        List<Notice> notices) {

    private static final int SHOWN = 200;

    /** Decisions and payees make money flow: two officers stand for them. */
    boolean needsTwo() {
        return added.decisions() + added.payees() > 0;
    }

    ImportReport report() {
        return new ImportReport(
                sheets,
                added,
                tallies(refusals, RowRefusal::why),
                tallies(notices, Notice::what),
                refusals.stream().limit(SHOWN).toList(),
                notices.stream().limit(SHOWN).toList());
    }

    private static <T> List<Tally> tallies(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.groupingBy(key, Collectors.counting())).entrySet().stream()
                .map(it -> new Tally(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing(Tally::count).reversed().thenComparing(Tally::key))
                .toList();
    }
}
