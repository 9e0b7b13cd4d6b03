package org.ansinh.app.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.PopulationFilesDesk;
import org.ansinh.app.pages.HandingOut;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.registry.PopulationCheckDesk;
import org.ansinh.app.registry.PopulationCheckDesk.CheckList;
import org.ansinh.app.registry.PopulationCheckDesk.State;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One list for the population database: who was asked about, what was answered, and what becomes of it. */
@Controller
@RequestMapping("/population-checks/{list}")
class CheckListController {

    private static final int PAGE = 60;
    private static final int MOST_WORDS = 300;

    private final PopulationCheckDesk desk;
    private final PopulationFilesDesk files;
    private final CheckWords words;
    private final FileLimits limits;

    CheckListController(PopulationCheckDesk desk, PopulationFilesDesk files, CheckWords words, FileLimits limits) {
        this.desk = desk;
        this.files = files;
        this.words = words;
        this.limits = limits;
    }

    @ModelAttribute
    void mayCome(@AuthenticationPrincipal SignedIn officer, HttpServletRequest request) {
        CheckDoor.mayCome(officer, request);
    }

    @GetMapping
    String list(
            @PathVariable("list") int id,
            @RequestParam Optional<State> state,
            @RequestParam Optional<String> tooLarge,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var list = found(id);
        tooLarge.ifPresent(it -> {
            model.addAttribute("why", "exchange.file.too_large");
            model.addAttribute("detail", megabytes());
        });
        var lines = desk.lines(id, state);
        int shown = (int) Math.clamp(page, 1, Math.max(1L, (lines.size() + PAGE - 1) / PAGE));
        model.addAttribute("check", list);
        model.addAttribute("communes", files.communes());
        model.addAttribute("programmes", files.programmes(locale));
        model.addAttribute("states", Arrays.asList(State.values()));
        model.addAttribute("state", state.orElse(null));
        model.addAttribute("brought", files.files(id));
        model.addAttribute("most", megabytes());
        model.addAttribute("mostBytes", limits.mostBytes());
        model.addAttribute(
                "lines", words.shown(lines.subList((shown - 1) * PAGE, Math.min(lines.size(), shown * PAGE)), locale));
        model.addAttribute(
                "list",
                new Listing(
                        "/population-checks/" + id,
                        state.map(it -> Map.of("state", it.name())).orElse(Map.of()),
                        "",
                        false,
                        shown,
                        PAGE,
                        lines.size()));
        return "exchange/check";
    }

    /** Asked for by a form: a link that is opened by accident takes nobody's data. */
    @PostMapping("/xlsx")
    void xlsx(@PathVariable("list") int id, HttpServletResponse response) throws IOException {
        found(id);
        HandingOut.send(response, HandingOut.XLSX, "doi-chieu-dan-cu-DC-" + id + ".xlsx", into -> files.xlsx(id, into));
    }

    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable("list") int id, @RequestParam(defaultValue = "") String because, RedirectAttributes told) {
        found(id);
        because(because, () -> desk.withdraw(id, because.strip()), "withdrawn", told);
        return "redirect:/population-checks/" + id;
    }

    @PostMapping("/put-aside/{answer}")
    String putAside(
            @PathVariable("list") int id,
            @PathVariable int answer,
            @RequestParam(defaultValue = "") String because,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes told) {
        found(id);
        because(because, () -> desk.putAside(answer, because.strip()), "aside", told);
        return from.equals("open") ? "redirect:/population-checks/open" : "redirect:/population-checks/" + id;
    }

    private static void because(
            String because, Supplier<Optional<BrokenRule>> act, String done, RedirectAttributes told) {
        if (because.isBlank() || because.length() > MOST_WORDS) {
            told.addFlashAttribute("whyNot", true);
            return;
        }
        act.get()
                .ifPresentOrElse(
                        rule -> told.addFlashAttribute("refused", rule), () -> told.addFlashAttribute(done, true));
    }

    private CheckList found(int id) {
        return desk.list(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String megabytes() {
        return limits.mostBytes() / (1024 * 1024) + " MB";
    }
}
