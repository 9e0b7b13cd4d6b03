package org.ansinh.app.payments.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.payments.PaymentDesk.Payroll;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.rules.pack.Programme;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of a month: prepared, looked at, approved, printed. */
@Controller
class PayrollController {

    private static final int PAGE = 100;
    private static final int WHOLE_LIST = 1_000_000;

    private final PaymentDesk payments;
    private final TerritoryDesk territory;
    private final LawbookDesk lawbook;
    private final Clock clock;

    PayrollController(PaymentDesk payments, TerritoryDesk territory, LawbookDesk lawbook, Clock clock) {
        this.payments = payments;
        this.territory = territory;
        this.lawbook = lawbook;
        this.clock = clock;
    }

    @GetMapping("/payments")
    @Transactional(readOnly = true)
    public String lists(@RequestParam Optional<YearMonth> month, Locale locale, Model model) {
        var asked = month.orElseGet(() -> YearMonth.now(clock));
        var lists = payments.lists(asked);
        model.addAttribute("month", asked);
        model.addAttribute("lists", lists);
        model.addAttribute("lines", lists.stream().mapToLong(Payroll::lines).sum());
        model.addAttribute("amount", lists.stream().mapToLong(Payroll::amount).sum());
        model.addAttribute("programmes", programmes(locale));
        model.addAttribute("communes", communes());
        return "payments/lists";
    }

    @PostMapping("/payments")
    String prepare(
            @RequestParam YearMonth month,
            @RequestParam String programme,
            @RequestParam String commune,
            RedirectAttributes told) {
        return answer(
                payments.prepare(month, programme, commune), "payments.prepared", told, "/payments?month=" + month);
    }

    @GetMapping("/payments/{id}")
    @Transactional(readOnly = true)
    public String list(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        var payroll = found(id);
        model.addAttribute("payroll", payroll);
        model.addAttribute("programme", programmes(locale).getOrDefault(payroll.programme(), payroll.programme()));
        model.addAttribute("commune", communes().getOrDefault(payroll.communeCode(), payroll.communeCode()));
        model.addAttribute("villages", payments.villages(id));
        model.addAttribute("rows", payments.lines(id, (page - 1) * PAGE, PAGE));
        model.addAttribute("list", new Listing("/payments/" + id, Map.of(), "", false, page, PAGE, payroll.lines()));
        model.addAttribute("blocked", payments.blocked(payroll.month(), payroll.programme(), payroll.communeCode()));
        model.addAttribute("overpaid", payments.overpaid(payroll.programme(), payroll.communeCode()));
        return "payments/list";
    }

    /** The paper for a cash day: one line a payee, room for a signature or a fingerprint. */
    @GetMapping("/payments/{id}/signatures")
    @Transactional(readOnly = true)
    public String signatures(@PathVariable long id, Locale locale, Model model) {
        var payroll = found(id);
        model.addAttribute("payroll", payroll);
        model.addAttribute("programme", programmes(locale).getOrDefault(payroll.programme(), payroll.programme()));
        model.addAttribute("commune", communes().getOrDefault(payroll.communeCode(), payroll.communeCode()));
        var villages = new LinkedHashMap<String, List<PaymentDesk.Line>>();
        payments.lines(id, 0, WHOLE_LIST)
                .forEach(it -> villages.computeIfAbsent(it.village(), name -> new java.util.ArrayList<>())
                        .add(it));
        model.addAttribute("villages", villages);
        return "payments/signatures";
    }

    @PostMapping("/payments/{id}/approve")
    String approve(@PathVariable long id, RedirectAttributes told) {
        return answer(payments.approve(id), "payments.approved", told, "/payments/" + id);
    }

    @PostMapping("/payments/{id}/discard")
    String discard(@PathVariable long id, RedirectAttributes told) {
        var result = payments.discard(id);
        var back = result instanceof ListResult.Done ? "/payments" : "/payments/" + id;
        return answer(result, "payments.discarded", told, back);
    }

    private static String answer(ListResult result, String done, RedirectAttributes told, String back) {
        return switch (result) {
            case ListResult.Done(long id) -> {
                told.addFlashAttribute("done", done);
                yield "redirect:" + (done.equals("payments.prepared") ? "/payments/" + id : back);
            }
            case ListResult.Refused(var rule) -> {
                told.addFlashAttribute("refused", rule);
                yield "redirect:" + back;
            }
        };
    }

    private Payroll found(long id) {
        return payments.list(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no list %d in this area.".formatted(id)));
    }

    /** Programmes whose money goes to people, with their names. */
    private Map<String, String> programmes(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        lawbook.current().pack().programmes().values().stream()
                .filter(it -> !it.payee().equals(Programme.Payee.INSURER))
                .forEach(it -> names.put(
                        it.id(),
                        "en".equals(locale.getLanguage())
                                ? it.label().en()
                                : it.label().vi()));
        return names;
    }

    private Map<String, String> communes() {
        var names = new LinkedHashMap<String, String>();
        territory.communesOn(LocalDate.now(clock)).forEach(it -> names.put(it.code(), it.fullName()));
        return names;
    }
}
