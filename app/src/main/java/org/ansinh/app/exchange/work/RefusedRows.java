package org.ansinh.app.exchange.work;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.SafeCell;
import org.ansinh.app.exchange.model.Table;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The rows that were not taken, as they came, with the reason in the last column: corrected there, the file can be loaded as it is. */
final class RefusedRows {

    static final String REASON = "Lý do bị từ chối";

    private RefusedRows() {}

    static void write(List<Table> tables, List<RowRefusal> refusals, OutputStream into) throws IOException {
        var reasons = new HashMap<String, Map<Integer, String>>();
        refusals.forEach(it -> reasons.computeIfAbsent(it.sheet(), sheet -> new HashMap<>())
                .merge(it.row(), said(it), (a, b) -> a + "; " + b));
        try (var book = new Workbook(into, "An Sinh", "1.0")) {
            for (var table : tables) {
                var ofTable = reasons.getOrDefault(table.name(), Map.of());
                if (ofTable.isEmpty()) {
                    continue;
                }
                var sheet = book.newWorksheet(table.name().isEmpty() ? "1" : table.name());
                var lines = new ArrayList<List<String>>();
                lines.add(with(table.headings(), table.headings().size(), REASON));
                table.eachRow(row -> {
                    var why = ofTable.get(row.number());
                    if (why != null) {
                        lines.add(with(row.cells(), table.headings().size(), why));
                    }
                });
                fill(sheet, lines);
            }
        }
    }

    private static String said(RowRefusal it) {
        return java.util.stream.Stream.of(it.column(), it.value(), Reasons.text(it.why()), it.detail())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(": "));
    }

    private static List<String> with(List<String> cells, int width, String last) {
        var all = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (all.size() < width) {
            all.add("");
        }
        all.add(last);
        return all;
    }

    private static void fill(Worksheet sheet, List<List<String>> lines) {
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.get(row).size(); column++) {
                sheet.inlineString(row, column, SafeCell.write(lines.get(row).get(column)));
            }
        }
    }
}
