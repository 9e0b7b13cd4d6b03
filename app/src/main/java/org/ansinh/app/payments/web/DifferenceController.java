package org.ansinh.app.payments.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.Payroll;
import org.ansinh.app.payments.web.DifferencePages.Row;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The increase and decrease list of a month: on a page by cause, and as a workbook with a sheet for what is more and one for what is less. */
@Controller
class DifferenceController {

    private static final int PAGE = 100;
    private static final int EVERYBODY = 1_000_000;
    private static final int HEAD = 3;
    private static final List<String> COLUMNS = List.of(
            "column.no",
            "column.beneficiary",
            "village",
            "difference.cause",
            "difference.detail",
            "difference.before",
            "difference.after");

    private final PaymentDesk payments;
    private final DifferencePages difference;
    private final Names names;
    private final DemoMark mark;

    DifferenceController(PaymentDesk payments, DifferencePages difference, Names names, DemoMark mark) {
        this.payments = payments;
        this.difference = difference;
        this.names = names;
        this.mark = mark;
    }

    @GetMapping("/payments/{id}/difference")
    @Transactional(readOnly = true)
    public String page(
            @PathVariable long id,
            @RequestParam Optional<String> cause,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var payroll = found(id);
        var asked = cause.filter(it -> !it.isBlank());
        long lines = difference.lines(id, asked);
        if (lines == 0 && asked.isPresent()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The list %d has no such cause.".formatted(id));
        }
        int shown = (int) Math.clamp(page, 1L, Math.max(1, (lines + PAGE - 1) / PAGE));
        model.addAttribute("payroll", payroll);
        model.addAttribute("programme", programme(payroll, locale));
        model.addAttribute("commune", names.communes().getOrDefault(payroll.communeCode(), payroll.communeCode()));
        model.addAttribute("cause", asked.orElse(null));
        model.addAttribute("rows", difference.rows(id, asked, (shown - 1) * PAGE, PAGE, locale));
        model.addAttribute(
                "list",
                new Listing(
                        "/payments/%d/difference".formatted(id),
                        asked.map(it -> Map.of("cause", it)).orElse(Map.of()),
                        "",
                        false,
                        shown,
                        PAGE,
                        lines));
        return "payments/difference";
    }

    @GetMapping("/payments/{id}/difference.xlsx")
    ResponseEntity<StreamingResponseBody> workbook(@PathVariable long id, Locale locale) {
        var payroll = found(id);
        var rows = difference.rows(id, Optional.empty(), 0, EVERYBODY, locale);
        // named here: whoever writes the file later acts as nobody
        var title = title(payroll, locale);
        var name = "%stang-giam-%s-%s-%s-%d.xlsx"
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
                .body(out -> write(title, rows, out, locale));
    }

    private void write(String title, List<Row> rows, OutputStream out, Locale locale) throws IOException {
        try (var workbook = new Workbook(out, "An Sinh", "1.0")) {
            for (var way : List.of("up", "down")) {
                var shown = rows.stream().filter(it -> amount(way, it) > 0).toList();
                var name = say("difference." + way, locale);
                sheet(workbook.newWorksheet(name), name + " – " + title, way, shown, locale);
            }
        }
    }

    private void sheet(Worksheet sheet, String title, String way, List<Row> rows, Locale locale) {
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().set();
        if (mark.isDemo()) {
            sheet.value(1, 0, difference.say("frame.demo", "", locale));
            sheet.style(1, 0).bold().set();
        }
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet.value(HEAD - 1, i, say(COLUMNS.get(i), locale));
        }
        sheet.value(HEAD - 1, COLUMNS.size(), say("difference." + way, locale));
        sheet.range(HEAD - 1, 0, HEAD - 1, COLUMNS.size()).style().bold().set();
        int at = HEAD;
        for (var row : rows) {
            var it = row.change();
            sheet.value(at, 0, Integer.toString(at - HEAD + 1));
            sheet.value(at, 1, it.name().isEmpty() ? say("difference.elsewhere", locale) : it.name());
            sheet.value(at, 2, it.village());
            sheet.value(at, 3, say("cause." + it.cause(), locale));
            sheet.value(at, 4, row.ground());
            money(sheet, at, 5, it.before());
            money(sheet, at, 6, it.after());
            money(sheet, at, 7, amount(way, row));
            at++;
        }
        sheet.value(at, 1, say("sum", locale));
        money(sheet, at, 7, rows.stream().mapToLong(it -> amount(way, it)).sum());
        sheet.freezePane(0, HEAD);
    }

    private static void money(Worksheet sheet, int row, int column, long amount) {
        sheet.value(row, column, amount);
        sheet.style(row, column).format("#,##0").set();
    }

    private String title(Payroll it, Locale locale) {
        return "%s – %s – %s – %s"
                .formatted(
                        programme(it, locale),
                        names.communes().getOrDefault(it.communeCode(), it.communeCode()),
                        new Writing(locale).month(it.month()),
                        say(it.approved() ? "approved.state" : "draft", locale));
    }

    private static long amount(String way, Row row) {
        return way.equals("up") ? row.change().up() : row.change().down();
    }

    private String programme(Payroll payroll, Locale locale) {
        return names.programmes(locale).getOrDefault(payroll.programme(), payroll.programme());
    }

    private Payroll found(long id) {
        return payments.list(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no list %d in this area.".formatted(id)));
    }

    private String say(String key, Locale locale) {
        return difference.say("payments." + key, "", locale);
    }
}
