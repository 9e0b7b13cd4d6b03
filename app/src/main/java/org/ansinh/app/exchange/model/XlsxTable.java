package org.ansinh.app.exchange.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ansinh.app.exchange.FileRefused;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A visible sheet of an XLSX. Every cell becomes the text a person would type: numbers plain, days as year-month-day. */
final class XlsxTable implements Table {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final Path file;
    private final int index;
    private final String name;
    private final List<TableRow> top;

    private XlsxTable(Path file, int index, String name, List<TableRow> top) {
        this.file = file;
        this.index = index;
        this.name = name;
        this.top = top;
    }

    /** Its size was measured before. */
    static List<Table> open(Path file) throws IOException {
        var tables = new ArrayList<Table>();
        try (var book = new ReadableWorkbook(file.toFile(), WITH_FORMATS)) {
            for (var sheet : book.getSheets().toList()) {
                if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                    continue;
                }
                try (var rows = sheet.openStream()) {
                    var top = rows.map(XlsxTable::row)
                            .filter(it -> !it.isBlank())
                            .limit(TOP)
                            .toList();
                    if (!top.isEmpty()) {
                        tables.add(new XlsxTable(file, sheet.getIndex(), sheet.getName(), top));
                    }
                }
            }
        } catch (ExcelReaderException | IOException | IllegalStateException broken) {
            throw refused(broken);
        }
        if (tables.isEmpty()) {
            throw new FileRefused("empty", "");
        }
        return tables;
    }

    private static FileRefused refused(Exception broken) {
        var refused = new FileRefused(
                "not_xlsx", Optional.ofNullable(broken.getMessage()).orElse(""));
        refused.initCause(broken);
        return refused;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<TableRow> top() {
        return top;
    }

    @Override
    public void eachRow(Consumer<TableRow> use) {
        try (var book = new ReadableWorkbook(file.toFile(), WITH_FORMATS)) {
            var sheet = book.getSheet(index).orElseThrow();
            try (var rows = sheet.openStream()) {
                rows.map(XlsxTable::row).filter(it -> !it.isBlank()).forEach(use);
            }
        } catch (ExcelReaderException broken) {
            throw refused(broken);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static TableRow row(Row row) {
        var cells = new ArrayList<String>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxTable::text).orElse(""));
        }
        return new TableRow(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDay(cell) ? day(cell) : plain(cell);
        }
        if (cell.getType() == CellType.FORMULA) {
            return cell.getRawValue() == null ? "" : number(cell.getRawValue());
        }
        var text = cell.getText();
        return text == null ? "" : SafeCell.read(text);
    }

    private static String plain(Cell cell) {
        return number(cell.getRawValue());
    }

    private static String number(String raw) {
        try {
            var value = new BigDecimal(raw.strip());
            // A number of more places than that is not one an office wrote; its plain form could fill the memory.
            return Math.abs(value.scale()) > 30 ? raw : trimmed(value).toPlainString();
        } catch (NumberFormatException words) {
            return raw;
        }
    }

    private static BigDecimal trimmed(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static String day(Cell cell) {
        var moment = cell.asDate();
        return moment == null ? plain(cell) : moment.toLocalDate().toString();
    }

    private static boolean isDay(Cell cell) {
        var id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 17 || id == 22)) {
            return true;
        }
        var format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        var bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return bare.contains("yy") || bare.contains("d") && bare.contains("m");
    }
}
