package org.ansinh.app.payments.web;

import java.util.Locale;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.payments.SuspensionDesk;
import org.ansinh.app.payments.SuspensionDesk.About;
import org.ansinh.app.payments.SuspensionDesk.Drafted;
import org.ansinh.app.payments.SuspensionDesk.Ground;
import org.ansinh.app.payments.SuspensionDesk.Suspension;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Suspensions: drafted for a cause of the law, signed by another officer, ended by another decision. */
@Controller
class SuspensionController {

    private static final int LATEST = 200;
    private static final Acted ACTED = new Acted("/suspensions");

    private final SuspensionDesk desk;
    private final CaseDesk cases;
    private final Names names;

    SuspensionController(SuspensionDesk desk, CaseDesk cases, Names names) {
        this.desk = desk;
        this.cases = cases;
        this.names = names;
    }

    @GetMapping("/suspensions")
    String all(Locale locale, Model model) {
        model.addAttribute("rows", desk.latest(LATEST));
        model.addAttribute("programmes", names.programmes(locale));
        model.addAttribute("communes", names.communes());
        return "payments/suspensions";
    }

    /** @param subject a person or household, p12 or h7 */
    @GetMapping("/suspensions/new")
    String ask(
            @RequestParam String programme,
            @RequestParam String commune,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String ground,
            Locale locale,
            Model model) {
        model.addAttribute("about", about(programme, commune, subject, locale));
        model.addAttribute("subject", subject);
        model.addAttribute("programme", names.programmes(locale).get(programme));
        model.addAttribute("grounds", desk.grounds(programme, locale));
        model.addAttribute("ground", ground);
        return "payments/suspension-new";
    }

    @PostMapping("/suspensions")
    String draft(
            @RequestParam String programme,
            @RequestParam String commune,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String cause,
            Locale locale,
            RedirectAttributes told) {
        var about = about(programme, commune, subject, locale);
        var again = "redirect:/suspensions/new?programme=%s&commune=%s&subject=%s&ground=%s"
                .formatted(programme, commune, subject, known(programme, ground, locale) ? ground : "");
        if (ground.isEmpty() || !Acted.isWords(cause)) {
            told.addFlashAttribute(
                    "wrong", ground.isEmpty() ? "payments.suspension.wrong.ground" : "payments.recovery.wrong.cause");
            told.addFlashAttribute("cause", cause);
            return again;
        }
        return switch (desk.draft(about, ground, cause.strip())) {
            case Drafted.Done(long id) -> {
                told.addFlashAttribute("done", "payments.suspension.drafted");
                yield "redirect:/suspensions/" + id;
            }
            case Drafted.Refused(var rule) -> {
                told.addFlashAttribute("refused", rule);
                yield again;
            }
        };
    }

    private boolean known(String programme, String ground, Locale locale) {
        return desk.grounds(programme, locale).stream().map(Ground::id).anyMatch(ground::equals);
    }

    private About about(String programme, String commune, String subject, Locale locale) {
        NotUnderstood.unlessOneOf(names.programmes(locale).keySet(), "programme", programme);
        NotUnderstood.unlessOneOf(names.communes().keySet(), "commune", commune);
        var asked = SubjectWord.read(subject);
        return new About(programme, asked.household(), asked.id(), commune);
    }

    @GetMapping("/suspensions/{id}")
    String open(@PathVariable long id, Locale locale, Model model) {
        var it = found(id);
        var programme = it.about().programme();
        model.addAttribute("suspension", it);
        var stop = desk.stopDue(it, locale);
        model.addAttribute("stopDue", stop.orElse(null));
        model.addAttribute(
                "decided",
                stop.flatMap(due -> cases
                                .ofSubject(it.about().household(), it.about().subjectId())
                                .stream()
                                .filter(made -> made.programme().equals(programme)
                                        && !made.kind().equals("stop"))
                                .findFirst())
                        .map(made -> made.id().number())
                        .orElse(null));
        model.addAttribute("programme", names.programmes(locale).getOrDefault(programme, programme));
        model.addAttribute("commune", names.communes().get(it.about().communeCode()));
        model.addAttribute(
                "law",
                desk.grounds(programme, locale).stream()
                        .filter(ground -> ground.id().equals(it.ground()))
                        .toList());
        return "payments/suspension";
    }

    @PostMapping("/suspensions/{id}/sign")
    String sign(@PathVariable long id, RedirectAttributes told) {
        found(id);
        return ACTED.told(id, desk.sign(id), "payments.suspension.signed", told);
    }

    @PostMapping("/suspensions/{id}/return")
    String sendBack(@PathVariable long id, @RequestParam(defaultValue = "") String because, RedirectAttributes told) {
        found(id);
        return Acted.isWords(because)
                ? ACTED.told(id, desk.sendBack(id, because.strip()), "payments.recovery.returned", told)
                : ACTED.wrong(id, "payments.recovery.wrong.because", told);
    }

    @PostMapping("/suspensions/{id}/resume")
    String resume(@PathVariable long id, @RequestParam(defaultValue = "") String because, RedirectAttributes told) {
        found(id);
        return Acted.isWords(because)
                ? ACTED.told(id, desk.resume(id, because.strip()), "payments.suspension.resume.drafted", told)
                : ACTED.wrong(id, "payments.recovery.wrong.because", told);
    }

    private Suspension found(long id) {
        return desk.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no suspension %d in this area.".formatted(id)));
    }
}
