package org.ansinh.app.payments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.HandingOut;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.Payroll;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the workbooks about a list have in common: their name, the head of their sheets, the mark of a demonstration, how money stands in a cell. */
@Component
class ListWorkbook {

    /** The first row under the head. */
    static final int BODY = 3;

    private final PaymentDesk payments;
    private final Names names;
    private final MessageSource texts;
    private final DemoMark mark;

    ListWorkbook(PaymentDesk payments, Names names, MessageSource texts, DemoMark mark) {
        this.payments = payments;
        this.names = names;
        this.texts = texts;
        this.mark = mark;
    }

    /** Fills the sheets. */
    interface Sheets {
        void into(Workbook workbook) throws IOException;
    }

    Payroll found(long id) {
        return payments.list(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no list %d in this area.".formatted(id)));
    }

    void send(HttpServletResponse response, String what, Payroll it, Sheets sheets) throws IOException {
        var name = "%s%s-%s-%s-%s-%d.xlsx"
                .formatted(
                        mark.isDemo() ? "minh-hoa-" : "",
                        what,
                        it.programme(),
                        it.communeCode(),
                        it.month(),
                        it.round());
        HandingOut.send(response, HandingOut.XLSX, name, file -> {
            try (var out = Files.newOutputStream(file);
                    var workbook = new Workbook(out, "An Sinh", "1.0")) {
                sheets.into(workbook);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        });
    }

    /** Programme, commune, month, round and state, as a heading. */
    String title(Payroll it, Locale locale) {
        return "%s – %s – %s – %s (%s)"
                .formatted(
                        names.programmes(locale).getOrDefault(it.programme(), it.programme()),
                        names.communes().getOrDefault(it.communeCode(), it.communeCode()),
                        new Writing(locale).month(it.month()),
                        texts.getMessage("payments.round", new Object[] {it.round()}, locale),
                        say(it.approved() ? "payments.approved.state" : "payments.draft", locale));
    }

    /** @param columns keys of their headings */
    void head(Worksheet sheet, String title, List<String> columns, Locale locale) {
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().set();
        if (mark.isDemo()) {
            sheet.value(1, 0, say("frame.demo", locale));
            sheet.style(1, 0).bold().set();
        }
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(BODY - 1, i, say(columns.get(i), locale));
            sheet.style(BODY - 1, i).bold().set();
        }
        sheet.freezePane(0, BODY);
    }

    static void money(Worksheet sheet, int row, int column, long amount) {
        sheet.value(row, column, amount);
        sheet.style(row, column).format("#,##0").set();
    }

    static void sum(Worksheet sheet, int row, int column, long amount) {
        sheet.value(row, column, amount);
        sheet.style(row, column).bold().format("#,##0").set();
    }

    String say(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }
}
