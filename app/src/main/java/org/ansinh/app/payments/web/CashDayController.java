package org.ansinh.app.payments.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.payments.CashDayDesk;
import org.ansinh.app.payments.CashDayDesk.CashDay;
import org.ansinh.app.payments.CashDayDesk.Opened;
import org.ansinh.app.payments.CashDayDesk.Village;
import org.ansinh.app.payments.CashDayDesk.Where;
import org.ansinh.app.payments.CashPaperDesk;
import org.ansinh.app.payments.DispatchDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pay days: those of a dispatch, village by village, and the page of one of them. */
@Controller
class CashDayController {

    private static final int LATEST = 60;
    private static final String NO_VILLAGE = "none";

    private final CashDayDesk days;
    private final CashPaperDesk papers;
    private final DispatchDesk dispatches;
    private final Names names;
    private final Clock clock;

    CashDayController(CashDayDesk days, CashPaperDesk papers, DispatchDesk dispatches, Names names, Clock clock) {
        this.days = days;
        this.papers = papers;
        this.dispatches = dispatches;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/cash-days")
    String all(Model model) {
        model.addAttribute("days", days.latest(LATEST));
        model.addAttribute("communes", names.communes());
        return "payments/cash-days";
    }

    @GetMapping("/dispatches/{id}/cash-days")
    String villages(@PathVariable long id, Locale locale, Model model) {
        var dispatch = dispatches
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no dispatch %d in this area.".formatted(id)));
        var villages = days.villages(id);
        model.addAttribute("dispatch", dispatch);
        model.addAttribute("communes", names.communes());
        model.addAttribute("villages", villages);
        var waiting = villages.stream().filter(it -> it.day().isEmpty()).toList();
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "payers",
                CashPlan.choices(waiting.stream()
                        .map(Village::communeCode)
                        .distinct()
                        .flatMap(it -> days.payers(it).stream())
                        .toList()));
        CashPlan.suggest(LocalDate.now(clock), locale, model);
        return "payments/cash-villages";
    }

    @PostMapping("/dispatches/{id}/cash-days")
    String open(@PathVariable long id, @RequestParam String where, CashPlan plan, RedirectAttributes told) {
        var villages = days.villages(id);
        var village = village(where, villages);
        var back = "redirect:/dispatches/" + id + "/cash-days";
        var wrong = plan.wrong();
        if (wrong.isPresent()) {
            return again(plan, wrong.get(), told, back);
        }
        var opened = days.open(
                id,
                new Where(village.communeCode(), village.id()),
                plan.plan(
                        village.name().isEmpty()
                                ? names.communes().getOrDefault(village.communeCode(), "–")
                                : village.name()));
        return switch (opened) {
            case Opened.Done(long made) -> {
                told.addFlashAttribute("done", "payments.cash.opened");
                yield "redirect:/cash-days/" + made;
            }
            case Opened.Refused(var rule) -> {
                told.addFlashAttribute("refused", rule);
                plan.keep(told);
                yield back;
            }
        };
    }

    private static String again(CashPlan plan, String wrong, RedirectAttributes told, String back) {
        told.addFlashAttribute("wrong", wrong);
        plan.keep(told);
        return back;
    }

    static String key(Village it) {
        return it.communeCode() + "-" + it.id().map(Object::toString).orElse(NO_VILLAGE);
    }

    private static Village village(String where, List<Village> villages) {
        return villages.stream()
                .filter(it -> key(it).equals(where))
                .findFirst()
                .orElseThrow(() -> new NotUnderstood("where", where));
    }

    @GetMapping("/cash-days/{id}")
    String day(@PathVariable long id, Locale locale, Model model) {
        var day = found(days.find(id), id);
        var lines = days.lines(id);
        model.addAttribute("day", day);
        model.addAttribute("lines", lines);
        model.addAttribute("open", CashRecordController.payees(lines));
        model.addAttribute("scans", papers.of(id));
        model.addAttribute("mostBytes", papers.mostBytes());
        model.addAttribute("most", CashPaperController.megabytes(papers.mostBytes()));
        model.addAttribute("communes", names.communes());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("payers", CashPlan.choices(days.payers(day.communeCode())));
        CashPlan.of(day.plan(), locale, model);
        return "payments/cash-day";
    }

    @PostMapping("/cash-days/{id}/plan")
    String change(@PathVariable long id, CashPlan plan, RedirectAttributes told) {
        var day = found(days.find(id), id);
        var back = "redirect:/cash-days/" + id;
        var wrong = plan.wrong();
        if (wrong.isPresent()) {
            return again(plan, wrong.get(), told, back);
        }
        Acted.tell(days.change(id, plan.plan(day.plan().place())), "payments.cash.changed", told);
        return back;
    }

    static CashDay found(Optional<CashDay> day, long id) {
        return day.orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND, "There is no pay day %d in this area.".formatted(id)));
    }
}
