package org.ansinh.app.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ansinh.app.access.GrantsDesk;
import org.ansinh.app.determination.Names;
import org.ansinh.app.inspection.SampleDesk;
import org.ansinh.app.inspection.SampleDesk.Drawn;
import org.ansinh.app.inspection.SampleDesk.Kind;
import org.ansinh.app.inspection.SampleDesk.Order;
import org.ansinh.app.inspection.SampleDesk.Sample;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.pages.NumberEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Samples for whoever inspects: drawn, kept, opened, taken along as one file of dossiers. */
@Controller
class SampleController {

    private static final int SHOWN = 50;
    private static final int MOST = 200;
    private static final int USUAL = 30;

    private final SampleDesk desk;
    private final SampleFile file;
    private final GrantsDesk grants;
    private final Names names;
    private final Clock clock;

    SampleController(SampleDesk desk, SampleFile file, GrantsDesk grants, Names names, Clock clock) {
        this.desk = desk;
        this.file = file;
        this.grants = grants;
        this.names = names;
        this.clock = clock;
    }

    @ModelAttribute
    void words(Locale locale, Model model) {
        model.addAttribute("programmes", names.programmes(locale));
        model.addAttribute("communes", names.communes());
    }

    /** What is wrong with a day or a number is said beside the form, with what was typed. */
    @GetMapping("/samples")
    String samples(Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute("rows", desk.latest(SHOWN));
        model.addAttribute("kinds", List.of(Kind.values()));
        model.addAttribute("firstDay", today.minusYears(1).withDayOfMonth(1));
        model.addAttribute("lastDay", today);
        model.addAttribute("usual", USUAL);
        model.addAttribute("onceKey", UUID.randomUUID().toString());
        model.addAttribute(
                "granted",
                grants.mine().stream()
                        .filter(it -> it.value().equals("inspector"))
                        .toList());
        return "inspection/samples";
    }

    @PostMapping("/samples")
    String draw(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String onceKey,
            Locale locale,
            RedirectAttributes after) {
        var what = Kind.valueOf(
                NotUnderstood.unlessOneOf(List.of(Kind.DECISIONS.name(), Kind.LINES.name()), "kind", kind));
        var chosen = known(names.programmes(locale).containsKey(programme), "programme", programme);
        var where = known(names.communes().containsKey(commune), "commune", commune);
        var first = DayEntry.read(from);
        var last = DayEntry.read(to);
        var number = NumberEntry.whole(size).filter(it -> it >= 1 && it <= MOST);
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get()) || number.isEmpty()) {
            after.addFlashAttribute("wrong", number.isEmpty() ? "inspection.wrong.size" : "inspection.wrong.days");
            return "redirect:/samples";
        }
        var key = onceKey.isBlank() ? UUID.randomUUID().toString() : onceKey;
        var order = new Order(
                what, chosen, where, first.get(), last.get(), number.get().intValue(), key);
        return switch (desk.draw(order)) {
            case Drawn.Done(long id) -> "redirect:/samples/" + id;
            case Drawn.Refused(var rule) -> {
                after.addFlashAttribute("refused", rule);
                yield "redirect:/samples";
            }
        };
    }

    private static Optional<String> known(boolean isKnown, String field, String given) {
        if (!given.isBlank() && !isKnown) {
            throw new NotUnderstood(field, given);
        }
        return given.isBlank() ? Optional.empty() : Optional.of(given);
    }

    @GetMapping("/samples/{id}")
    String sample(@PathVariable long id, Model model) {
        model.addAttribute("sample", found(id));
        model.addAttribute("items", desk.items(id));
        model.addAttribute("reproduced", desk.isReproduced(id));
        return "inspection/sample";
    }

    @GetMapping("/samples/{id}/dossiers.zip")
    void dossiers(@PathVariable long id, HttpServletResponse response) throws IOException {
        file.send(found(id), response);
    }

    private Sample found(long id) {
        return desk.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no sample %d in this area.".formatted(id)));
    }
}
