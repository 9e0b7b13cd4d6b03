package org.ansinh.app.ledger.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.ledger.FundDesk;
import org.ansinh.app.ledger.FundDesk.Fund;
import org.ansinh.app.ledger.FundDesk.NewAct;
import org.ansinh.app.ledger.FundDesk.NewFund;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NumberEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Funds of the area: what each was raised for, what came in, what went out under two signatures. */
@Controller
class FundController {

    private static final int WORDS_AT_MOST = 200;

    private final FundDesk funds;
    private final MyCommunes communes;

    FundController(FundDesk funds, MyCommunes communes) {
        this.funds = funds;
        this.communes = communes;
    }

    @GetMapping("/funds")
    String list(Model model) {
        model.addAttribute("funds", funds.funds());
        var mine = communes.named();
        model.addAttribute("communes", mine);
        model.addAttribute("only", mine.size() == 1 ? mine.keySet().iterator().next() : "");
        return "ledger/funds";
    }

    @PostMapping("/funds")
    String open(
            @RequestParam String name,
            @RequestParam String commune,
            @RequestParam String document,
            @RequestParam String purposes,
            RedirectAttributes told) {
        var lines =
                purposes.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (!isSaid(name)
                || !isSaid(document)
                || lines.isEmpty()
                || !communes.named().containsKey(commune)) {
            told.addFlashAttribute("wrong", "ledger.fund.wrong.open");
            told.addFlashAttribute("name", name);
            told.addFlashAttribute("document", document);
            told.addFlashAttribute("purposes", purposes);
            return "redirect:/funds";
        }
        tell(funds.open(new NewFund(name.strip(), commune, document.strip(), lines)), "ledger.fund.opened", told);
        return "redirect:/funds";
    }

    private static boolean isSaid(String words) {
        return !words.isBlank() && words.length() <= WORDS_AT_MOST;
    }

    private static void tell(Optional<BrokenRule> refused, String done, RedirectAttributes told) {
        refused.ifPresentOrElse(
                rule -> told.addFlashAttribute("refused", rule), () -> told.addFlashAttribute("done", done));
    }

    @GetMapping("/funds/{id}")
    String fund(@PathVariable int id, Model model) {
        model.addAttribute("fund", found(id));
        model.addAttribute("acts", funds.acts(id));
        model.addAttribute("communes", communes.named());
        model.addAttribute("onceKey", UUID.randomUUID().toString());
        return "ledger/fund";
    }

    private Fund found(int id) {
        return funds.fund(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no fund %d in this area.".formatted(id)));
    }

    /** @param purpose 0 for money that comes in */
    @PostMapping("/funds/{id}")
    String record(
            @PathVariable int id,
            @RequestParam(defaultValue = "0") int purpose,
            @RequestParam String amount,
            @RequestParam String whom,
            @RequestParam String on,
            @RequestParam String document,
            @RequestParam String onceKey,
            RedirectAttributes told) {
        var dong = NumberEntry.whole(amount).filter(it -> it > 0);
        Optional<LocalDate> day = DayEntry.read(on);
        if (dong.isEmpty() || day.isEmpty() || !isSaid(whom) || !isSaid(document)) {
            told.addFlashAttribute("wrong", "ledger.fund.wrong.act");
            told.addFlashAttribute("amount", amount);
            told.addFlashAttribute("whom", whom);
            told.addFlashAttribute("on", on);
            told.addFlashAttribute("document", document);
            told.addFlashAttribute("spends", purpose);
            return "redirect:/funds/" + id;
        }
        var act = new NewAct(
                id, Optional.of(purpose).filter(it -> it > 0), dong.get(), whom.strip(), day.get(), document.strip());
        tell(funds.record(onceKey, act), purpose > 0 ? "ledger.fund.waits" : "ledger.fund.came", told);
        return "redirect:/funds/" + id;
    }

    @PostMapping("/funds/{id}/approve")
    String approve(@PathVariable int id, @RequestParam long act, RedirectAttributes told) {
        tell(funds.approve(act), "ledger.fund.spent.done", told);
        return "redirect:/funds/" + id;
    }
}
