package org.ansinh.app.payments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.Payout;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list as a workbook for the post: a sheet a village, a line a payee; numbers as text so that no leading zero is lost. */
@Controller
class PayrollFile {

    private static final int LONGEST_SHEET_NAME = 31;
    private static final List<String> COLUMNS = Stream.of(
                    "no",
                    "payee",
                    "beneficiary",
                    "born",
                    "number",
                    "month",
                    "amount",
                    "arrears",
                    "channel",
                    "bank",
                    "account",
                    "holder",
                    "receipt")
            .map("payments.column."::concat)
            .toList();
    private static final int AMOUNT = 6;
    private static final int ARREARS = 7;

    private final PaymentDesk payments;
    private final ListWorkbook book;

    PayrollFile(PaymentDesk payments, ListWorkbook book) {
        this.payments = payments;
        this.book = book;
    }

    @GetMapping("/payments/{id}.xlsx")
    void workbook(@PathVariable long id, Locale locale, HttpServletResponse response) throws IOException {
        var payroll = book.found(id);
        var payouts = payments.payouts(id);
        book.send(
                response, "danh-sach-chi", payroll, into -> sheets(into, book.title(payroll, locale), payouts, locale));
    }

    private void sheets(Workbook workbook, String title, List<Payout> payouts, Locale locale) {
        var villages = new LinkedHashMap<String, List<Payout>>();
        payouts.forEach(it -> villages.computeIfAbsent(it.first().village(), name -> new ArrayList<>())
                .add(it));
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

    /** A sheet's name takes 31 signs and none of these; the number keeps two villages of one name apart. */
    private static String sheetName(int number, String village) {
        var plain = number + " " + village.replaceAll("[\\\\/?*\\[\\]:']", " ");
        return plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME)).strip();
    }

    private void sheet(Worksheet sheet, String title, List<Payout> payouts, Locale locale) {
        book.head(sheet, title, COLUMNS, locale);
        int row = ListWorkbook.BODY;
        for (var payout : payouts) {
            row(sheet, row, payout, locale);
            row++;
        }
        sheet.value(row, 1, book.say("payments.sum", locale));
        ListWorkbook.sum(
                sheet, row, AMOUNT, payouts.stream().mapToLong(Payout::amount).sum());
        ListWorkbook.sum(
                sheet, row, ARREARS, payouts.stream().mapToLong(Payout::arrears).sum());
    }

    private void row(Worksheet sheet, int row, Payout payout, Locale locale) {
        var line = payout.first();
        sheet.value(row, 0, Integer.toString(row - ListWorkbook.BODY + 1));
        sheet.value(row, 1, line.payee());
        sheet.value(row, 2, line.beneficiary());
        sheet.value(row, 3, line.birthYear() == 0 ? "" : Integer.toString(line.birthYear()));
        sheet.value(row, 4, line.personalNumber().orElse(""));
        sheet.value(row, 5, months(payout.months(), locale));
        ListWorkbook.money(sheet, row, AMOUNT, payout.amount());
        ListWorkbook.money(sheet, row, ARREARS, payout.arrears());
        sheet.value(row, 8, book.say("payments.channel." + line.channel().id(), locale));
        sheet.value(row, 9, line.channel().bank().orElse(""));
        sheet.value(row, 10, line.channel().account().orElse(""));
        sheet.value(row, 11, line.channel().holder().orElse(""));
        sheet.value(row, 12, payout.receipt());
    }

    static String months(List<YearMonth> months, Locale locale) {
        var writing = new Writing(locale);
        return months.stream().map(writing::month).collect(Collectors.joining(", "));
    }
}
