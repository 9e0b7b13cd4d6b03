package org.ansinh.app.exchange.work;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ansinh.app.exchange.model.SafeCell;
import org.ansinh.app.exchange.model.Section;
import org.dhatim.fastexcel.Workbook;

/** Tables into files; the same knowledge gives the same CSV bytes. */
final class FileWriting {

    private static final FileTime NO_TIME = FileTime.fromMillis(315_532_800_000L);
    private static final String NOTE = "Ghi chú";
    private static final int ROWS_OF_A_SHEET = 1_048_576;
    private static final int FLUSH_EVERY = 1_000;

    private FileWriting() {}

    static long xlsx(RegisterFiles files, OutputStream into) throws IOException {
        long count = 0;
        try (var book = new Workbook(into, "An Sinh", "1.0")) {
            for (var section : Section.values()) {
                var sheet = new SheetOf(book, section.title(), RegisterFiles.headings(section));
                files.rowsOf(section, sheet::row);
                sheet.finish();
                count += sheet.count;
            }
            var note = book.newWorksheet(NOTE);
            for (int i = 0; i < files.note().size(); i++) {
                note.inlineString(i, 0, files.note().get(i));
            }
        }
        return count;
    }

    /** Sheets of one section: a spreadsheet holds a million rows, the next ones go on a sheet of the same headings. */
    private static final class SheetOf {
        private final Workbook book;
        private final String title;
        private final List<String> headings;
        private org.dhatim.fastexcel.Worksheet sheet;
        private int part = 1;
        private int row;
        private long count;

        SheetOf(Workbook book, String title, List<String> headings) {
            this.book = book;
            this.title = title;
            this.headings = headings;
            this.sheet = book.newWorksheet(title);
            write(headings);
        }

        void row(List<String> cells) {
            count++;
            if (row == ROWS_OF_A_SHEET) {
                finish();
                sheet = book.newWorksheet(title + " " + ++part);
                row = 0;
                write(headings);
            }
            write(cells);
            if (row % FLUSH_EVERY == 0) {
                flush();
            }
        }

        private void write(List<String> cells) {
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    sheet.inlineString(row, i, SafeCell.write(cells.get(i)));
                }
            }
            row++;
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException trouble) {
                throw new java.io.UncheckedIOException(trouble);
            }
        }

        void finish() {
            try {
                sheet.finish();
            } catch (IOException trouble) {
                throw new java.io.UncheckedIOException(trouble);
            }
        }
    }

    static long csv(RegisterFiles files, OutputStream into) throws IOException {
        var count = new AtomicLong();
        try (var zip = new ZipOutputStream(into, StandardCharsets.UTF_8)) {
            for (var section : Section.values()) {
                var entry = new ZipEntry("%d %s.csv".formatted(section.ordinal() + 1, section.title()));
                entry.setLastModifiedTime(NO_TIME);
                zip.putNextEntry(entry);
                var text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                text.write('\uFEFF');
                var csv = CsvWriter.builder().build(text);
                csv.writeRecord(RegisterFiles.headings(section));
                files.rowsOf(section, cells -> {
                    count.incrementAndGet();
                    csv.writeRecord(cells.stream().map(SafeCell::write).toList());
                });
                csv.flush();
                text.flush();
                zip.closeEntry();
            }
            var entry = new ZipEntry(NOTE + ".txt");
            entry.setLastModifiedTime(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(("\uFEFF" + String.join("\r\n", files.note()) + "\r\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return count.get();
    }
}
