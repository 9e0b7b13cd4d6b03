package org.ansinh.app.casework.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.GrievanceDesk;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.pages.NumberEntry;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One decision: what it says, what it rests on, and what may be done with it. */
@Controller
class DecisionFileController {

    private static final long MOST_DONG = 999_999_999_999L;

    private final CaseDesk desk;
    private final CaseWords words;
    private final FrozenWords frozen;
    private final GrievanceDesk grievances;
    private final EntitlementsSeen seen;
    private final CheckShown checks;

    DecisionFileController(
            CaseDesk desk,
            CaseWords words,
            FrozenWords frozen,
            GrievanceDesk grievances,
            EntitlementsSeen seen,
            CheckShown checks) {
        this.desk = desk;
        this.words = words;
        this.frozen = frozen;
        this.grievances = grievances;
        this.seen = seen;
        this.checks = checks;
    }

    @GetMapping("/decisions/{number}")
    String open(@PathVariable long number, Locale locale, Model model) {
        var decision =
                desk.open(new DecisionId(number)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("decision", decision);
        model.addAttribute("frozen", frozen.of(decision, locale));
        model.addAttribute("check", checks.of(decision));
        model.addAttribute("grievances", grievances.against(decision.id()));
        // a dossier leaves the house, and a programme that tells by its name does not
        model.addAttribute("mayLeave", !seen.masks().isHidden(decision.programme()));
        model.addAttribute(
                "signerTitle",
                decision.signatures()
                        .signerTitle()
                        .map(it -> decision.signatures().takenOver() ? it : words.authority(it, locale))
                        .orElse(""));
        model.addAttribute("programmes", words.programmes(locale));
        model.addAttribute("communes", words.communes());
        return "casework/decision";
    }

    @PostMapping("/decisions/{number}/sign")
    String sign(@PathVariable long number, Locale locale, RedirectAttributes after) {
        attempt(after, locale, () -> {
            var signing = desk.sign(List.of(new DecisionId(number)));
            if (!signing.signed().isEmpty()) {
                return words.say("decisions.signed", locale, 1);
            }
            if (signing.own() > 0) {
                return words.say("decisions.left.own", locale, 1);
            }
            return words.say(signing.unverified() > 0 ? "decisions.left.unverified" : "decisions.none", locale, 1);
        });
        return "redirect:/decisions/" + number;
    }

    @PostMapping("/decisions/{number}/return")
    String sendBack(@PathVariable long number, @RequestParam String because, Locale locale, RedirectAttributes after) {
        if (because.isBlank()) {
            after.addFlashAttribute("refused", words.say("decisions.because.missing", locale));
        } else {
            attempt(
                    after,
                    locale,
                    () -> words.say(
                            "decisions.returned",
                            locale,
                            desk.sendBack(List.of(new DecisionId(number)), because.strip())));
        }
        return "redirect:/decisions/" + number;
    }

    @PostMapping("/decisions/{number}/adjust")
    String adjust(
            @PathVariable long number,
            @RequestParam String amount,
            @RequestParam String from,
            @RequestParam String because,
            Locale locale,
            RedirectAttributes after) {
        var day = DayEntry.read(from);
        var level = NumberEntry.whole(amount).filter(it -> it >= 0 && it <= MOST_DONG);
        if (level.isEmpty()) {
            after.addFlashAttribute("refused", words.say("decisions.amount.wrong", locale, amount));
            return "redirect:/decisions/" + number;
        }
        return change(
                number,
                day,
                because,
                locale,
                after,
                on -> desk.draftAdjustment(new DecisionId(number), level.get(), on, because.strip()));
    }

    @PostMapping("/decisions/{number}/stop")
    String stop(
            @PathVariable long number,
            @RequestParam String from,
            @RequestParam String because,
            Locale locale,
            RedirectAttributes after) {
        return change(
                number,
                DayEntry.read(from),
                because,
                locale,
                after,
                on -> desk.draftStop(new DecisionId(number), on, because.strip()));
    }

    /** @param how annul: the end was a mistake; anew: a right of its own from the signature */
    @PostMapping("/decisions/{number}/reopen")
    String reopen(
            @PathVariable long number,
            @RequestParam String how,
            @RequestParam(defaultValue = "") String because,
            Locale locale,
            RedirectAttributes after) {
        NotUnderstood.unlessOneOf(Set.of("annul", "anew"), "how", how);
        var end = new DecisionId(number);
        return change(
                number,
                Optional.of(words.today()),
                because,
                locale,
                after,
                today -> how.equals("annul")
                        ? desk.draftAnnulment(end, because.strip())
                        : desk.draftReopening(end, because.strip()));
    }

    private String change(
            long number,
            Optional<LocalDate> day,
            String because,
            Locale locale,
            RedirectAttributes after,
            java.util.function.Function<LocalDate, Optional<DecisionId>> draft) {
        var here = "redirect:/decisions/" + number;
        if (day.isEmpty()) {
            after.addFlashAttribute("refused", words.say("decisions.day.wrong", locale));
            return here;
        }
        if (because.isBlank()) {
            after.addFlashAttribute("refused", words.say("decisions.because.missing", locale));
            return here;
        }
        try {
            var drafted = draft.apply(day.get());
            after.addFlashAttribute("done", words.say("decisions.drafted", locale, drafted.isPresent() ? 1 : 0));
            return drafted.map(it -> "redirect:/decisions/" + it.number()).orElse(here);
        } catch (DataAccessException trouble) {
            after.addFlashAttribute("refused", words.say(BrokenRule.orThrow(trouble), locale));
            return here;
        }
    }

    private void attempt(RedirectAttributes after, Locale locale, Supplier<String> act) {
        try {
            after.addFlashAttribute("done", act.get());
        } catch (DataAccessException trouble) {
            after.addFlashAttribute("refused", words.say(BrokenRule.orThrow(trouble), locale));
        }
    }
}
