package org.ansinh.app.payments.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.SuspensionDesk;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a commune stands in a programme. */
@Controller
class StandingController {

    private final PaymentDesk payments;
    private final SuspensionDesk suspensions;
    private final Names names;

    StandingController(PaymentDesk payments, SuspensionDesk suspensions, Names names) {
        this.payments = payments;
        this.suspensions = suspensions;
        this.names = names;
    }

    /** One commune in one programme: what is open, and who is not on a list and why. */
    @GetMapping("/payments/standing")
    @Transactional(readOnly = true)
    public String standing(
            @RequestParam YearMonth month,
            @RequestParam String programme,
            @RequestParam String commune,
            Locale locale,
            Model model) {
        var programmes = names.programmesPaidOut(locale);
        var communes = names.communes();
        NotUnderstood.unlessOneOf(programmes.keySet(), "programme", programme);
        NotUnderstood.unlessOneOf(communes.keySet(), "commune", commune);
        var row = new Overview(payments, month, communes)
                .rows(List.of(programme), programmes).stream()
                        .filter(it -> it.commune().equals(commune))
                        .findFirst();
        model.addAttribute("month", month);
        model.addAttribute("programmeId", programme);
        model.addAttribute("programme", programmes.get(programme));
        model.addAttribute("communeCode", commune);
        model.addAttribute("commune", communes.get(commune));
        model.addAttribute("row", row.orElse(null));
        model.addAttribute("notFetched", suspensions.notFetched(programme, commune, month));
        model.addAttribute(
                "beside", Beside.of(payments.withheld(month, programme, commune), ids -> names.facts(ids, locale)));
        return "payments/standing";
    }
}
