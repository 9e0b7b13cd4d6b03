package org.ansinh.app.casework.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.DecisionChoice;
import org.ansinh.app.casework.DraftOrder;
import org.ansinh.app.casework.EntitlementLists;
import org.ansinh.app.casework.Signing;
import org.ansinh.app.pages.Listing;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Drafting and signing by causes, and the book of decisions. */
@Controller
class DecisionController {

    private static final int PAGE = 50;

    private final CaseDesk desk;
    private final EntitlementLists lists;
    private final Names names;
    private final Clock clock;

    DecisionController(CaseDesk desk, EntitlementLists lists, Names names, Clock clock) {
        this.desk = desk;
        this.lists = lists;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/decisions")
    String causes(@RequestParam Optional<YearMonth> month, Locale locale, Model model) {
        var asked = month.orElseGet(() -> lists.months().stream().findFirst().orElseGet(() -> YearMonth.now(clock)));
        model.addAttribute("month", asked);
        model.addAttribute("toSign", desk.toSign());
        model.addAttribute("waiting", desk.waiting(asked));
        naming(locale, model);
        return "casework/decisions";
    }

    @GetMapping("/decisions/list")
    String list(
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> programme,
            @RequestParam Optional<String> commune,
            @RequestParam Optional<String> cause,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var choice = new DecisionChoice(given(state), given(programme), given(commune), given(cause));
        var total = desk.count(choice);
        int shown = (int) Math.clamp(page, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        var query = new LinkedHashMap<String, String>();
        choice.state().ifPresent(it -> query.put("state", it));
        choice.programme().ifPresent(it -> query.put("programme", it));
        choice.commune().ifPresent(it -> query.put("commune", it));
        choice.causeKey().ifPresent(it -> query.put("cause", it));
        model.addAttribute("choice", choice);
        model.addAttribute("rows", desk.list(choice, shown, PAGE));
        model.addAttribute("list", new Listing("/decisions/list", query, "", false, shown, PAGE, total));
        naming(locale, model);
        return "casework/book";
    }

    @PostMapping("/decisions/draft")
    String draft(
            @RequestParam YearMonth month,
            @RequestParam String programme,
            @RequestParam String commune,
            @RequestParam Optional<String> provisions,
            @RequestParam Optional<List<Integer>> subject,
            Locale locale,
            RedirectAttributes after) {
        var order = new DraftOrder(month, programme, commune, provisions, subject.orElse(List.of()));
        attempt(after, locale, () -> names.say("decisions.drafted", locale, desk.draft(order)));
        return "redirect:/decisions?month=" + month;
    }

    @PostMapping("/decisions/sign")
    String sign(
            @RequestParam String programme,
            @RequestParam String commune,
            @RequestParam String cause,
            Locale locale,
            RedirectAttributes after) {
        attempt(after, locale, () -> told(desk.sign(desk.draftsOf(programme, commune, cause)), locale));
        return "redirect:/decisions";
    }

    @PostMapping("/decisions/return")
    String sendBack(
            @RequestParam String programme,
            @RequestParam String commune,
            @RequestParam String cause,
            @RequestParam String because,
            Locale locale,
            RedirectAttributes after) {
        if (because.isBlank()) {
            after.addFlashAttribute("refused", names.say("decisions.because.missing", locale));
        } else {
            attempt(
                    after,
                    locale,
                    () -> names.say(
                            "decisions.returned",
                            locale,
                            desk.sendBack(desk.draftsOf(programme, commune, cause), because.strip())));
        }
        return "redirect:/decisions";
    }

    private String told(Signing signing, Locale locale) {
        var text = new StringBuilder(
                names.say("decisions.signed", locale, signing.signed().size()));
        if (signing.own() > 0) {
            text.append(' ').append(names.say("decisions.left.own", locale, signing.own()));
        }
        if (signing.unverified() > 0) {
            text.append(' ').append(names.say("decisions.left.unverified", locale, signing.unverified()));
        }
        return text.toString();
    }

    /** What the database refuses is told in a sentence; nothing of the act stays. */
    private void attempt(RedirectAttributes after, Locale locale, java.util.function.Supplier<String> act) {
        try {
            after.addFlashAttribute("done", act.get());
        } catch (DataAccessException trouble) {
            after.addFlashAttribute("refused", names.say(BrokenRule.orThrow(trouble), locale));
        }
    }

    private void naming(Locale locale, Model model) {
        model.addAttribute("programmes", names.programmes(locale));
        model.addAttribute("communes", names.communes());
    }

    private static Optional<String> given(Optional<String> text) {
        return text.filter(it -> !it.isBlank());
    }
}
