package org.ansinh.app.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.determination.Names;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.CompareDesk;
import org.ansinh.app.exchange.CompareDesk.Choice;
import org.ansinh.app.exchange.CompareDesk.Total;
import org.ansinh.app.exchange.ComparedLine.Outcome;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.pages.HandingOut;
import org.ansinh.app.pages.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A month beside the office's own list: equal, different, only here, only there, and why. */
@Controller
class CompareController {

    private static final int SHOWN = 10;
    private static final int PAGE = 100;

    /** What the form sends for the whole area. */
    private static final String WHOLE = "*";

    private final CompareDesk desk;
    private final WorkShown works;
    private final CaseDesk cases;
    private final Names names;
    private final FileLimits limits;
    private final Clock clock;

    CompareController(CompareDesk desk, WorkShown works, CaseDesk cases, Names names, FileLimits limits, Clock clock) {
        this.desk = desk;
        this.works = works;
        this.cases = cases;
        this.names = names;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/exchange/months")
    String page(@RequestParam Optional<String> tooLarge, Locale locale, Model model) {
        tooLarge.ifPresent(it -> {
            model.addAttribute("why", "exchange.file.too_large");
            model.addAttribute("detail", megabytes());
        });
        model.addAttribute("month", YearMonth.now(clock));
        model.addAttribute("programmes", names.programmes(locale));
        model.addAttribute(
                "chosen", cases.programmesInUse().stream().findFirst().orElse(""));
        model.addAttribute("mostBytes", limits.mostBytes());
        model.addAttribute("most", megabytes());
        model.addAttribute("lists", desk.lists(SHOWN));
        model.addAttribute("communes", communes());
        return "exchange/months";
    }

    @PostMapping("/exchange/months")
    String bring(
            @RequestParam MultipartFile file,
            @RequestParam YearMonth month,
            @RequestParam String programme,
            @RequestParam(defaultValue = "") String commune)
            throws IOException {
        if (file.isEmpty()) {
            throw new FileRefused("empty", "");
        }
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (var sent = file.getInputStream()) {
            var of = Optional.of(commune).filter(it -> !it.isBlank() && !it.equals(WHOLE));
            return "redirect:/exchange/months/"
                    + desk.bring(sent, name, month, programme, of).number();
        }
    }

    @GetMapping("/exchange/months/{id}")
    String compared(
            @PathVariable long id,
            @RequestParam Optional<Outcome> outcome,
            @RequestParam Optional<String> cause,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var file = found(id);
        var choice = new Choice(outcome, cause.filter(it -> !it.isEmpty()));
        var totals = desk.totals(file.id());
        var total = desk.count(file.id(), choice);
        int shown = (int) Math.clamp(page, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        model.addAttribute("file", file);
        model.addAttribute("month", YearMonth.from(file.asOf()));
        model.addAttribute(
                "commune",
                desk.communeOf(file.id())
                        .map(it -> names.communes().getOrDefault(it, it))
                        .orElse(""));
        model.addAttribute(
                "programme",
                names.programmes(locale).getOrDefault(file.programme().orElse(""), ""));
        model.addAttribute(
                "work",
                works.of(file, "/exchange/months/" + id + "/work", locale).orElse(null));
        model.addAttribute("said", works.said(locale));
        model.addAttribute("totals", totals);
        model.addAttribute("sum", sum(totals));
        model.addAttribute("choice", choice);
        model.addAttribute("rows", desk.lines(file.id(), choice, shown, PAGE));
        model.addAttribute("list", new Listing("/exchange/months/" + id, query(choice), "", false, shown, PAGE, total));
        return "exchange/compared";
    }

    /** Communes to choose among, by name; nothing to choose where there is one. */
    private Map<String, String> communes() {
        var mine = desk.communes();
        var found = new LinkedHashMap<String, String>();
        if (mine.size() > 1) {
            names.communes().entrySet().stream()
                    .filter(it -> mine.contains(it.getKey()))
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(it -> found.put(it.getKey(), it.getValue()));
        }
        return found;
    }

    private static Map<String, String> query(Choice choice) {
        var query = new LinkedHashMap<String, String>();
        choice.outcome().ifPresent(it -> query.put("outcome", it.name()));
        choice.cause().ifPresent(it -> query.put("cause", it));
        return query;
    }

    /** How many lines came out how, and what they come to. */
    public record Sum(Map<Outcome, Long> lines, long owed, long theirs, long repaired) {}

    private static Sum sum(java.util.List<Total> totals) {
        var lines = new LinkedHashMap<Outcome, Long>();
        for (var outcome : Outcome.values()) {
            lines.put(
                    outcome,
                    totals.stream()
                            .filter(it -> it.outcome() == outcome)
                            .mapToLong(Total::lines)
                            .sum());
        }
        return new Sum(
                lines,
                totals.stream().mapToLong(Total::owed).sum(),
                totals.stream().mapToLong(Total::theirs).sum(),
                totals.stream().mapToLong(Total::repaired).sum());
    }

    @GetMapping("/exchange/months/{id}/work")
    String work(@PathVariable long id, Locale locale, Model model, HttpServletResponse response) {
        return works.piece(found(id), "/exchange/months/" + id + "/work", model, response, locale);
    }

    @PostMapping("/exchange/months/{id}/again")
    String again(@PathVariable long id) {
        desk.again(found(id).id());
        return "redirect:/exchange/months/" + id;
    }

    @GetMapping("/exchange/months/{id}.xlsx")
    void xlsx(@PathVariable long id, HttpServletResponse response) throws IOException {
        var file = found(id);
        HandingOut.send(response, HandingOut.XLSX, "so-sanh-" + id + ".xlsx", into -> desk.xlsx(file.id(), into));
    }

    private BroughtFile found(long id) {
        return desk.find(new FileId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String megabytes() {
        return limits.mostBytes() / (1024 * 1024) + " MB";
    }

    /** Told where a list is brought: a page of its own would lack its frame. */
    @ExceptionHandler
    String refused(FileRefused refused, RedirectAttributes told) {
        told.addFlashAttribute("why", "exchange.file." + refused.why());
        told.addFlashAttribute("detail", refused.detail());
        return "redirect:/exchange/months";
    }
}
