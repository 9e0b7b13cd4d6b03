package org.ansinh.app.exchange.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.determination.Names;
import org.ansinh.app.exchange.model.CheckColumn;
import org.ansinh.app.exchange.model.CheckResult;
import org.ansinh.app.exchange.model.SafeCell;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.registry.PopulationCheckDesk.CheckList;
import org.ansinh.app.registry.PopulationCheckDesk.Line;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A list for the population database as a workbook: who is asked about as the register had them on the day of the list, room for the answers, and a sheet that says how they are
 * written. Nothing leaves that the check does not need: not why somebody is on the list, no programme, no money.
 */
@Component
class CheckSheet {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final int HEAD = 3;

    private final MessageSource texts;
    private final Names names;
    private final DemoMark demo;

    CheckSheet(MessageSource texts, Names names, DemoMark demo) {
        this.texts = texts;
        this.names = names;
        this.demo = demo;
    }

    void write(CheckList list, List<Line> lines, Path into) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(into));
                var book = new Workbook(out, "An Sinh", "1.0")) {
            var sheet = book.newWorksheet(say("population.sheet"));
            var how = book.newWorksheet(say("population.sheet.how"));
            head(sheet, list);
            int row = HEAD;
            for (var line : lines) {
                line(sheet, ++row, line);
            }
            var last = Math.max(row, HEAD + 1);
            results(how);
            sheet.range(HEAD + 1, CheckColumn.RESULT.ordinal(), last, CheckColumn.RESULT.ordinal())
                    .validateWithListByFormula(
                            "'%s'!$A$2:$A$%d".formatted(say("population.sheet.how"), CheckResult.values().length + 1))
                    .allowBlank(true);
            sheet.freezePane(2, HEAD + 1);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void head(Worksheet sheet, CheckList list) {
        text(sheet, 0, 0, say("population.sheet.title", list.id(), new Writing(VIETNAMESE).day(list.madeOn())));
        sheet.style(0, 0).bold().set();
        var commune = list.order().commune();
        text(
                sheet,
                1,
                0,
                say("population.sheet.from", names.communes().getOrDefault(commune, commune))
                        + (demo.isDemo() ? " " + say("frame.demo") : ""));
        text(sheet, 2, 0, say("population.sheet.ask"));
        for (var column : CheckColumn.values()) {
            text(sheet, HEAD, column.ordinal(), column.heading());
            sheet.width(column.ordinal(), column.width());
            var style = sheet.style(HEAD, column.ordinal()).bold();
            (column.isSent() ? style : style.fillColor("FFF2CC")).set();
        }
    }

    private static void line(Worksheet sheet, int row, Line line) {
        var who = line.sent();
        text(sheet, row, CheckColumn.KEY.ordinal(), line.key());
        text(sheet, row, CheckColumn.SENT_NAME.ordinal(), who.name());
        text(
                sheet,
                row,
                CheckColumn.SENT_BORN.ordinal(),
                new Writing(VIETNAMESE).born(who.born(), who.bornPrecision()));
        text(sheet, row, CheckColumn.SENT_SEX.ordinal(), who.sex().equals("male") ? "Nam" : "Nữ");
        text(sheet, row, CheckColumn.SENT_NUMBER.ordinal(), who.number().orElse(""));
        text(sheet, row, CheckColumn.SENT_RESIDENCE.ordinal(), who.residence());
        // as text, so that a spreadsheet takes no zeros from a number and turns no day about
        for (var column : CheckColumn.values()) {
            sheet.style(row, column.ordinal()).format("@").set();
        }
    }

    private void results(Worksheet how) {
        text(how, 0, 0, CheckColumn.RESULT.heading());
        text(how, 0, 1, say("population.sheet.how"));
        how.style(0, 0).bold().set();
        how.style(0, 1).bold().set();
        how.width(0, 22);
        how.width(1, 100);
        int row = 0;
        for (var result : CheckResult.values()) {
            text(how, ++row, 0, result.written());
            text(how, row, 1, say("population.sheet.how." + result.name()));
        }
        for (var rule : List.of("days", "numbers", "keys", "blank")) {
            text(how, ++row, 1, say("population.sheet.rule." + rule));
        }
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.inlineString(row, column, SafeCell.write(text));
    }

    private String say(String key, Object... about) {
        return texts.getMessage(key, Arrays.stream(about).map(String::valueOf).toArray(), VIETNAMESE);
    }
}
