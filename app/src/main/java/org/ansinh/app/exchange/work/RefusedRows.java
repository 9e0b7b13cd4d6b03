package org.ansinh.app.exchange.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.HeadedTable;
import org.ansinh.app.exchange.model.SafeCell;
import org.ansinh.app.exchange.model.Table;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rows that were not taken, as they came, with the reason in the last column: corrected there, the file can be loaded as it is. */
@Component
class RefusedRows {

    static final String REASON = "Lý do bị từ chối";

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final int LONGEST_SHEET_NAME = 31;

    private final MessageSource texts;

    RefusedRows(MessageSource texts) {
        this.texts = texts;
    }

    void write(Taken taken, Path into) {
        var reasons = new HashMap<String, Map<Integer, String>>();
        taken.refusals()
                .forEach(it -> reasons.computeIfAbsent(it.sheet(), sheet -> new HashMap<>())
                        .merge(it.row(), said(it), (a, b) -> a + " " + b));
        try (var out = new BufferedOutputStream(Files.newOutputStream(into));
                var book = new Workbook(out, "An Sinh", "1.0")) {
            var seen = new HashSet<Table>();
            for (var table : taken.tables()) {
                var ofTable = reasons.getOrDefault(table.name(), Map.of());
                if (!ofTable.isEmpty() && seen.add(table.table())) {
                    sheet(book.newWorksheet(sheetName(table.name(), seen.size())), table, ofTable);
                }
            }
            if (!taken.notices().isEmpty()) {
                notices(book.newWorksheet(text("exchange.notices")), taken);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static String sheetName(String name, int number) {
        var plain = name.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        return plain.isEmpty()
                ? Integer.toString(number)
                : plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME));
    }

    private void sheet(Worksheet sheet, HeadedTable table, Map<Integer, String> reasons) {
        int width = table.headings().cells().size();
        var headings = with(table.headings().cells(), width, REASON);
        write(sheet, 0, headings);
        for (int i = 0; i < headings.size(); i++) {
            sheet.style(0, i).bold().set();
        }
        var next = new int[] {1};
        table.eachRow(row -> {
            var why = reasons.get(row.number());
            if (why != null) {
                write(sheet, next[0]++, with(row.cells(), width, why));
            }
        });
        sheet.freezePane(0, 1);
    }

    /** Column, what stands there, and a sentence that says what to do. */
    private String said(RowRefusal it) {
        var where = it.value().isEmpty() ? it.column() : it.column() + " “" + it.value() + "”";
        return where + ": " + texts.getMessage(it, VIETNAMESE);
    }

    private void notices(Worksheet sheet, Taken taken) {
        write(
                sheet,
                0,
                List.of(
                        text("exchange.sheet"),
                        text("exchange.row"),
                        text("exchange.what"),
                        text("exchange.from"),
                        text("exchange.to")));
        int row = 1;
        for (var it : taken.notices()) {
            var what = texts.getMessage("exchange.notice." + it.what(), null, it.what(), VIETNAMESE);
            write(
                    sheet,
                    row++,
                    List.of(it.sheet(), Integer.toString(it.row()), String.valueOf(what), it.from(), it.to()));
        }
    }

    private String text(String key) {
        return texts.getMessage(key, null, VIETNAMESE);
    }

    private static List<String> with(List<String> cells, int width, String last) {
        var all = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (all.size() < width) {
            all.add("");
        }
        all.add(last);
        return all;
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, SafeCell.write(printable(cells.get(column))));
        }
    }

    /** XML knows no control characters and no halves of letters; one of them would make the whole workbook unreadable. */
    private static String printable(String text) {
        return text.codePoints()
                .map(it -> it == '\t'
                                || it == '\n'
                                || it >= 0x20 && it < 0xD800
                                || it > 0xDFFF && it != 0xFFFE && it != 0xFFFF
                        ? it
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
