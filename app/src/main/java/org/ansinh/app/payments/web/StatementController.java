package org.ansinh.app.payments.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.pages.NumberEntry;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.payments.StatementDesk;
import org.ansinh.app.payments.StatementDesk.GivingBack;
import org.ansinh.app.payments.StatementDesk.PaperAnswer;
import org.ansinh.app.payments.StatementDesk.Said;
import org.ansinh.app.payments.StatementDesk.Statement;
import org.ansinh.app.payments.StatementDesk.Taken;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the bank and the post say: files, papers, lines that do not match, money given back to the Treasury. */
@Controller
class StatementController {

    private static final int LATEST = 30;
    private static final int PAGE = 100;
    private static final int WORDS_AT_MOST = 200;

    private final StatementDesk answers;
    private final Clock clock;

    StatementController(StatementDesk answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/statements")
    String page(Locale locale, Model model) {
        model.addAttribute("statements", answers.latest(LATEST));
        if (!model.containsAttribute("on")) {
            model.addAttribute("on", new Writing(locale).day(LocalDate.now(clock)));
        }
        return "payments/statements";
    }

    @PostMapping("/statements")
    String take(@RequestParam MultipartFile file, RedirectAttributes told) throws IOException {
        if (file.isEmpty()) {
            told.addFlashAttribute("wrong", "payments.statements.no-file");
            return "redirect:/statements";
        }
        var name = Optional.ofNullable(file.getOriginalFilename())
                .filter(it -> !it.isBlank())
                .orElse("?");
        return answer(answers.take(name.substring(0, Math.min(name.length(), WORDS_AT_MOST)), file.getBytes()), told);
    }

    @PostMapping("/statements/paper")
    String paper(
            @RequestParam String key,
            @RequestParam String said,
            @RequestParam String amount,
            @RequestParam String on,
            @RequestParam String paper,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes told) {
        var day = DayEntry.read(on);
        var sum = NumberEntry.whole(amount).filter(it -> it > 0);
        if (day.isEmpty() || sum.isEmpty() || !isWritten(paper) || reason.length() > WORDS_AT_MOST || key.isBlank()) {
            told.addFlashAttribute(
                    "wrong",
                    day.isEmpty()
                            ? "payments.results.wrong.day"
                            : sum.isEmpty() ? "payments.answers.wrong.amount-typed" : "payments.results.wrong.paper");
            Map.of("key", key, "said", said, "amount", amount, "on", on, "paper", paper, "reason", reason)
                    .forEach(told::addFlashAttribute);
            return "redirect:/statements";
        }
        return answer(
                answers.take(
                        new PaperAnswer(key.strip(), said(said), sum.get(), day.get(), paper.strip(), reason.strip())),
                told);
    }

    private static Said said(String word) {
        return Arrays.stream(Said.values())
                .filter(it -> it.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotUnderstood("said", word));
    }

    private static boolean isWritten(String words) {
        return !words.isBlank() && words.length() <= WORDS_AT_MOST;
    }

    private static String answer(Taken taken, RedirectAttributes told) {
        return switch (taken) {
            case Taken.Done(long id, boolean again) -> {
                told.addFlashAttribute(
                        again ? "calm" : "done", again ? "payments.statements.again" : "payments.statements.taken");
                yield "redirect:/statements/" + id;
            }
            case Taken.Refused(var rule) -> {
                told.addFlashAttribute("refused", rule);
                yield "redirect:/statements";
            }
            case Taken.NotRead notRead -> {
                told.addFlashAttribute("notRead", notRead);
                yield "redirect:/statements";
            }
        };
    }

    @GetMapping("/statements/{id}")
    String statement(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        var statement = found(id);
        var shown = (int) Math.clamp(page, 1L, Math.max(1, (statement.lines() + PAGE - 1) / PAGE));
        model.addAttribute("statement", statement);
        model.addAttribute("rows", answers.lines(id, (shown - 1) * PAGE, PAGE));
        model.addAttribute(
                "list", new Listing("/statements/" + id, Map.of(), "", false, shown, PAGE, statement.lines()));
        return "payments/statement";
    }

    @PostMapping("/statements/{id}/lines/{line}")
    String settle(@PathVariable long id, @PathVariable int line, @RequestParam String words, RedirectAttributes told) {
        found(id);
        if (isWritten(words)) {
            var refused = answers.settle(id, line, words.strip());
            refused.ifPresentOrElse(
                    rule -> told.addFlashAttribute("refused", rule),
                    () -> told.addFlashAttribute("done", "payments.statement.settled.done"));
        } else {
            told.addFlashAttribute("wrong", "payments.statement.words.none");
        }
        return "redirect:/statements/" + id;
    }

    private Statement found(long id) {
        return answers.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no statement %d in this area.".formatted(id)));
    }

    @PostMapping("/dispatches/given-back")
    String giveBack(
            @RequestParam String commune,
            @RequestParam String channel,
            @RequestParam String amount,
            @RequestParam String on,
            @RequestParam String paper,
            RedirectAttributes told) {
        var day = DayEntry.read(on);
        var sum = NumberEntry.whole(amount).filter(it -> it > 0);
        if (day.isEmpty() || sum.isEmpty() || !isWritten(paper)) {
            told.addFlashAttribute(
                    "wrong",
                    day.isEmpty()
                            ? "payments.results.wrong.day"
                            : sum.isEmpty()
                                    ? "payments.dispatches.give-back.wrong.amount"
                                    : "payments.results.wrong.paper");
            return "redirect:/dispatches";
        }
        switch (answers.giveBack(new GivingBack(commune, channel, sum.get(), day.get(), paper.strip()))) {
            case Taken.Done done ->
                told.addFlashAttribute(
                        done.again() ? "calm" : "done",
                        done.again() ? "payments.dispatches.given-back.again" : "payments.dispatches.given-back");
            case Taken.Refused(var rule) -> told.addFlashAttribute("refused", rule);
            case Taken.NotRead notRead -> told.addFlashAttribute("notRead", notRead);
        }
        return "redirect:/dispatches";
    }
}
