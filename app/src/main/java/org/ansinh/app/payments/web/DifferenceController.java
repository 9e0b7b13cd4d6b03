package org.ansinh.app.payments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.payments.DifferenceDesk.Change;
import org.ansinh.app.payments.web.DifferencePages.Row;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The increase and decrease list of a month: on a page by cause, and as a workbook with a sheet for what is more and one for what is less. */
@Controller
class DifferenceController {

    private static final int PAGE = 100;
    private static final int EVERYBODY = Integer.MAX_VALUE;
    private static final List<String> COLUMNS = List.of(
            "column.no",
            "column.beneficiary",
            "village",
            "difference.cause",
            "difference.detail",
            "difference.before",
            "difference.after");
    private static final int AMOUNT = COLUMNS.size();

    private final DifferencePages difference;
    private final ListWorkbook book;
    private final Names names;

    DifferenceController(DifferencePages difference, ListWorkbook book, Names names) {
        this.difference = difference;
        this.book = book;
        this.names = names;
    }

    @GetMapping("/payments/{id}/difference")
    @Transactional(readOnly = true)
    public String page(
            @PathVariable long id,
            @RequestParam Optional<String> cause,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var payroll = book.found(id);
        var asked = cause.filter(it -> !it.isBlank());
        long lines = difference.lines(id, asked);
        if (lines == 0 && asked.isPresent()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The list %d has no such cause.".formatted(id));
        }
        int shown = (int) Math.clamp(page, 1L, Math.max(1, (lines + PAGE - 1) / PAGE));
        model.addAttribute("payroll", payroll);
        model.addAttribute(
                "programme", names.programmes(locale).getOrDefault(payroll.programme(), payroll.programme()));
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
    void workbook(@PathVariable long id, Locale locale, HttpServletResponse response) throws IOException {
        var payroll = book.found(id);
        var rows = difference.rows(id, Optional.empty(), 0, EVERYBODY, locale);
        book.send(response, "tang-giam", payroll, into -> {
            for (var way : Way.BOTH) {
                var name = say("difference." + way.key(), locale);
                sheet(into.newWorksheet(name), name + " – " + book.title(payroll, locale), way, rows, locale);
            }
        });
    }

    /** What is more, or what is less. */
    private record Way(String key, ToLongFunction<Change> amount) {

        static final List<Way> BOTH = List.of(new Way("up", Change::up), new Way("down", Change::down));
    }

    private void sheet(Worksheet sheet, String title, Way way, List<Row> rows, Locale locale) {
        var columns = Stream.concat(COLUMNS.stream(), Stream.of("difference." + way.key()));
        book.head(sheet, title, columns.map("payments."::concat).toList(), locale);
        int at = ListWorkbook.BODY;
        long sum = 0;
        for (var row : rows) {
            var it = row.change();
            long amount = way.amount().applyAsLong(it);
            if (amount > 0) {
                sheet.value(at, 0, Integer.toString(at - ListWorkbook.BODY + 1));
                sheet.value(at, 1, it.name().isEmpty() ? say("difference.elsewhere", locale) : it.name());
                sheet.value(at, 2, it.village());
                sheet.value(at, 3, say("cause." + it.cause(), locale));
                sheet.value(at, 4, row.ground());
                ListWorkbook.money(sheet, at, 5, it.before());
                ListWorkbook.money(sheet, at, 6, it.after());
                ListWorkbook.money(sheet, at, AMOUNT, amount);
                sum += amount;
                at++;
            }
        }
        sheet.value(at, 1, say("sum", locale));
        ListWorkbook.sum(sheet, at, AMOUNT, sum);
    }

    private String say(String key, Locale locale) {
        return book.say("payments." + key, locale);
    }
}
