package org.ansinh.app.casework.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.LetterDesk;
import org.ansinh.app.casework.LetterDesk.Delegation;
import org.ansinh.app.casework.LetterPress;
import org.ansinh.app.pages.DayEntry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions on paper, and who signs them for the head of the office. */
@Controller
class LetterController {

    private final LetterDesk desk;
    private final ApplicationDesk files;
    private final LetterPress press;
    private final CaseWords words;

    LetterController(LetterDesk desk, ApplicationDesk files, LetterPress press, CaseWords words) {
        this.desk = desk;
        this.files = files;
        this.press = press;
        this.words = words;
    }

    @GetMapping("/decisions/{number}/letter.pdf")
    ResponseEntity<byte[]> letter(@PathVariable long number) {
        return press.print(found(desk.letter(new DecisionId(number))), "quyet-dinh-" + number);
    }

    @GetMapping("/grievances/{id}/letter.pdf")
    ResponseEntity<byte[]> answer(@PathVariable long id) {
        return press.print(found(desk.answer(id)), "tra-loi-" + id);
    }

    private static Letter found(Optional<Letter> letter) {
        return letter.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/delegations")
    String delegations(@RequestParam Optional<String> commune, Locale locale, Model model) {
        var chosen = words.commune(commune);
        model.addAttribute("delegations", desk.delegations());
        model.addAttribute("communes", words.communes());
        model.addAttribute("commune", chosen.orElse(""));
        model.addAttribute("colleagues", chosen.map(files::colleagues).orElseGet(java.util.Map::of));
        return "casework/delegations";
    }

    @PostMapping("/delegations")
    String delegate(
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String paperNumber,
            @RequestParam(defaultValue = "") String paperOn,
            Locale locale,
            RedirectAttributes after) {
        var chosen = words.commune(Optional.of(commune));
        chosen.ifPresent(it -> after.addAttribute("commune", it));
        var days = days(from, to);
        var on = DayEntry.read(paperOn);
        if (chosen.isEmpty() || deputy.isBlank() || paperNumber.isBlank() || days.isEmpty() || on.isEmpty()) {
            after.addFlashAttribute("refused", words.say("delegations.incomplete", locale));
        } else {
            var delegation = new Delegation(
                    chosen.get(), deputy, days.get().from(), days.get().to(), paperNumber.strip(), on.get());
            words.attempt(after, locale, () -> {
                desk.delegate(delegation);
                return words.say("delegations.done", locale);
            });
        }
        return "redirect:/delegations";
    }

    private record Days(LocalDate from, LocalDate to) {}

    private static Optional<Days> days(String from, String to) {
        return DayEntry.read(from)
                .flatMap(first ->
                        DayEntry.read(to).filter(last -> !last.isBefore(first)).map(last -> new Days(first, last)));
    }
}
