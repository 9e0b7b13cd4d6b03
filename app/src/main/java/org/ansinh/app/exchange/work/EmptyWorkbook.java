package org.ansinh.app.exchange.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.model.Section;
import org.ansinh.app.lawbook.LawbookDesk;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/**
 * The workbook one begins with: a sheet for every table with its headings and one example row that is skipped when it is left standing, and a sheet that says what
 * may stand where. All cells are text, so that a spreadsheet takes no zeros from a number.
 */
@Component
class EmptyWorkbook {

    private static final String EXAMPLE = "VÍ DỤ";
    private static final int ROWS_AS_TEXT = 500;
    private static final int COLUMN_WIDTH = 20;

    private static final Map<Column, String> EXAMPLES = Map.ofEntries(
            Map.entry(Column.NAME, "Nông Thị Ví Dụ"),
            Map.entry(Column.BORN, "20/8/1950"),
            Map.entry(Column.SEX, "Nữ"),
            Map.entry(Column.ETHNIC_GROUP, "Tày"),
            Map.entry(Column.PERSONAL_NUMBER, "004150000000"),
            Map.entry(Column.COMMUNE, "Xã Bảo Lâm"),
            Map.entry(Column.VILLAGE, "Nà Ví Dụ"),
            Map.entry(Column.KIND, "Cư trú"),
            Map.entry(Column.ROLE, "Chủ hộ"),
            Map.entry(Column.RELATION, "Nuôi"),
            Map.entry(Column.OTHER_KEY, EXAMPLE + " 2"),
            Map.entry(Column.FACT, "Mức độ khuyết tật"),
            Map.entry(Column.VALUE, "Khuyết tật nặng"),
            Map.entry(Column.PROGRAMME, "Trợ cấp hưu trí xã hội"),
            Map.entry(Column.DECISION_NUMBER, "118/QĐ-UBND"),
            Map.entry(Column.SIGNED_ON, "3/9/2025"),
            Map.entry(Column.OFFICE, "UBND Xã Bảo Lâm"),
            Map.entry(Column.SIGNER_TITLE, "Chủ tịch"),
            Map.entry(Column.SIGNER, "Hoàng Văn Ví Dụ"),
            Map.entry(Column.LEVEL, "500.000"),
            Map.entry(Column.PAID_THROUGH, "9/2026"),
            Map.entry(Column.CHANNEL, "Tiền mặt"),
            Map.entry(Column.FROM, "1/9/2025"),
            Map.entry(Column.SOURCE, "Sổ theo dõi của xã"));

    private final LawbookDesk lawbook;

    EmptyWorkbook(LawbookDesk lawbook) {
        this.lawbook = lawbook;
    }

    void write(Path into) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(into));
                var book = new Workbook(out, "An Sinh", "1.0")) {
            for (var section : Section.values()) {
                table(book.newWorksheet(section.title()), section);
            }
            guide(book.newWorksheet("Hướng dẫn"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static List<Column> columns(Section section) {
        var all = new ArrayList<>(section.required());
        section.optional().stream().filter(it -> it != Column.DISTRICT).forEach(all::add);
        // Whom a row is about comes first, so that the example shows itself in the first cell.
        for (var first : List.of(Column.HOUSEHOLD, Column.KEY)) {
            if (all.remove(first)) {
                all.addFirst(first);
            }
        }
        return all;
    }

    private static void table(Worksheet sheet, Section section) {
        var columns = columns(section);
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            sheet.range(1, i, ROWS_AS_TEXT, i).style().format("@").set();
            sheet.inlineString(0, i, column.heading());
            sheet.style(0, i).bold().set();
            sheet.inlineString(1, i, example(section, column));
            sheet.style(1, i).italic().format("@").set();
            sheet.width(i, COLUMN_WIDTH);
            if (section.required().contains(column)) {
                sheet.style(0, i).bold().fillColor("FFF2CC").set();
            }
        }
        sheet.freezePane(0, 1);
    }

    private static String example(Section section, Column column) {
        if (column == columns(section).getFirst()) {
            return EXAMPLE;
        }
        return switch (column) {
            case HOUSEHOLD ->
                section == Section.FACTS
                                || section == Section.DECISIONS
                                || section == Section.PAYEES
                                || section == Section.PAID
                        ? ""
                        : EXAMPLE;
            case KEY -> EXAMPLE;
            case BORN -> "1950";
            default -> EXAMPLES.getOrDefault(column, "");
        };
    }

    private void guide(Worksheet sheet) {
        var words = new FactWords(lawbook.current().pack());
        var lines = new ArrayList<List<String>>();
        lines.add(
                List.of(
                        "Mỗi trang tính là một bảng; trang không dùng thì để trống hoặc xoá. Dòng có ô đầu ghi VÍ DỤ được bỏ qua khi nhập."));
        lines.add(
                List.of(
                        "Cột có nền vàng là bắt buộc. Thứ tự cột tuỳ ý, tiêu đề không cần dấu, có thể dùng tiêu đề tiếng Anh."));
        lines.add(
                List.of("Ngày ghi như 20/8/1950; chỉ biết năm thì ghi 1950. Số định danh đủ 12 chữ số, để dạng chữ."));
        lines.add(List.of());
        lines.add(List.of("Bảng", "Cột bắt buộc", "Cột khác"));
        Stream.of(Section.values())
                .forEach(it -> lines.add(List.of(it.title(), headings(it.required()), headings(it.optional()))));
        lines.add(List.of());
        lines.add(List.of("Chương trình", "Mã"));
        words.programmes().forEach((id, label) -> lines.add(List.of(label, id)));
        lines.add(List.of());
        lines.add(List.of("Dữ kiện", "Mã", "Giá trị được dùng"));
        words.facts().forEach(it -> lines.add(List.of(it.label().vi(), it.id(), words.allowed(it))));
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.get(row).size(); column++) {
                sheet.inlineString(row, column, lines.get(row).get(column));
            }
        }
        sheet.width(0, 2 * COLUMN_WIDTH);
        sheet.width(1, 2 * COLUMN_WIDTH);
    }

    private static String headings(List<Column> columns) {
        return String.join(", ", columns.stream().map(Column::heading).toList());
    }
}
