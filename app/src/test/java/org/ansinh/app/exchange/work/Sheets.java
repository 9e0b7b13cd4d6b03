package org.ansinh.app.exchange.work;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/** A workbook of texts, sheet by sheet, as an office would bring it. */
final class Sheets {

    private final Map<String, List<String>> sheets = new LinkedHashMap<>();

    Sheets add(String name, String... rows) {
        sheets.put(name, List.of(rows));
        return this;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            sheets.forEach((name, rows) -> {
                var sheet = book.newWorksheet(name);
                for (int row = 0; row < rows.size(); row++) {
                    var cells = rows.get(row).split(",", -1);
                    for (int column = 0; column < cells.length; column++) {
                        sheet.inlineString(row, column, cells[column]);
                    }
                }
            });
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return bytes.toByteArray();
    }
}
