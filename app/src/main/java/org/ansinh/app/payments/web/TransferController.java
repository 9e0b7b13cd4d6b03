package org.ansinh.app.payments.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.payments.SuspensionDesk.About;
import org.ansinh.app.payments.SuspensionDesk.Ground;
import org.ansinh.app.payments.TransferDesk;
import org.ansinh.app.payments.TransferDesk.Drafted;
import org.ansinh.app.payments.TransferDesk.NewTransfer;
import org.ansinh.app.payments.TransferDesk.Transfer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves of people who receive: the old commune ends its payment, the new one goes on; each drafted by one officer and signed by another. */
@Controller
class TransferController {

    private static final Acted ACTED = new Acted("/transfers");

    private final TransferDesk desk;
    private final Names names;
    private final Clock clock;

    TransferController(TransferDesk desk, Names names, Clock clock) {
        this.desk = desk;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/transfers")
    String all(Locale locale, Model model) {
        model.addAttribute("rows", desk.all());
        model.addAttribute("today", LocalDate.now(clock));
        naming(locale, model);
        return "payments/transfers";
    }

    /** @param subject a person or household, p12 or h7 */
    @GetMapping("/transfers/new")
    String ask(
            @RequestParam String programme,
            @RequestParam String commune,
            @RequestParam String subject,
            Locale locale,
            Model model) {
        var about = about(programme, commune, subject, locale);
        model.addAttribute("about", about);
        model.addAttribute("subject", subject);
        model.addAttribute("programme", names.programmes(locale).get(programme));
        model.addAttribute("grounds", desk.grounds(programme, locale));
        model.addAttribute("others", others(commune));
        model.addAttribute("lastMonth", YearMonth.now(clock));
        return "payments/transfer-new";
    }

    private Map<String, String> others(String commune) {
        var others = new LinkedHashMap<>(names.communes());
        others.remove(commune);
        return others;
    }

    @PostMapping("/transfers")
    String draft(
            @RequestParam String programme,
            @RequestParam String commune,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String toCommune,
            @RequestParam YearMonth lastMonth,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String cause,
            Locale locale,
            RedirectAttributes told) {
        var about = about(programme, commune, subject, locale);
        if (!toCommune.isEmpty()) {
            NotUnderstood.unlessOneOf(others(commune).keySet(), "toCommune", toCommune);
        }
        var again = "redirect:/transfers/new?programme=%s&commune=%s&subject=%s"
                .formatted(programme, commune, SubjectWord.of(about.household(), about.subjectId()));
        var grounds = desk.grounds(programme, locale);
        var wrong = wrong(grounds, ground, toCommune, cause);
        if (wrong.isPresent()) {
            told.addFlashAttribute("wrong", wrong.get());
            keep(toCommune, cause, told);
            return again;
        }
        var asked = new NewTransfer(about, toCommune, lastMonth, grounds.isEmpty() ? "" : ground, cause.strip());
        return switch (desk.draft(asked)) {
            case Drafted.Done(long id) -> {
                told.addFlashAttribute("done", "payments.suspension.drafted");
                yield "redirect:/transfers/" + id;
            }
            case Drafted.Refused(var rule) -> {
                told.addFlashAttribute("refused", rule);
                keep(toCommune, cause, told);
                yield again;
            }
        };
    }

    private static Optional<String> wrong(List<Ground> grounds, String ground, String toCommune, String cause) {
        if (!Acted.isWords(cause)) {
            return Optional.of("payments.recovery.wrong.cause");
        }
        if (toCommune.isEmpty()) {
            return Optional.of("payments.transfer.wrong.commune");
        }
        return grounds.isEmpty() || grounds.stream().map(Ground::id).anyMatch(ground::equals)
                ? Optional.empty()
                : Optional.of("payments.suspension.wrong.ground");
    }

    /** What was filled in is there again. */
    private static void keep(String toCommune, String cause, RedirectAttributes told) {
        told.addFlashAttribute("toCommune", toCommune);
        told.addFlashAttribute("cause", cause);
    }

    private About about(String programme, String commune, String subject, Locale locale) {
        NotUnderstood.unlessOneOf(names.programmes(locale).keySet(), "programme", programme);
        NotUnderstood.unlessOneOf(names.communes().keySet(), "commune", commune);
        var asked = SubjectWord.read(subject);
        return new About(programme, asked.household(), asked.id(), commune);
    }

    @GetMapping("/transfers/{id}")
    String open(@PathVariable long id, Locale locale, Model model) {
        var it = found(id);
        model.addAttribute("transfer", it);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "law",
                desk.grounds(it.about().programme(), locale).stream()
                        .filter(ground -> ground.id().equals(it.ground()))
                        .toList());
        naming(locale, model);
        return "payments/transfer";
    }

    @PostMapping("/transfers/{id}/sign")
    String sign(@PathVariable long id, RedirectAttributes told) {
        found(id);
        return ACTED.told(id, desk.sign(id), "payments.suspension.signed", told);
    }

    @PostMapping("/transfers/{id}/return")
    String sendBack(@PathVariable long id, @RequestParam(defaultValue = "") String because, RedirectAttributes told) {
        found(id);
        return Acted.isWords(because)
                ? ACTED.told(id, desk.sendBack(id, because.strip()), "payments.recovery.returned", told)
                : ACTED.wrong(id, "payments.recovery.wrong.because", told);
    }

    @PostMapping("/transfers/{id}/receive")
    String receive(@PathVariable long id, @RequestParam(defaultValue = "") String because, RedirectAttributes told) {
        found(id);
        return Acted.isWords(because)
                ? ACTED.told(id, desk.receive(id, because.strip()), "payments.transfer.receipt.drafted", told)
                : ACTED.wrong(id, "payments.recovery.wrong.because", told);
    }

    private void naming(Locale locale, Model model) {
        model.addAttribute("programmes", names.programmes(locale));
        model.addAttribute("communes", names.communes());
    }

    private Transfer found(long id) {
        return desk.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no transfer %d in this area.".formatted(id)));
    }
}
