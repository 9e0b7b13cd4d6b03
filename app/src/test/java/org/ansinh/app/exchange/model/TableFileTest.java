package org.ansinh.app.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.FileRefused;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {

    private static final FileLimits LIMITS = FileLimits.megabytes(1, 4, 1, 10);

    @TempDir
    Path folder;

    private Path csv(Charset charset, String text) throws IOException {
        return Files.write(folder.resolve("people.csv"), text.getBytes(charset));
    }

    private static List<String> headings(Table table) {
        return table.top().getFirst().cells().stream().map(String::strip).toList();
    }

    /** What stands below the headings. */
    private static List<TableRow> rows(Table table) {
        var rows = new ArrayList<TableRow>();
        table.eachRow(rows::add);
        return rows.subList(1, rows.size());
    }

    private static void refusedAs(String why, Path file, String name) {
        assertThatThrownBy(() -> TableFile.open(file, name, LIMITS))
                .isInstanceOfSatisfying(
                        FileRefused.class, it -> assertThat(it.why()).isEqualTo(why));
    }

    @Test
    void commaSemicolonAndTabAllPartCells() throws IOException {
        for (var separator : new String[] {",", ";", "\t"}) {
            var file = csv(
                    StandardCharsets.UTF_8,
                    "\uFEFFHọ và tên%sNăm sinh\r\n\r\n\"Nông, Thị; Hoa\"%s1950\r\n".formatted(separator, separator));
            var table = TableFile.open(file, "people.csv", LIMITS).getFirst();
            assertThat(headings(table)).containsExactly("Họ và tên", "Năm sinh");
            assertThat(rows(table)).containsExactly(new TableRow(3, List.of("Nông, Thị; Hoa", "1950")));
        }
    }

    @Test
    void unicodeTextOfASpreadsheetProgramIsReadWithAndWithoutItsMark() throws IOException {
        for (var mark : new String[] {"\uFEFF", ""}) {
            var file = csv(StandardCharsets.UTF_16LE, mark + "Họ và tên\tNăm sinh\nLý Văn Kiên\t1950\n");
            var table = TableFile.open(file, "people.txt", LIMITS).getFirst();
            assertThat(headings(table)).containsExactly("Họ và tên", "Năm sinh");
            assertThat(rows(table).getFirst().cells()).containsExactly("Lý Văn Kiên", "1950");
        }
    }

    @Test
    void theOldFontsAreCalledByTheirNames() throws IOException {
        var western = Charset.forName("windows-1252");
        refusedAs("tcvn3", csv(western, "Hä vµ tªn,N¨m sinh\nNguyÔn V¨n §«ng,1950\n"), "people.csv");
        refusedAs("vni", csv(western, "Hoï vaø teân,Naêm sinh\nNguyeãn Vaên Ñoâng,1950\n"), "people.csv");
        refusedAs("unknown_letters", csv(western, "Name,Jahr\nMüller,1950\n"), "people.csv");
    }

    @Test
    void theOldFontsAreSeenInCellsOfAUnicodeFileToo() {
        assertThat(OldFont.among(List.of("Nông Thị Hoa", "NguyÔn V¨n §«ng", "TrÇn ThÞ B×nh", "Hoµng V¨n Th¾ng")))
                .contains(OldFont.TCVN3);
        assertThat(OldFont.among(
                        List.of("Nguyễn Hoà Quý", "Hoàng Thị Thuý", "Lò Văn Khoẻ", "Đặng Quốc Toản", "Quách Loan")))
                .isEmpty();
    }

    @Test
    void aFileThatIsNotWhatItsNamePromisesIsRefused() throws IOException {
        refusedAs("not_xlsx", Files.writeString(folder.resolve("a"), "<html>"), "people.xlsx");
        refusedAs("not_xlsx", Files.write(folder.resolve("b"), new byte[] {'P', 'K', 3, 4, 1, 2, 3}), "people.xlsx");
        refusedAs(
                "old_excel",
                Files.write(folder.resolve("c"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}),
                "people.xls");
        refusedAs("empty", Files.write(folder.resolve("d"), new byte[0]), "people.csv");
        refusedAs("empty", Files.writeString(folder.resolve("e"), "\n \n"), "people.csv");
        refusedAs("not_xlsx", zip("word/document.xml", 10), "people.docx");
    }

    @Test
    void aFileOverTheLimitIsRefusedBeforeItIsReadWhole() {
        var endless = new InputStream() {
            long read;

            @Override
            public int read() {
                read++;
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                read += length;
                return length;
            }
        };
        assertThatThrownBy(() -> TableFile.receive(endless, folder.resolve("big"), LIMITS))
                .isInstanceOfSatisfying(
                        FileRefused.class, it -> assertThat(it.why()).isEqualTo("too_large"));
        assertThat(endless.read).isLessThan(2 * LIMITS.mostBytes());
        TableFile.receive(
                new ByteArrayInputStream("a,b\n".getBytes(StandardCharsets.UTF_8)), folder.resolve("s"), LIMITS);
        assertThat(folder.resolve("s")).hasContent("a,b\n");
    }

    @Test
    void aZipThatUnpacksWithoutEndIsRefused() throws IOException {
        refusedAs("bomb", zip("xl/workbook.xml", 64 * 1024 * 1024), "people.xlsx");
    }

    @Test
    void aWorkbookThatDefinesEntitiesIsRefused() throws IOException {
        var file = folder.resolve("entities.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x/>".getBytes(StandardCharsets.UTF_8));
        }
        refusedAs("bomb", file, "people.xlsx");
    }

    @Test
    void aZipOfTablesIsEveryTableInItAndItsPartsNeverLeadOutOfTheFolder() throws IOException {
        var file = folder.resolve("so-bo.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("1 Hộ.csv"));
            zip.write("\uFEFFMã hộ,Xã\r\n1,Bảo Lạc\r\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("../../2 Người.csv"));
            zip.write("Họ và tên\nNông Thị Lan\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("Ghi chú.txt"));
            zip.write("…".getBytes(StandardCharsets.UTF_8));
        }
        var tables = TableFile.open(file, "so-bo.zip", LIMITS);
        assertThat(tables).extracting(Table::name).containsExactlyInAnyOrder("1 Hộ", "2 Người");
        assertThat(folder.resolve("../2 Người.csv")).doesNotExist();
    }

    @Test
    void aTitleAboveTheHeadingsIsNoTable() throws IOException {
        var file = csv(
                StandardCharsets.UTF_8,
                "UBND XÃ BẢO LÂM\n\nDANH SÁCH CHI TRẢ THÁNG 9/2026, LẦN 1\nSTT;Họ và tên;Ngày sinh;Số tiền\n1;Nông Thị Lan;1950;500.000\n");
        var table = HeadedTable.among(TableFile.open(file, "list.csv", LIMITS), Section::paidList)
                .getFirst();
        assertThat(table.headings().number()).isEqualTo(4);
        var rows = new ArrayList<TableRow>();
        table.eachRow(rows::add);
        assertThat(rows).containsExactly(new TableRow(5, List.of("1", "Nông Thị Lan", "1950", "500.000")));
    }

    private Path zip(String part, int zeros) throws IOException {
        var file = folder.resolve("packed-" + zeros);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(new byte[zeros]);
        }
        return file;
    }

    @Test
    void cellsOfASpreadsheetReadAsAPersonWouldTypeThem() throws IOException {
        var file = folder.resolve("people.xlsx");
        try (var book = new Workbook(Files.newOutputStream(file), "test", "1.0")) {
            var sheet = book.newWorksheet("Người");
            sheet.value(1, 0, "Số định danh");
            sheet.value(1, 1, "Ngày sinh");
            sheet.value(1, 2, "Số tiền");
            sheet.value(2, 0, 4_150_123_456L);
            sheet.value(2, 1, LocalDate.of(1950, 8, 20));
            sheet.style(2, 1).format("dd/mm/yyyy").set();
            sheet.value(2, 2, 500_000);
            sheet.value(3, 0, "004150123456");
            sheet.value(3, 1, "20/8/1950");
            sheet.value(3, 2, "'=1+1");
        }
        var table = TableFile.open(file, "people.xlsx", LIMITS).getFirst();
        assertThat(table.name()).isEqualTo("Người");
        assertThat(headings(table)).containsExactly("Số định danh", "Ngày sinh", "Số tiền");
        assertThat(rows(table))
                .containsExactly(
                        new TableRow(3, List.of("4150123456", "1950-08-20", "500000")),
                        new TableRow(4, List.of("004150123456", "20/8/1950", "=1+1")));
    }

    @Test
    void aCellThatBeginsLikeAFormulaIsMadeHarmlessAndReadsBackTheSame() {
        for (var text :
                new String[] {"=HYPERLINK(\"x\")", "+84", "-1", "@SUM(A1)", "'=1", "Nông Thị Hoa", "'Tày", ""}) {
            assertThat(SafeCell.read(SafeCell.write(text))).isEqualTo(text);
            assertThat(SafeCell.write(text))
                    .doesNotStartWith("=")
                    .doesNotStartWith("+")
                    .doesNotStartWith("@");
        }
    }
}
