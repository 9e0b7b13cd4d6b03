package org.ansinh.app.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.LapsedForm;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Grievance;
import org.ansinh.app.casework.GrievanceDesk;
import org.ansinh.app.pages.NotUnderstood;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking down what somebody says: against a decision, against the answer to a complaint, or of anything else. */
@Controller
class GrievanceEntryController {

    private final GrievanceDesk desk;
    private final CaseDesk decisions;
    private final CaseWords words;

    GrievanceEntryController(GrievanceDesk desk, CaseDesk decisions, CaseWords words) {
        this.desk = desk;
        this.decisions = decisions;
        this.words = words;
    }

    @GetMapping("/grievances/new")
    String blank(
            @ModelAttribute("form") GrievanceForm form,
            @AuthenticationPrincipal SignedIn officer,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        var typed = LapsedForm.take(request, officer).map(GrievanceForm::of).orElse(form);
        model.addAttribute("form", typed);
        model.addAttribute("page", "/grievances/new?" + request.getQueryString());
        return shown(typed, locale, model);
    }

    @ModelAttribute
    void filledBy(@AuthenticationPrincipal SignedIn officer, @RequestParam Optional<String> page, Model model) {
        model.addAttribute("by", officer.officer());
        model.addAttribute("page", page.orElse(""));
    }

    @PostMapping("/grievances")
    String take(@ModelAttribute("form") GrievanceForm form, Locale locale, Model model, RedirectAttributes after) {
        var wrong = form.wrong();
        if (wrong.isPresent()) {
            model.addAttribute("refused", words.say(wrong.get(), locale));
            return shown(form, locale, model);
        }
        if (form.decision() == null && !communes().containsKey(form.word(form.commune()))) {
            throw new NotUnderstood("commune", form.word(form.commune()));
        }
        try {
            var id = desk.take(form.incoming());
            after.addFlashAttribute("done", words.say("grievances.taken", locale));
            return "redirect:/grievances/" + id;
        } catch (DataAccessException trouble) {
            model.addAttribute("refused", words.say(BrokenRule.orThrow(trouble), locale));
            return shown(form, locale, model);
        }
    }

    private String shown(GrievanceForm form, Locale locale, Model model) {
        model.addAttribute("kind", form.kindOrComplaint());
        model.addAttribute(
                "decision",
                Optional.ofNullable(form.decision()).map(this::decision).orElse(null));
        model.addAttribute(
                "earlier",
                Optional.ofNullable(form.earlier()).map(this::earlier).orElse(null));
        model.addAttribute("communes", communes());
        model.addAttribute("programmes", words.programmes(locale));
        model.addAttribute("today", words.today());
        return "casework/grievance-new";
    }

    private Decision decision(long number) {
        return decisions
                .open(new DecisionId(number))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Grievance earlier(long id) {
        return desk.open(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Those of the area, in the order of their names. */
    private Map<String, String> communes() {
        var mine = desk.communesHere();
        var named = new LinkedHashMap<String, String>();
        words.communes().forEach((code, name) -> {
            if (mine.contains(code)) {
                named.put(code, name);
            }
        });
        return named;
    }
}
