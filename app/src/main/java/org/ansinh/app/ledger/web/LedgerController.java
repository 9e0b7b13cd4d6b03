package org.ansinh.app.ledger.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ansinh.app.ledger.LedgerDesk;
import org.ansinh.app.ledger.LedgerDesk.AccountEntry;
import org.ansinh.app.ledger.LedgerDesk.Balance;
import org.ansinh.app.ledger.LedgerDesk.ClosedMonth;
import org.ansinh.app.ledger.LedgerDesk.Entry;
import org.ansinh.app.ledger.LedgerDesk.Slice;
import org.ansinh.app.ledger.LedgerDesk.Sum;
import org.ansinh.app.ledger.web.AccountWords.Label;
import org.ansinh.app.ledger.web.TrialBalance.Row;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The book by month: all accounts, one account, one entry. Every figure leads to what it is made of. */
@Controller
class LedgerController {

    private static final int PAGE = 100;
    private static final Set<String> BY_HAND = Set.of("allotted", "fund_income", "fund_spending");
    private final LedgerDesk ledger;
    private final AccountWords words;
    private final Clock clock;

    LedgerController(LedgerDesk ledger, AccountWords words, Clock clock) {
        this.ledger = ledger;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/ledger")
    String book(
            @RequestParam Optional<YearMonth> month,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> programme,
            @RequestParam Optional<String> commune,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var asked = month.orElseGet(() -> YearMonth.now(clock));
        var slice = new Slice(said(kind), said(programme), said(commune));
        slice.accountClass().filter(it -> !TrialBalance.CLASSES.contains(it)).ifPresent(it -> {
            throw new NotUnderstood("kind", it);
        });
        var balances = ledger.balances(asked, slice);
        model.addAttribute("month", asked);
        model.addAttribute("slice", slice);
        model.addAttribute("programmes", words.names().programmesPaidOut(locale));
        model.addAttribute("communes", words.names().communes());
        if (slice.accountClass().isEmpty()) {
            model.addAttribute(
                    "sides",
                    TrialBalance.byClass(balances, words, it -> address(asked, slice, Optional.of(it)), locale));
            periods(asked, model);
            return "ledger/book";
        }
        accounts(balances, new Place(asked, slice, page), locale, model);
        return "ledger/accounts";
    }

    /** Which part of which month is looked at, and how far down. */
    private record Place(YearMonth month, Slice slice, int page) {}

    private void accounts(List<Balance> balances, Place place, Locale locale, Model model) {
        var kind = place.slice().accountClass().orElseThrow();
        var rows = balances.stream()
                .map(it -> Row.of(
                        words.of(it.account(), locale).apart(),
                        "/ledger/accounts/%d?month=%s".formatted(it.account().id(), place.month()),
                        it))
                .toList();
        int shown = (int) Math.clamp(place.page(), 1L, Math.max(1, (rows.size() + PAGE - 1) / PAGE));
        model.addAttribute("kind", words.say("class." + kind, locale));
        model.addAttribute("says", words.say("class." + kind + ".says", locale));
        model.addAttribute("back", address(place.month(), place.slice(), Optional.empty()));
        model.addAttribute("rows", rows.subList((shown - 1) * PAGE, Math.min(rows.size(), shown * PAGE)));
        model.addAttribute("sum", TrialBalance.sum(rows));
        var query = new TreeMap<String, String>(Map.of("month", place.month().toString(), "kind", kind));
        place.slice().programme().ifPresent(it -> query.put("programme", it));
        place.slice().commune().ifPresent(it -> query.put("commune", it));
        model.addAttribute("list", new Listing("/ledger", query, "", false, shown, PAGE, rows.size()));
    }

    private static Optional<String> said(Optional<String> word) {
        return word.filter(it -> !it.isBlank());
    }

    private static String address(YearMonth month, Slice slice, Optional<String> kind) {
        var address = UriComponentsBuilder.fromPath("/ledger").queryParam("month", month);
        kind.ifPresent(it -> address.queryParam("kind", it));
        slice.programme().ifPresent(it -> address.queryParam("programme", it));
        slice.commune().ifPresent(it -> address.queryParam("commune", it));
        return address.build().toUriString();
    }

    private void periods(YearMonth month, Model model) {
        var closed = ledger.closed();
        model.addAttribute(
                "closed",
                closed.stream()
                        .filter(it -> it.month().equals(month))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("over", month.isBefore(YearMonth.now(clock)));
        model.addAttribute(
                "lastClosed",
                closed.stream().map(ClosedMonth::month).findFirst().orElse(null));
    }

    @PostMapping("/ledger/close")
    String close(@RequestParam YearMonth month, RedirectAttributes told) {
        ledger.close(month)
                .ifPresentOrElse(
                        rule -> told.addFlashAttribute("refused", rule),
                        () -> told.addFlashAttribute("done", "ledger.period.done"));
        return "redirect:/ledger?month=" + month;
    }

    /** An entry of an account, in words. */
    record EntryRow(AccountEntry it, String kind, String source) {}

    @GetMapping("/ledger/accounts/{id}")
    String account(@PathVariable int id, @RequestParam Optional<YearMonth> month, Locale locale, Model model) {
        var asked = month.orElseGet(() -> YearMonth.now(clock));
        var balance = ledger.balance(id, asked)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no account %d in this area through %s.".formatted(id, asked)));
        model.addAttribute("month", asked);
        model.addAttribute("label", words.of(balance.account(), locale));
        model.addAttribute("kind", balance.account().kind());
        model.addAttribute("balance", balance);
        model.addAttribute("id", id);
        model.addAttribute(
                "entries",
                ledger.entries(id, asked).stream()
                        .map(it -> new EntryRow(
                                it,
                                words.say("kind." + it.kind(), locale),
                                words.source(it.sourceKind(), it.sourceId(), locale)))
                        .toList());
        return "ledger/account";
    }

    /** What an entry moves, in words. */
    record SumRow(Sum sum, Label debit, Label credit) {}

    @GetMapping("/ledger/entries/{id}")
    String entry(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        var entry = ledger.entry(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no entry %d in this area.".formatted(id)));
        int shown = (int) Math.clamp(page, 1L, Math.max(1, (entry.lines() + PAGE - 1) / PAGE));
        var sums = ledger.sums(id);
        var labels = new TreeMap<Integer, Label>();
        sums.forEach(it -> {
            labels.put(it.debit().id(), words.of(it.debit(), locale));
            labels.put(it.credit().id(), words.of(it.credit(), locale));
        });
        naming(entry, locale, model);
        model.addAttribute(
                "sums",
                sums.stream()
                        .map(it -> new SumRow(it, words.of(it.debit(), locale), words.of(it.credit(), locale)))
                        .toList());
        model.addAttribute("labels", labels);
        model.addAttribute("movements", ledger.movements(id, (shown - 1) * PAGE, PAGE));
        model.addAttribute(
                "list", new Listing("/ledger/entries/" + id, Map.of(), "", false, shown, PAGE, entry.lines()));
        return "ledger/entry";
    }

    private void naming(Entry entry, Locale locale, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute(
                "byHand", BY_HAND.contains(entry.kind()) && entry.correctedBy().isEmpty());
        model.addAttribute("month", YearMonth.from(entry.on()));
        model.addAttribute("kind", words.say("kind." + entry.kind(), locale));
        model.addAttribute("source", words.source(entry.sourceKind(), entry.sourceId(), locale));
        model.addAttribute(
                "sourceHref", words.href(entry.sourceKind(), entry.sourceId()).orElse(null));
        model.addAttribute(
                "programme",
                entry.programme()
                        .map(it -> words.names().programmes(locale).getOrDefault(it, it))
                        .orElse(null));
        model.addAttribute(
                "commune",
                entry.commune()
                        .map(it -> words.names().communes().getOrDefault(it, it))
                        .orElse(null));
    }

    @PostMapping("/ledger/entries/{id}/correct")
    String correct(@PathVariable long id, @RequestParam String because, RedirectAttributes told) {
        ledger.correct(id, because.strip())
                .ifPresentOrElse(
                        rule -> told.addFlashAttribute("refused", rule),
                        () -> told.addFlashAttribute("done", "ledger.entry.correct.done"));
        return "redirect:/ledger/entries/" + id;
    }
}
