package org.ansinh.app.casework.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.ansinh.app.casework.Grievance;
import org.ansinh.app.casework.GrievanceDesk;
import org.ansinh.app.casework.GrievanceDesk.Choice;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.NotUnderstood;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The registers of complaints, denunciations and feedback, and one of them from its receipt to the signed answer. */
@Controller
class GrievanceController {

    private static final int PAGE = 50;
    static final Set<String> KINDS = Set.of("complaint", "denunciation", "feedback");
    private static final Set<String> ENDS = Set.of("declined", "withdrawn", "passed_on");
    private static final Set<String> FINDINGS = Set.of("right", "partly", "wrong", "");
    private static final Set<String> SIGNATURES = Set.of("signature", "fingerprint");

    private final GrievanceDesk desk;
    private final CaseWords words;

    GrievanceController(GrievanceDesk desk, CaseWords words) {
        this.desk = desk;
        this.words = words;
    }

    @GetMapping("/grievances")
    String registers(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var given =
                Optional.of(kind).filter(it -> !it.isEmpty()).map(it -> NotUnderstood.unlessOneOf(KINDS, "kind", it));
        var choice = new Choice(given, open, mine);
        var total = desk.count(choice);
        int shown = (int) Math.clamp(page, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        var query = new LinkedHashMap<String, String>();
        choice.kind().ifPresent(it -> query.put("kind", it));
        query.put("open", Boolean.toString(open));
        query.put("mine", Boolean.toString(mine));
        model.addAttribute("choice", choice);
        model.addAttribute("rows", desk.list(choice, shown, PAGE));
        var standing = desk.standing();
        model.addAttribute("standing", standing);
        model.addAttribute(
                "kinds", standing.stream().map(GrievanceDesk.Standing::kind).toList());
        model.addAttribute("list", new Listing("/grievances", query, "", false, shown, PAGE, total));
        model.addAttribute("today", words.today());
        model.addAttribute("communes", words.communes());
        return "casework/grievances";
    }

    @GetMapping("/grievances/{id}")
    String open(@PathVariable long id, Locale locale, Model model) {
        var it = found(id);
        model.addAttribute("grievance", it);
        model.addAttribute("compared", it.isComplaint() ? desk.compared(it) : List.of());
        model.addAttribute("terms", desk.terms(it, locale));
        model.addAttribute("steps", desk.steps(id));
        model.addAttribute("today", words.today());
        model.addAttribute("communes", words.communes());
        model.addAttribute("programmes", words.programmes(locale));
        model.addAttribute(
                "colleagues", it.isOpen() ? desk.colleagues(it.about().communeCode()) : Map.of());
        return "casework/grievance";
    }

    @PostMapping("/grievances/{id}/signed")
    String signed(
            @PathVariable long id,
            @RequestParam(defaultValue = "signature") String signedAs,
            @RequestParam(defaultValue = "") String lateBecause,
            Locale locale,
            RedirectAttributes after) {
        NotUnderstood.unlessOneOf(SIGNATURES, "signedAs", signedAs);
        return done(id, after, locale, "grievances.saved", () -> desk.sign(id, signedAs, lateBecause.strip()));
    }

    @PostMapping("/grievances/{id}/accept")
    String accept(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean complex,
            @RequestParam(defaultValue = "false") boolean remote,
            Locale locale,
            RedirectAttributes after) {
        return done(id, after, locale, "grievances.accepted", () -> desk.accept(id, complex, remote));
    }

    @PostMapping("/grievances/{id}/longer")
    String longer(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean complex,
            @RequestParam(defaultValue = "false") boolean remote,
            Locale locale,
            RedirectAttributes after) {
        return done(id, after, locale, "grievances.saved", () -> desk.longer(id, complex, remote));
    }

    @PostMapping("/grievances/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String because,
            Locale locale,
            RedirectAttributes after) {
        NotUnderstood.unlessOneOf(ENDS, "state", state);
        return done(id, after, locale, "grievances.ended", () -> desk.end(id, state, because.strip()));
    }

    @PostMapping("/grievances/{id}/propose")
    String propose(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String conclusion,
            Locale locale,
            RedirectAttributes after) {
        NotUnderstood.unlessOneOf(FINDINGS, "finding", finding);
        return done(id, after, locale, "grievances.proposed", () -> desk.propose(id, finding, conclusion.strip()));
    }

    @PostMapping("/grievances/{id}/return")
    String sendBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String because,
            Locale locale,
            RedirectAttributes after) {
        if (because.isBlank()) {
            after.addFlashAttribute("refused", words.say("decisions.because.missing", locale));
            return here(id);
        }
        return done(id, after, locale, "grievances.returned", () -> desk.sendBack(id, because.strip()));
    }

    @PostMapping("/grievances/{id}/resolve")
    String resolve(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answerNumber,
            @RequestParam String resolvedOn,
            Locale locale,
            RedirectAttributes after) {
        var day = DayEntry.read(resolvedOn);
        if (day.isEmpty()) {
            after.addFlashAttribute("refused", words.say("decisions.day.wrong", locale));
            return here(id);
        }
        return done(id, after, locale, "grievances.resolved", () -> desk.resolve(id, answerNumber.strip(), day.get()));
    }

    @PostMapping("/grievances/{id}/hand-over")
    String handOver(@PathVariable long id, @RequestParam String officer, Locale locale, RedirectAttributes after) {
        if (!desk.colleagues(found(id).about().communeCode()).containsKey(officer)) {
            throw new NotUnderstood("officer", officer);
        }
        return done(id, after, locale, "grievances.saved", () -> desk.handOver(id, officer));
    }

    private String done(long id, RedirectAttributes after, Locale locale, String key, BooleanSupplier act) {
        words.attempt(after, locale, () -> words.say(act.getAsBoolean() ? key : "files.nothing-done", locale));
        return here(id);
    }

    private Grievance found(long id) {
        return desk.open(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String here(long id) {
        return "redirect:/grievances/" + id;
    }
}
