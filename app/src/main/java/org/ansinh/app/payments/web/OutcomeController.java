package org.ansinh.app.payments.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.payments.OutcomeDesk;
import org.ansinh.app.payments.OutcomeDesk.Line;
import org.ansinh.app.payments.OutcomeDesk.NewReport;
import org.ansinh.app.payments.OutcomeDesk.Outcome;
import org.ansinh.app.payments.OutcomeDesk.Village;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.payments.PaymentDesk.Payroll;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** After a cash day, a statement of the bank, a list that the post brings back: who was paid and who was not, village by village. */
@Controller
class OutcomeController {

    private static final int WORDS_AT_MOST = 200;
    private static final String NO_VILLAGE = "none";

    private final OutcomeDesk outcomes;
    private final ListWorkbook book;
    private final Clock clock;

    OutcomeController(OutcomeDesk outcomes, ListWorkbook book, Clock clock) {
        this.outcomes = outcomes;
        this.book = book;
        this.clock = clock;
    }

    /** What a button says: everybody but those ticked was paid, or what became of those ticked. */
    enum Act {
        PAID_EXCEPT,
        NOT_COLLECTED,
        RETURNED
    }

    @GetMapping("/payments/{id}/results")
    String page(@PathVariable long id, @RequestParam Optional<String> village, Locale locale, Model model) {
        var payroll = book.found(id);
        if (!payroll.approved()) {
            return "redirect:/payments/" + id;
        }
        var villages = outcomes.villages(id);
        var chosen = village.map(it -> chosen(it, villages))
                .orElseGet(() -> villages.stream()
                        .filter(it -> it.open() > 0)
                        .findFirst()
                        .orElse(villages.getFirst()));
        naming(payroll, locale, model);
        model.addAttribute("villages", villages);
        model.addAttribute("chosen", chosen);
        model.addAttribute("lines", outcomes.lines(id, chosen.id()));
        model.addAttribute("totals", outcomes.totals(id));
        model.addAttribute("reports", outcomes.reports(id));
        if (!model.containsAttribute("on")) {
            model.addAttribute("on", new Writing(locale).day(LocalDate.now(clock)));
        }
        return "payments/results";
    }

    private static Village chosen(String village, List<Village> villages) {
        return villages.stream()
                .filter(it -> it.id().map(Object::toString).orElse(NO_VILLAGE).equals(village))
                .findFirst()
                .orElseThrow(() -> new NotUnderstood("village", village));
    }

    private void naming(Payroll payroll, Locale locale, Model model) {
        model.addAttribute("payroll", payroll);
        model.addAttribute("whole", book.title(payroll, locale));
    }

    @PostMapping("/payments/{id}/results")
    String report(
            @PathVariable long id,
            @RequestParam Act act,
            @RequestParam String village,
            @RequestParam String on,
            @RequestParam String paper,
            @RequestParam(defaultValue = "") Set<String> ticked,
            RedirectAttributes told) {
        var chosen = chosen(village, outcomes.villages(id));
        var day = DayEntry.read(on);
        var back = UriComponentsBuilder.fromPath("/payments/" + id + "/results")
                .queryParam("village", village)
                .build()
                .toUriString();
        var wrong = wrong(act, day, paper.strip(), ticked);
        if (wrong.isPresent()) {
            told.addFlashAttribute("wrong", "payments.results.wrong." + wrong.get());
            keep(on, paper, ticked, told);
            return "redirect:" + back;
        }
        var outcome = act == Act.PAID_EXCEPT ? Outcome.PAID : Outcome.valueOf(act.name());
        var keys = outcomes.lines(id, chosen.id()).stream()
                .filter(it ->
                        act == Act.PAID_EXCEPT ? isOpen(it) && !ticked.contains(it.key()) : ticked.contains(it.key()))
                .map(Line::key)
                .toList();
        var result = outcomes.report(id, new NewReport(outcome, day.orElseThrow(), paper.strip()), keys);
        if (result instanceof ListResult.Refused) {
            keep(on, paper, ticked, told);
        }
        tell(result, told);
        return "redirect:" + back;
    }

    /** What was typed stands in the form again. */
    private static void keep(String on, String paper, Set<String> ticked, RedirectAttributes told) {
        told.addFlashAttribute("on", on);
        told.addFlashAttribute("paper", paper);
        told.addFlashAttribute("ticked", ticked);
    }

    private static boolean isOpen(Line line) {
        return line.outcome().isEmpty();
    }

    private static Optional<String> wrong(Act act, Optional<LocalDate> day, String paper, Set<String> ticked) {
        if (day.isEmpty()) {
            return Optional.of("day");
        }
        if (paper.isEmpty() || paper.length() > WORDS_AT_MOST) {
            return Optional.of("paper");
        }
        return act != Act.PAID_EXCEPT && ticked.isEmpty() ? Optional.of("nobody") : Optional.empty();
    }

    private static void tell(ListResult result, RedirectAttributes told) {
        switch (result) {
            case ListResult.Done done -> told.addFlashAttribute("done", "payments.results.done");
            case ListResult.Nothing nothing -> told.addFlashAttribute("done", "payments.results.nothing");
            case ListResult.Refused(var rule) -> told.addFlashAttribute("refused", rule);
        }
    }
}
