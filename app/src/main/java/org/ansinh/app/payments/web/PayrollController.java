package org.ansinh.app.payments.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.payments.PaymentDesk.Payout;
import org.ansinh.app.payments.PaymentDesk.Payroll;
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
    private static final String CASH = "cash";

    private final PaymentDesk payments;
    private final CaseDesk cases;
    private final DifferencePages difference;
    private final ListMoney money;
    private final Names names;
    private final Clock clock;

    PayrollController(
            PaymentDesk payments,
            CaseDesk cases,
            DifferencePages difference,
            ListMoney money,
            Names names,
            Clock clock) {
        this.payments = payments;
        this.cases = cases;
        this.difference = difference;
        this.money = money;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/payments")
    @Transactional(readOnly = true)
    public String lists(
            @RequestParam Optional<YearMonth> month,
            @RequestParam Optional<String> programme,
            Locale locale,
            Model model) {
        var asked = month.orElseGet(() -> YearMonth.now(clock));
        var programmes = names.programmesPaidOut(locale);
        var chosen = programme.filter(it -> !it.isBlank());
        chosen.filter(it -> !programmes.containsKey(it)).ifPresent(it -> {
            throw new NotUnderstood("programme", it);
        });
        var overview = new Overview(payments, asked, names.communes());
        model.addAttribute("month", asked);
        model.addAttribute("programmes", programmes);
        // a commune's officer sees every programme at once; whoever sees many communes looks at one
        var shown = chosen.or(() -> overview.isLarge() ? Optional.of(mostUsed(programmes)) : Optional.<String>empty());
        model.addAttribute("chosen", shown.orElse(""));
        model.addAttribute(
                "rows", overview.rows(shown.map(List::of).orElse(List.copyOf(programmes.keySet())), programmes));
        model.addAttribute("large", overview.isLarge());
        model.addAttribute("toOpen", payments.toOpen(asked).orElse(null));
        return "payments/lists";
    }

    private String mostUsed(Map<String, String> programmes) {
        return cases.programmesInUse().stream()
                .filter(programmes::containsKey)
                .findFirst()
                .orElseGet(() -> programmes.keySet().iterator().next());
    }

    @PostMapping("/payments")
    String prepare(
            @RequestParam YearMonth month,
            @RequestParam String programme,
            @RequestParam String commune,
            Locale locale,
            RedirectAttributes told) {
        if (!names.programmesPaidOut(locale).containsKey(programme)) {
            throw new NotUnderstood("programme", programme);
        }
        if (!names.communes().containsKey(commune)) {
            throw new NotUnderstood("commune", commune);
        }
        var standing = "/payments/standing?month=%s&programme=%s&commune=%s".formatted(month, programme, commune);
        return answer(payments.prepare(month, programme, commune), "payments.prepared", told, standing);
    }

    @GetMapping("/payments/{id}")
    @Transactional(readOnly = true)
    public String list(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        var payroll = found(id);
        var shown = (int) Math.clamp(page, 1L, Math.max(1, (payroll.lines() + PAGE - 1) / PAGE));
        naming(payroll, locale, model);
        difference.totals(id, model);
        money.of(payroll, model);
        model.addAttribute("villages", payments.villages(id));
        model.addAttribute("rows", payments.lines(id, (shown - 1) * PAGE, PAGE));
        model.addAttribute("list", new Listing("/payments/" + id, Map.of(), "", false, shown, PAGE, payroll.lines()));
        model.addAttribute(
                "beside",
                Beside.of(
                        payments.withheld(payroll.month(), payroll.programme(), payroll.communeCode()),
                        ids -> names.facts(ids, locale)));
        return "payments/list";
    }

    /** A village's paper. */
    record Sheet(String village, List<Payout> payouts, long amount) {}

    /** The paper for a cash day: one line for each whom cash is handed to, room for a signature or a fingerprint. The post and the banks have papers of their own. */
    @GetMapping("/payments/{id}/signatures")
    @Transactional(readOnly = true)
    public String signatures(@PathVariable long id, Locale locale, Model model) {
        naming(found(id), locale, model);
        var villages = new LinkedHashMap<String, List<Payout>>();
        var payouts = payments.payouts(id);
        var inCash = payouts.stream()
                .filter(it -> it.first().channel().id().equals(CASH))
                .toList();
        model.addAttribute("otherwise", payouts.size() - inCash.size());
        inCash.forEach(it -> villages.computeIfAbsent(it.first().village(), name -> new ArrayList<>())
                .add(it));
        model.addAttribute(
                "sheets",
                villages.entrySet().stream()
                        .map(it -> new Sheet(
                                it.getKey(),
                                it.getValue(),
                                it.getValue().stream().mapToLong(Payout::amount).sum()))
                        .toList());
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
            case ListResult.Nothing nothing -> {
                told.addFlashAttribute("nothing", "payments.nothing");
                yield "redirect:" + back;
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

    private void naming(Payroll payroll, Locale locale, Model model) {
        model.addAttribute("payroll", payroll);
        model.addAttribute(
                "programme", names.programmes(locale).getOrDefault(payroll.programme(), payroll.programme()));
        model.addAttribute("commune", names.communes().getOrDefault(payroll.communeCode(), payroll.communeCode()));
    }
}
