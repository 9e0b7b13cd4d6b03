package org.ansinh.app.exchange.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.CompareDesk.Shown;
import org.ansinh.app.exchange.CompareDesk.Total;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.model.SafeCell;
import org.ansinh.app.exchange.store.ComparedRows;
import org.ansinh.app.lawbook.LawbookDesk;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A comparison as a workbook for the office: sums by cause, then every line with its cause. */
@Component
class ComparedSheet {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String MONEY = "#,##0";
    private static final List<String> SUMS = List.of("outcome", "cause", "lines", "owed", "theirs", "difference");
    private static final List<String> LINES = List.of(
            "outcome",
            "cause",
            "name",
            "born",
            "number",
            "village",
            "owed",
            "theirs",
            "difference",
            "their-row",
            "repaired");

    private final ComparedRows rows;
    private final LawbookDesk lawbook;
    private final MessageSource texts;

    ComparedSheet(ComparedRows rows, LawbookDesk lawbook, MessageSource texts) {
        this.rows = rows;
        this.lawbook = lawbook;
        this.texts = texts;
    }

    long write(BroughtFile list, Path into) {
        var words = new FactWords(lawbook.current().pack());
        try (var out = new BufferedOutputStream(Files.newOutputStream(into));
                var book = new Workbook(out, "An Sinh", "1.0")) {
            var sums = book.newWorksheet(say("exchange.compare.sums"));
            sums.inlineString(
                    0,
                    0,
                    texts.getMessage(
                            "exchange.compare.of",
                            new Object[] {
                                words.programmeLabel(list.programme().orElse("")),
                                "%02d/%d"
                                        .formatted(
                                                list.asOf().getMonthValue(),
                                                list.asOf().getYear()),
                                list.name()
                            },
                            VIETNAMESE));
            headings(sums, 2, SUMS);
            int row = 3;
            for (var total : rows.totals(list.id())) {
                sum(sums, row++, total);
            }
            var sheet = book.newWorksheet(say("exchange.compare.lines"));
            headings(sheet, 0, LINES);
            sheet.freezePane(0, 1);
            var next = new int[] {1};
            rows.each(list.id(), it -> line(sheet, next[0]++, it, words));
            return next[0] - 1L;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void headings(Worksheet sheet, int row, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            sheet.inlineString(row, i, say("exchange.compare.column." + keys.get(i)));
            sheet.style(row, i).bold().set();
        }
    }

    private void sum(Worksheet sheet, int row, Total it) {
        sheet.inlineString(row, 0, say("exchange.outcome." + it.outcome()));
        sheet.inlineString(row, 1, cause(it.cause()));
        sheet.value(row, 2, it.lines());
        money(sheet, row, 3, it.owed());
        money(sheet, row, 4, it.theirs());
        money(sheet, row, 5, it.owed() - it.theirs());
    }

    private void line(Worksheet sheet, int row, Shown it, FactWords words) {
        var detail = detail(it, words);
        text(sheet, row, 0, say("exchange.outcome." + it.outcome()));
        text(sheet, row, 1, detail.isEmpty() ? cause(it.cause()) : cause(it.cause()) + ": " + detail);
        text(sheet, row, 2, it.who().name());
        text(
                sheet,
                row,
                3,
                it.who().birthYear() == 0 ? "" : Integer.toString(it.who().birthYear()));
        text(sheet, row, 4, it.who().number());
        text(sheet, row, 5, it.who().village());
        money(sheet, row, 6, it.owed());
        money(sheet, row, 7, it.theirAmount().orElse(0L));
        money(sheet, row, 8, it.owed() - it.theirAmount().orElse(0L));
        text(sheet, row, 9, it.theirRow().map(String::valueOf).orElse(""));
        text(sheet, row, 10, it.repaired());
    }

    /** Facts by their names; a hidden one is not named. */
    private static String detail(Shown it, FactWords words) {
        return it.cause().equals("facts_missing") || it.cause().equals("only_floor_is_certain")
                ? words.factLabels(it.detail())
                : it.detail();
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.inlineString(row, column, SafeCell.write(text));
    }

    private static void money(Worksheet sheet, int row, int column, long amount) {
        sheet.value(row, column, amount);
        sheet.style(row, column).format(MONEY).set();
    }

    private String cause(String cause) {
        return cause.isEmpty() ? "" : say("exchange.cause." + cause);
    }

    private String say(String key) {
        return texts.getMessage(key, null, VIETNAMESE);
    }
}
