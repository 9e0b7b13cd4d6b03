package org.ansinh.app.payments.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.Line;
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

/** The list as a workbook for the post: a sheet a village, numbers as text so that no leading zero is lost. */
@Controller
class PayrollFile {

    private static final int WHOLE_LIST = 1_000_000;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final List<String> COLUMNS =
            List.of("no", "payee", "beneficiary", "born", "number", "month", "amount", "channel", "account");

    private final PaymentDesk payments;
    private final MessageSource texts;

    PayrollFile(PaymentDesk payments, MessageSource texts) {
        this.payments = payments;
        this.texts = texts;
    }

    @GetMapping("/payments/{id}.xlsx")
    ResponseEntity<StreamingResponseBody> workbook(@PathVariable long id, Locale locale) {
        var payroll = payments.list(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no list %d in this area.".formatted(id)));
        var lines = payments.lines(id, 0, WHOLE_LIST);
        var name = "danh-sach-chi-%s-%s-%s-%d.xlsx"
                .formatted(payroll.programme(), payroll.communeCode(), payroll.month(), payroll.round());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .body(out -> write(lines, out, locale));
    }

    private void write(List<Line> lines, OutputStream out, Locale locale) throws IOException {
        var villages = new LinkedHashMap<String, List<Line>>();
        lines.forEach(it -> villages.computeIfAbsent(it.village(), name -> new java.util.ArrayList<>())
                .add(it));
        try (var workbook = new Workbook(out, "An Sinh", "1.0")) {
            int number = 0;
            for (var village : villages.entrySet()) {
                number++;
                sheet(workbook.newWorksheet(sheetName(number, village.getKey())), village.getValue(), locale);
            }
            if (villages.isEmpty()) {
                sheet(workbook.newWorksheet(sheetName(1, "")), List.of(), locale);
            }
        }
    }

    /** A sheet's name takes 31 signs and none of these; the number keeps two villages of one name apart. */
    private static String sheetName(int number, String village) {
        var plain = number + " " + village.replaceAll("[\\\\/?*\\[\\]:']", " ");
        return plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME)).strip();
    }

    private void sheet(Worksheet sheet, List<Line> lines, Locale locale) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet.value(0, i, texts.getMessage("payments.column." + COLUMNS.get(i), null, locale));
            sheet.style(0, i).bold().set();
        }
        int row = 1;
        for (var line : lines) {
            sheet.value(row, 0, row);
            sheet.value(row, 1, line.payee());
            sheet.value(row, 2, line.beneficiary());
            sheet.value(row, 3, line.birthYear() == 0 ? "" : Integer.toString(line.birthYear()));
            sheet.value(row, 4, line.personalNumber().orElse(""));
            sheet.value(
                    row,
                    5,
                    "%02d/%d"
                            .formatted(
                                    line.forMonth().getMonthValue(),
                                    line.forMonth().getYear()));
            sheet.value(row, 6, line.amount());
            sheet.style(row, 6).format("#,##0").set();
            sheet.value(row, 7, texts.getMessage("payments.channel." + line.channel(), null, locale));
            sheet.value(row, 8, line.account().orElse(""));
            row++;
        }
        sheet.value(row, 1, texts.getMessage("payments.sum", null, locale));
        sheet.value(row, 6, lines.stream().mapToLong(Line::amount).sum());
        sheet.style(row, 6).bold().format("#,##0").set();
        sheet.freezePane(0, 1);
    }
}
