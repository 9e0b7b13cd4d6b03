package org.ansinh.app.payments.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.Payout;
import org.ansinh.app.payments.PaymentDesk.Payroll;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The list as a workbook for the post: a sheet a village, a line a payee; numbers as text so that no leading zero is lost. */
@Controller
class PayrollFile {

    private static final int LONGEST_SHEET_NAME = 31;
    private static final int HEAD = 3;
    private static final List<String> COLUMNS = List.of(
            "no", "payee", "beneficiary", "born", "number", "month", "amount", "arrears", "channel", "bank", "account");
    private static final int AMOUNT = 6;
    private static final int ARREARS = 7;

    private final PaymentDesk payments;
    private final Names names;
    private final MessageSource texts;
    private final DemoMark mark;

    PayrollFile(PaymentDesk payments, Names names, MessageSource texts, DemoMark mark) {
        this.payments = payments;
        this.names = names;
        this.texts = texts;
        this.mark = mark;
    }

    @GetMapping("/payments/{id}.xlsx")
    ResponseEntity<StreamingResponseBody> workbook(@PathVariable long id, Locale locale) {
        var payroll = payments.list(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no list %d in this area.".formatted(id)));
        var payouts = payments.payouts(id);
        var title = title(payroll, locale);
        var name = "%sdanh-sach-chi-%s-%s-%s-%d.xlsx"
                .formatted(
                        mark.isDemo() ? "minh-hoa-" : "",
                        payroll.programme(),
                        payroll.communeCode(),
                        payroll.month(),
                        payroll.round());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .body(out -> write(title, payouts, out, locale));
    }

    private String title(Payroll it, Locale locale) {
        var state = say(it.approved() ? "payments.approved.state" : "payments.draft", locale);
        return "%s – %s – %s – %s (%s)"
                .formatted(
                        names.programmes(locale).getOrDefault(it.programme(), it.programme()),
                        names.communes().getOrDefault(it.communeCode(), it.communeCode()),
                        new Writing(locale).month(it.month()),
                        texts.getMessage("payments.round", new Object[] {it.round()}, locale),
                        state);
    }

    private void write(String title, List<Payout> payouts, OutputStream out, Locale locale) throws IOException {
        var villages = new LinkedHashMap<String, List<Payout>>();
        payouts.forEach(it -> villages.computeIfAbsent(it.first().village(), name -> new ArrayList<>())
                .add(it));
        try (var workbook = new Workbook(out, "An Sinh", "1.0")) {
            int number = 0;
            for (var village : villages.entrySet()) {
                number++;
                sheet(
                        workbook.newWorksheet(sheetName(number, village.getKey())),
                        title + " – " + village.getKey(),
                        village.getValue(),
                        locale);
            }
            if (villages.isEmpty()) {
                sheet(workbook.newWorksheet(sheetName(1, "")), title, List.of(), locale);
            }
        }
    }

    /** A sheet's name takes 31 signs and none of these; the number keeps two villages of one name apart. */
    private static String sheetName(int number, String village) {
        var plain = number + " " + village.replaceAll("[\\\\/?*\\[\\]:']", " ");
        return plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME)).strip();
    }

    private void sheet(Worksheet sheet, String title, List<Payout> payouts, Locale locale) {
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().set();
        if (mark.isDemo()) {
            sheet.value(1, 0, say("frame.demo", locale));
            sheet.style(1, 0).bold().set();
        }
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet.value(HEAD - 1, i, say("payments.column." + COLUMNS.get(i), locale));
            sheet.style(HEAD - 1, i).bold().set();
        }
        int row = HEAD;
        for (var payout : payouts) {
            row(sheet, row, payout, locale);
            row++;
        }
        sheet.value(row, 1, say("payments.sum", locale));
        sum(sheet, row, AMOUNT, payouts.stream().mapToLong(Payout::amount).sum());
        sum(sheet, row, ARREARS, payouts.stream().mapToLong(Payout::arrears).sum());
        sheet.freezePane(0, HEAD);
    }

    private void row(Worksheet sheet, int row, Payout payout, Locale locale) {
        var line = payout.first();
        sheet.value(row, 0, Integer.toString(row - HEAD + 1));
        sheet.value(row, 1, line.payee());
        sheet.value(row, 2, line.beneficiary());
        sheet.value(row, 3, line.birthYear() == 0 ? "" : Integer.toString(line.birthYear()));
        sheet.value(row, 4, line.personalNumber().orElse(""));
        sheet.value(row, 5, months(payout.months(), locale));
        sheet.value(row, AMOUNT, payout.amount());
        sheet.style(row, AMOUNT).format("#,##0").set();
        sheet.value(row, ARREARS, payout.arrears());
        sheet.style(row, ARREARS).format("#,##0").set();
        sheet.value(row, 8, say("payments.channel." + line.channel().id(), locale));
        sheet.value(row, 9, line.channel().bank().orElse(""));
        sheet.value(row, 10, line.channel().account().orElse(""));
    }

    private static void sum(Worksheet sheet, int row, int column, long amount) {
        sheet.value(row, column, amount);
        sheet.style(row, column).bold().format("#,##0").set();
    }

    static String months(List<YearMonth> months, Locale locale) {
        var writing = new Writing(locale);
        return months.stream().map(writing::month).collect(Collectors.joining(", "));
    }

    private String say(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }
}
