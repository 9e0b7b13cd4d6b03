package org.ansinh.app.payments.web;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.pages.NumberEntry;
import org.ansinh.app.payments.RecoveryDesk;
import org.ansinh.app.payments.RecoveryDesk.About;
import org.ansinh.app.payments.RecoveryDesk.Drafted;
import org.ansinh.app.payments.RecoveryDesk.Recovery;
import org.ansinh.app.payments.SuspensionDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recoveries: drafted from what stands beside a list, signed by another officer, followed until all of it came back. */
@Controller
class RecoveryController {

    private static final int LATEST = 200;
    private static final Acted ACTED = new Acted("/recoveries");
    private static final int MOST_PERCENT = 99;

    private final RecoveryDesk desk;
    private final SuspensionDesk law;
    private final Names names;

    RecoveryController(RecoveryDesk desk, SuspensionDesk law, Names names) {
        this.desk = desk;
        this.law = law;
        this.names = names;
    }

    @GetMapping("/recoveries")
    String all(Locale locale, Model model) {
        model.addAttribute("rows", desk.latest(LATEST));
        model.addAttribute("kept", desk.keptPercent());
        model.addAttribute("programmes", names.programmes(locale));
        model.addAttribute("communes", names.communes());
        return "payments/recoveries";
    }

    /** @param subject a person or household, p12 or h7 */
    @GetMapping("/recoveries/new")
    String ask(
            @RequestParam YearMonth month,
            @RequestParam String programme,
            @RequestParam String commune,
            @RequestParam String subject,
            Locale locale,
            Model model) {
        var about = about(programme, commune, subject, locale);
        model.addAttribute("month", month);
        model.addAttribute("about", about);
        model.addAttribute("subject", subject);
        model.addAttribute("programme", names.programmes(locale).get(programme));
        model.addAttribute("months", desk.overpaid(about, month));
        model.addAttribute("kept", desk.keptPercent());
        model.addAttribute("grounds", law.recoveries(programme, locale));
        return "payments/recovery-new";
    }

    @PostMapping("/recoveries")
    String draft(
            @RequestParam YearMonth month,
            @RequestParam String programme,
            @RequestParam String commune,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String instalment,
            @RequestParam(defaultValue = "") String cause,
            Locale locale,
            RedirectAttributes told) {
        var about = about(programme, commune, subject, locale);
        var again = "redirect:/recoveries/new?month=%s&programme=%s&commune=%s&subject=%s"
                .formatted(month, programme, commune, subject);
        var each = NumberEntry.whole(instalment).filter(it -> it > 0);
        var wrong = wrong(way, each.isPresent(), cause);
        if (wrong.isPresent()) {
            told.addFlashAttribute("wrong", wrong.get());
            told.addFlashAttribute("way", way);
            told.addFlashAttribute("instalment", instalment);
            told.addFlashAttribute("cause", cause);
            return again;
        }
        return switch (desk.draft(about, month, way.equals("repaid") ? Optional.empty() : each, cause.strip())) {
            case Drafted.Done(long id) -> {
                told.addFlashAttribute("done", "payments.recovery.drafted");
                yield "redirect:/recoveries/" + id;
            }
            case Drafted.Refused(var rule) -> {
                told.addFlashAttribute("refused", rule);
                yield again;
            }
        };
    }

    private static Optional<String> wrong(String way, boolean instalment, String cause) {
        if (!way.equals("deducted") && !way.equals("repaid")) {
            return Optional.of("payments.recovery.wrong.way");
        }
        if (way.equals("deducted") && !instalment) {
            return Optional.of("payments.recovery.wrong.instalment");
        }
        return Acted.isWords(cause) ? Optional.empty() : Optional.of("payments.recovery.wrong.cause");
    }

    private About about(String programme, String commune, String subject, Locale locale) {
        NotUnderstood.unlessOneOf(names.programmes(locale).keySet(), "programme", programme);
        NotUnderstood.unlessOneOf(names.communes().keySet(), "commune", commune);
        var asked = SubjectWord.read(subject);
        return new About(programme, asked.household(), asked.id(), commune);
    }

    @GetMapping("/recoveries/{id}")
    String open(@PathVariable long id, Locale locale, Model model) {
        var it = found(id);
        model.addAttribute("recovery", it);
        model.addAttribute("months", desk.months(id));
        model.addAttribute("steps", desk.steps(id));
        model.addAttribute(
                "programme",
                names.programmes(locale)
                        .getOrDefault(it.about().programme(), it.about().programme()));
        model.addAttribute("commune", names.communes().get(it.about().communeCode()));
        return "payments/recovery";
    }

    @PostMapping("/recoveries/{id}/sign")
    String sign(@PathVariable long id, RedirectAttributes told) {
        found(id);
        return ACTED.told(id, desk.sign(id), "payments.recovery.signed", told);
    }

    @PostMapping("/recoveries/{id}/return")
    String sendBack(@PathVariable long id, @RequestParam(defaultValue = "") String because, RedirectAttributes told) {
        found(id);
        return Acted.isWords(because)
                ? ACTED.told(id, desk.sendBack(id, because.strip()), "payments.recovery.returned", told)
                : ACTED.wrong(id, "payments.recovery.wrong.because", told);
    }

    @PostMapping("/recoveries/{id}/end")
    String end(@PathVariable long id, @RequestParam(defaultValue = "") String because, RedirectAttributes told) {
        found(id);
        return Acted.isWords(because)
                ? ACTED.told(id, desk.end(id, because.strip()), "payments.recovery.ended", told)
                : ACTED.wrong(id, "payments.recovery.wrong.because", told);
    }

    @PostMapping("/recoveries/{id}/repay")
    String repay(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String paper,
            RedirectAttributes told) {
        found(id);
        var dong = NumberEntry.whole(amount).filter(it -> it > 0);
        var day = DayEntry.read(on);
        if (dong.isEmpty() || day.isEmpty() || !Acted.isWords(paper)) {
            return ACTED.wrong(
                    id,
                    dong.isEmpty()
                            ? "payments.recovery.wrong.amount"
                            : day.isEmpty() ? "payments.results.wrong.day" : "payments.results.wrong.paper",
                    told);
        }
        return ACTED.told(id, desk.repay(id, dong.get(), day.get(), paper.strip()), "payments.recovery.repaid", told);
    }

    @PostMapping("/recoveries/kept")
    String kept(@RequestParam(defaultValue = "") String percent, RedirectAttributes told) {
        var asked = NumberEntry.whole(percent).filter(it -> it > 0 && it <= MOST_PERCENT);
        if (asked.isEmpty()) {
            told.addFlashAttribute("wrong", "payments.recovery.wrong.percent");
        } else {
            Acted.tell(desk.setKeptPercent(Math.toIntExact(asked.get())), "payments.recovery.kept.saved", told);
        }
        return "redirect:/recoveries";
    }

    private Recovery found(long id) {
        return desk.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no recovery %d in this area.".formatted(id)));
    }
}
