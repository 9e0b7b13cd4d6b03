package org.ansinh.app.payments.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ansinh.app.payments.StatementDesk.Said;
import org.ansinh.app.payments.model.Answers.Answer;
import org.ansinh.app.payments.model.Answers.Unreadable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The list for the post, a cash day or a provider: a sheet a village or provider, a line an instruction, with room for what became of it; and the same list read when it comes back. */
public final class PostList {

    private static final int HEAD = 2;
    private static final int KEY = 0;
    private static final int AMOUNT = 6;
    private static final int RESULT = 7;
    private static final int DAY = 8;
    private static final int NOTE = 9;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d/M/uuuu");

    /** What stands between the key and the months of a line, and on which sheet: for whoever hands out in villages. */
    public static final Layout BY_VILLAGE = new Layout() {
        @Override
        public String sheet(Order order) {
            return order.village();
        }

        @Override
        public List<String> cells(Order order) {
            return List.of(
                    order.village(),
                    order.payee(),
                    order.beneficiary(),
                    order.personalNumber().orElse(""));
        }
    };

    private final Words words;
    private final Layout layout;

    /** Which four cells tell whoever pays whom a line is for; all else stands in its place in every list, so that any of them can be read when it comes back. */
    public interface Layout {
        String sheet(Order order);

        List<String> cells(Order order);
    }

    /**
     * How the office says it.
     *
     * @param headings of the ten columns
     * @param mark a line that says that the people are invented, empty where they are not
     * @param sum before what a sheet comes to
     * @param results a word for each result that a line may have
     */
    public record Words(String title, String mark, List<String> headings, String sum, Map<String, Said> results) {}

    public PostList(Words words, Layout layout) {
        this.words = words;
        this.layout = layout;
    }

    public byte[] written(List<Order> orders) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "An Sinh", "1.0")) {
            var sheets = orders.stream()
                    .collect(Collectors.groupingBy(layout::sheet, LinkedHashMap::new, Collectors.toList()));
            int number = 0;
            for (var sheet : sheets.entrySet()) {
                number++;
                var plain = number + " " + sheet.getKey().replaceAll("[\\\\/?*\\[\\]:']", " ");
                var name = plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME))
                        .strip();
                sheet(workbook.newWorksheet(name), sheet.getKey(), sheet.getValue());
            }
            if (sheets.size() > 1) {
                sums(workbook.newWorksheet(words.sum()), sheets);
            }
        } catch (IOException trouble) {
            throw new IllegalStateException("A list could not be written", trouble);
        }
        return bytes.toByteArray();
    }

    private void sheet(Worksheet sheet, String of, List<Order> orders) {
        sheet.value(0, 0, words.title() + " – " + of);
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, words.mark());
        for (int i = 0; i < words.headings().size(); i++) {
            sheet.value(HEAD, i, words.headings().get(i));
            sheet.style(HEAD, i).bold().set();
        }
        int row = HEAD;
        for (var order : orders) {
            row++;
            sheet.value(row, KEY, order.key());
            var cells = layout.cells(order);
            for (int i = 0; i < cells.size(); i++) {
                sheet.value(row, KEY + 1 + i, cells.get(i));
            }
            sheet.value(row, 5, order.months().stream().map(MONTH::format).collect(Collectors.joining(", ")));
            sheet.value(row, AMOUNT, order.amount());
            sheet.style(row, AMOUNT).format("#,##0").set();
        }
        // no key stands beside it, so it is no line when the list comes back
        row++;
        sheet.value(row, KEY + 1, words.sum());
        sheet.value(row, KEY + 2, orders.size());
        sum(sheet, row, AMOUNT, orders);
        sheet.freezePane(0, HEAD + 1);
    }

    private static void sum(Worksheet sheet, int row, int column, List<Order> orders) {
        sheet.value(row, column, orders.stream().mapToLong(Order::amount).sum());
        sheet.style(row, column).bold().format("#,##0").set();
    }

    /** What whoever pays takes out of the safe: each sheet's sum, and all together. */
    private void sums(Worksheet of, Map<String, List<Order>> sheets) {
        of.value(0, 0, words.title());
        of.style(0, 0).bold().set();
        of.value(1, 0, words.mark());
        int row = HEAD;
        for (var sheet : sheets.entrySet()) {
            row++;
            of.value(row, 0, sheet.getKey());
            of.value(row, 1, sheet.getValue().size());
            sum(of, row, 2, sheet.getValue());
        }
        var all = sheets.values().stream().flatMap(List::stream).toList();
        of.value(row + 1, 0, words.sum());
        of.value(row + 1, 1, all.size());
        sum(of, row + 1, 2, all);
    }

    /** Lines without a result were not answered, and are left out. */
    public Answers read(byte[] content) throws Unreadable {
        var answers = new ArrayList<Answer>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            for (var sheet : book.getSheets().toList()) {
                read(sheet, answers);
            }
        } catch (ExcelReaderException | IOException | IllegalStateException broken) {
            throw new Unreadable("not_xlsx", "");
        }
        if (answers.isEmpty()) {
            throw new Unreadable("nothing_said", "");
        }
        return new Answers("list", answers, List.of());
    }

    private void read(Sheet sheet, List<Answer> answers) throws Unreadable, IOException {
        for (Row row : sheet.read()) {
            var key = text(row, KEY);
            var result = text(row, RESULT).toLowerCase(Locale.ROOT);
            if (key.isEmpty() || result.isEmpty() || key.equals(words.headings().getFirst())) {
                continue;
            }
            var where = sheet.getName() + " " + row.getRowNum();
            var said = words.results().get(result);
            if (said == null) {
                throw new Unreadable("result", result + " (" + where + ")");
            }
            var note = text(row, NOTE);
            answers.add(new Answer(
                    key,
                    Optional.empty(),
                    said,
                    amount(row, where),
                    day(row, where),
                    note.isEmpty() ? Optional.empty() : Optional.of(note)));
        }
    }

    private static Optional<Long> amount(Row row, String where) throws Unreadable {
        var written = text(row, AMOUNT).replaceAll("[.,\\s]|đ$", "");
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(written));
        } catch (NumberFormatException none) {
            throw new Unreadable("amount", written + " (" + where + ")");
        }
    }

    private static LocalDate day(Row row, String where) throws Unreadable {
        var cell = row.getOptionalCell(DAY);
        try {
            if (cell.isPresent() && cell.get().getType() == CellType.NUMBER) {
                return cell.get().asDate().toLocalDate();
            }
            var written = text(row, DAY);
            return written.contains("/") ? LocalDate.parse(written, WRITTEN) : LocalDate.parse(written);
        } catch (DateTimeException | ExcelReaderException none) {
            throw new Unreadable("day", text(row, DAY) + " (" + where + ")");
        }
    }

    private static String text(Row row, int column) {
        return row.getOptionalCell(column).map(PostList::text).orElse("").strip();
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().toPlainString();
            case STRING -> cell.asString();
            default -> cell.getRawValue() == null ? "" : cell.getRawValue();
        };
    }
}
