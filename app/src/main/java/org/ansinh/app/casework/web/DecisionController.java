package org.ansinh.app.casework.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.casework.AdjustDesk;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.DecisionChoice;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.DraftOrder;
import org.ansinh.app.casework.EntitlementLists;
import org.ansinh.app.casework.Signing;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.NotUnderstood;
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

    private static final int PAGE = 100;
    /** Drafts among which those are counted of whom the population database says otherwise: more than one office signs on one day. */
    private static final int LOOKED_AT = 500;

    private static final DecisionChoice DRAFTS =
            new DecisionChoice(Optional.of("draft"), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Set<String> STATES = Set.of("draft", "signed", "returned");

    private final CaseDesk desk;
    private final AdjustDesk adjusting;
    private final EntitlementLists lists;
    private final CaseWords words;
    private final CheckShown checks;
    private final Clock clock;

    DecisionController(
            CaseDesk desk,
            AdjustDesk adjusting,
            EntitlementLists lists,
            CaseWords words,
            CheckShown checks,
            Clock clock) {
        this.desk = desk;
        this.adjusting = adjusting;
        this.lists = lists;
        this.words = words;
        this.checks = checks;
        this.clock = clock;
    }

    @GetMapping("/decisions")
    String causes(@RequestParam Optional<YearMonth> month, Locale locale, Model model) {
        var asked = month.orElseGet(() -> lists.months().stream().findFirst().orElseGet(() -> YearMonth.now(clock)));
        var waiting = desk.waiting(asked);
        model.addAttribute("month", asked);
        var toSign = desk.toSign();
        model.addAttribute("toSign", Causes.toSign(toSign));
        model.addAttribute("doubts", toSign.isEmpty() ? 0L : checks.doubts(desk.list(DRAFTS, 1, LOOKED_AT)));
        BinaryOperator<String> named = (programme, ids) -> words.provisions(programme, ids, locale);
        model.addAttribute("waiting", Causes.waiting(waiting, true, named));
        model.addAttribute("possible", Causes.waiting(waiting, false, named));
        var differences = adjusting.differences();
        model.addAttribute("differing", Causes.differing(differences));
        model.addAttribute(
                "lawWaits",
                waiting.stream().anyMatch(it -> it.unverified() > 0)
                        || differences.stream().anyMatch(it -> it.unverified() > 0));
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
        given(state).filter(it -> !STATES.contains(it)).ifPresent(it -> {
            throw new NotUnderstood("state", it);
        });
        var choice = new DecisionChoice(
                given(state), given(programme).map(words::programme), words.commune(commune), given(cause));
        var total = desk.count(choice);
        int shown = (int) Math.clamp(page, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        var query = new LinkedHashMap<String, String>();
        choice.state().ifPresent(it -> query.put("state", it));
        choice.programme().ifPresent(it -> query.put("programme", it));
        choice.commune().ifPresent(it -> query.put("commune", it));
        choice.causeKey().ifPresent(it -> query.put("cause", it));
        model.addAttribute("choice", choice);
        var rows = desk.list(choice, shown, PAGE);
        model.addAttribute("rows", rows);
        model.addAttribute("checks", checks.ofDrafts(rows));
        model.addAttribute("list", new Listing("/decisions/list", query, "", false, shown, PAGE, total));
        model.addAttribute("signing", choice.state().filter("draft"::equals).isPresent());
        naming(locale, model);
        return "casework/book";
    }

    @PostMapping("/decisions/draft")
    String draft(
            @RequestParam YearMonth month,
            @RequestParam String programme,
            @RequestParam Optional<String> commune,
            @RequestParam Optional<String> provisions,
            @RequestParam Optional<List<Integer>> subject,
            @RequestParam Optional<EntitlementLists.Kind> kind,
            Locale locale,
            RedirectAttributes after) {
        // From a list only those who were chosen are drafted for: nobody chosen never means everybody.
        if (kind.isPresent() && subject.isEmpty()) {
            after.addFlashAttribute("refused", words.say("lists.none-chosen", locale));
            return "redirect:/lists/show?month=%s&programme=%s&kind=%s%s"
                    .formatted(
                            month,
                            words.programme(programme),
                            kind.get(),
                            words.commune(commune).map(it -> "&commune=" + it).orElse(""));
        }
        var order = new DraftOrder(
                month, words.programme(programme), words.commune(commune), provisions, subject.orElse(List.of()));
        attempt(after, locale, () -> words.say("decisions.drafted", locale, desk.draft(order)));
        return "redirect:/decisions?month=" + month;
    }

    @PostMapping("/decisions/adjust")
    String adjust(
            @RequestParam String programme,
            @RequestParam Optional<String> commune,
            @RequestParam long oldLevel,
            @RequestParam long newLevel,
            @RequestParam YearMonth from,
            Locale locale,
            RedirectAttributes after) {
        var cause = new AdjustDesk.Cause(words.programme(programme), oldLevel, newLevel, from);
        var where = words.commune(commune);
        attempt(after, locale, () -> words.say("decisions.drafted", locale, adjusting.draft(cause, where)));
        return "redirect:/decisions";
    }

    @PostMapping("/decisions/sign")
    String sign(
            @RequestParam String programme,
            @RequestParam Optional<String> commune,
            @RequestParam String cause,
            Locale locale,
            RedirectAttributes after) {
        attempt(after, locale, () -> told(desk.sign(desk.draftsOf(programme, given(commune), cause)), locale));
        return "redirect:/decisions";
    }

    @PostMapping("/decisions/return")
    String sendBack(
            @RequestParam String programme,
            @RequestParam Optional<String> commune,
            @RequestParam String cause,
            @RequestParam String because,
            Locale locale,
            RedirectAttributes after) {
        sendBack(() -> desk.draftsOf(programme, given(commune), cause), because, locale, after);
        return "redirect:/decisions";
    }

    /** Some of a list, chosen one by one. */
    @PostMapping("/decisions/chosen")
    String chosen(
            @RequestParam Optional<List<Long>> decision,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String because,
            Locale locale,
            RedirectAttributes after) {
        var drafts = decision.orElse(List.of()).stream().map(DecisionId::new).toList();
        if (drafts.isEmpty()) {
            after.addFlashAttribute("refused", words.say("decisions.none-chosen", locale));
            return "redirect:/decisions";
        }
        switch (act) {
            case "sign" -> attempt(after, locale, () -> told(desk.sign(drafts), locale));
            case "return" -> sendBack(() -> drafts, because, locale, after);
            default -> throw new NotUnderstood("act", act);
        }
        return "redirect:/decisions";
    }

    private void sendBack(
            java.util.function.Supplier<List<DecisionId>> drafts,
            String because,
            Locale locale,
            RedirectAttributes after) {
        if (because.isBlank()) {
            after.addFlashAttribute("refused", words.say("decisions.because.missing", locale));
        } else {
            attempt(
                    after,
                    locale,
                    () -> words.say("decisions.returned", locale, desk.sendBack(drafts.get(), because.strip())));
        }
    }

    private String told(Signing signing, Locale locale) {
        var text = new StringBuilder(
                words.say("decisions.signed", locale, signing.signed().size()));
        if (signing.own() > 0) {
            text.append(' ').append(words.say("decisions.left.own", locale, signing.own()));
        }
        if (signing.unverified() > 0) {
            text.append(' ').append(words.say("decisions.left.unverified", locale, signing.unverified()));
        }
        return text.toString();
    }

    /** What the database refuses is told in a sentence; nothing of the act stays. */
    private void attempt(RedirectAttributes after, Locale locale, java.util.function.Supplier<String> act) {
        try {
            after.addFlashAttribute("done", act.get());
        } catch (DataAccessException trouble) {
            after.addFlashAttribute("refused", words.say(BrokenRule.orThrow(trouble), locale));
        }
    }

    private void naming(Locale locale, Model model) {
        model.addAttribute("programmes", words.programmes(locale));
        model.addAttribute("communes", words.communes());
    }

    private static Optional<String> given(Optional<String> text) {
        return text.filter(it -> !it.isBlank());
    }
}
