package org.ansinh.app.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.demo.OfficeListRows.Paid;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Six lines of it are wrong: an old level, somebody dead, somebody moved, somebody without a decision, somebody twice, somebody left out. */
@Component
@ConditionalOnProperty("ansinh.demo")
class DemoOfficeList implements OfficeList {

    private static final String PROGRAMME = "social_pension";
    private static final String ONE_OF_THE_DEMO = "01290";
    private static final int FIRST_ROW = 5;
    private static final List<String> HEADINGS = List.of("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Thôn", "Số tiền");

    private final OfficeListRows rows;
    private final TransactionTemplate transaction;

    DemoOfficeList(OfficeListRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String write(Path into) {
        var own = transaction.execute(status -> rows.firstCommune());
        var commune = Objects.requireNonNull(own).orElse(ONE_OF_THE_DEMO);
        // The office knew somebody who has moved out of our officer's sight; so the list is drawn up by the house.
        return Objects.requireNonNull(
                Acting.as(Actor.WORKER, () -> transaction.execute(status -> written(commune, into))));
    }

    private String written(String commune, Path into) {
        var month = rows.lastMonth()
                .orElseThrow(() -> new IllegalStateException("The demonstration determined no month yet."));
        var lines = lines(commune, month);
        try (var out = new BufferedOutputStream(Files.newOutputStream(into));
                var book = new Workbook(out, "An Sinh", "1.0")) {
            sheet(book.newWorksheet("Danh sách"), lines, month);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return "minh-hoa-danh-sach-%s-%d-%02d.xlsx".formatted(commune, month.getYear(), month.getMonthValue());
    }

    private List<Paid> lines(String commune, LocalDate month) {
        var paid = new ArrayList<>(rows.owed(commune, PROGRAMME, month));
        if (paid.size() < 4) {
            return paid;
        }
        long level = paid.getFirst().amount();
        for (int i = 0; i < paid.size(); i++) {
            var it = paid.get(i);
            var old = rows.levelOfDecision(it.person(), PROGRAMME, month).filter(amount -> amount != it.amount());
            if (old.isPresent()) {
                paid.set(i, it.of(old.get()));
                break;
            }
        }
        paid.removeLast();
        paid.add(paid.get(paid.size() / 2));
        rows.dead(commune, PROGRAMME, month).forEach(it -> paid.add(it.of(level)));
        rows.moved(commune, PROGRAMME, month).forEach(it -> paid.add(it.of(level)));
        paid.addAll(rows.undecided(commune, PROGRAMME, month));
        return paid;
    }

    private static void sheet(Worksheet sheet, List<Paid> lines, LocalDate month) {
        sheet.inlineString(0, 0, "DỮ LIỆU MINH HOẠ: mọi người trong danh sách đều không có thật");
        sheet.inlineString(
                2,
                0,
                "DANH SÁCH CHI TRẢ TRỢ CẤP HƯU TRÍ XÃ HỘI THÁNG %d/%d"
                        .formatted(month.getMonthValue(), month.getYear()));
        for (int i = 0; i < HEADINGS.size(); i++) {
            sheet.inlineString(FIRST_ROW - 1, i, HEADINGS.get(i));
            sheet.style(FIRST_ROW - 1, i).bold().set();
        }
        int row = FIRST_ROW;
        for (var it : lines) {
            sheet.value(row, 0, row - FIRST_ROW + 1);
            sheet.inlineString(row, 1, it.name());
            sheet.inlineString(row, 2, born(it));
            if (!it.number().isEmpty()) {
                // A number to the spreadsheet, which is how it lost its zeros.
                sheet.value(row, 3, Long.parseLong(it.number()));
            }
            sheet.inlineString(row, 4, it.village());
            sheet.value(row, 5, it.amount());
            sheet.style(row, 5).format("#,##0").set();
            row++;
        }
        sheet.inlineString(row, 1, "Tổng cộng");
        sheet.value(row, 5, lines.stream().mapToLong(Paid::amount).sum());
        sheet.inlineString(row + 2, 4, "Người lập biểu");
        sheet.width(1, 28);
        sheet.width(3, 16);
    }

    private static String born(Paid it) {
        return switch (it.precision()) {
            case "year" -> Integer.toString(it.born().getYear());
            case "month" ->
                "%02d/%d".formatted(it.born().getMonthValue(), it.born().getYear());
            default ->
                "%02d/%02d/%d"
                        .formatted(
                                it.born().getDayOfMonth(),
                                it.born().getMonthValue(),
                                it.born().getYear());
        };
    }
}
