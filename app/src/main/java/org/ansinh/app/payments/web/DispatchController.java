package org.ansinh.app.payments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.HandingOut;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.pages.NumberEntry;
import org.ansinh.app.payments.DispatchDesk;
import org.ansinh.app.payments.DispatchDesk.Dispatch;
import org.ansinh.app.payments.DispatchDesk.Sent;
import org.ansinh.app.payments.KeptDesk;
import org.ansinh.app.payments.ProviderDesk;
import org.ansinh.app.payments.StatementDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Money on its way out: what waits to be instructed, dispatches, their files and instructions. */
@Controller
class DispatchController {

    private static final int LATEST = 20;
    private static final int PAGE = 100;
    private static final String XML = "application/xml";

    private final DispatchDesk dispatches;
    private final StatementDesk answers;
    private final KeptDesk kept;
    private final ProviderDesk providers;
    private final Names names;
    private final Clock clock;

    DispatchController(
            DispatchDesk dispatches,
            StatementDesk answers,
            KeptDesk kept,
            ProviderDesk providers,
            Names names,
            Clock clock) {
        this.dispatches = dispatches;
        this.answers = answers;
        this.kept = kept;
        this.providers = providers;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/dispatches")
    String page(@RequestParam Optional<YearMonth> month, Locale locale, Model model) {
        var asked = month.orElseGet(() -> YearMonth.now(clock));
        model.addAttribute("month", asked);
        model.addAttribute("waiting", dispatches.waiting(asked));
        model.addAttribute("programmes", names.programmes(locale));
        model.addAttribute("communes", names.communes());
        model.addAttribute("dispatches", dispatches.latest(LATEST));
        model.addAttribute("providers", answers.providers());
        model.addAttribute("contracts", providers.open());
        model.addAttribute("thirdFrom", dispatches.thirdOfficerFrom());
        return "payments/dispatches";
    }

    /** @param chosen a list and its channel, {@code 12-bank_account}: as many as go one way */
    @PostMapping("/dispatches")
    String prepare(
            @RequestParam YearMonth month,
            @RequestParam(defaultValue = "") List<String> chosen,
            RedirectAttributes told) {
        var back = "redirect:/dispatches?month=" + month;
        var channels =
                chosen.stream().map(DispatchController::channel).distinct().toList();
        if (channels.size() != 1) {
            told.addFlashAttribute(
                    "wrong", channels.isEmpty() ? "payments.dispatches.nobody" : "payments.dispatches.one-channel");
            return back;
        }
        var lists = chosen.stream().map(DispatchController::list).toList();
        return answer(dispatches.prepare(channels.getFirst(), lists), "payments.dispatch.prepared", told, back);
    }

    private static String channel(String chosen) {
        return chosen.substring(chosen.indexOf('-') + 1);
    }

    private static long list(String chosen) {
        var number = chosen.substring(0, Math.max(0, chosen.indexOf('-')));
        return NumberEntry.whole(number).orElseThrow(() -> new NotUnderstood("chosen", chosen));
    }

    @GetMapping("/dispatches/{id}")
    String dispatch(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        var dispatch = found(id);
        var shown = (int) Math.clamp(page, 1L, Math.max(1, (dispatch.instructions() + PAGE - 1) / PAGE));
        model.addAttribute("dispatch", dispatch);
        model.addAttribute("communes", names.communes());
        model.addAttribute("kept", kept.ofDispatch(id));
        model.addAttribute("files", dispatches.files(id));
        model.addAttribute("rows", dispatches.instructions(id, (shown - 1) * PAGE, PAGE));
        model.addAttribute("needsThird", dispatch.amount() >= dispatches.thirdOfficerFrom());
        model.addAttribute(
                "list", new Listing("/dispatches/" + id, Map.of(), "", false, shown, PAGE, dispatch.instructions()));
        return "payments/dispatch";
    }

    @PostMapping("/dispatches/{id}/release")
    String release(@PathVariable long id, RedirectAttributes told) {
        found(id);
        return answer(dispatches.release(id), "payments.dispatch.released", told, "redirect:/dispatches/" + id);
    }

    @PostMapping("/dispatches/{id}/withdraw")
    String withdraw(@PathVariable long id, RedirectAttributes told) {
        found(id);
        var sent = dispatches.withdraw(id);
        if (sent instanceof Sent.Done) {
            told.addFlashAttribute("done", "payments.dispatch.withdrawn");
            return "redirect:/dispatches";
        }
        return answer(sent, "payments.dispatch.withdrawn", told, "redirect:/dispatches/" + id);
    }

    /** Taking a file along counts as handing it over; it may be taken again, and is the same. */
    @PostMapping("/dispatches/{id}/files/{number}")
    void file(@PathVariable long id, @PathVariable int number, HttpServletResponse response) throws IOException {
        found(id);
        var file = dispatches.files(id).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Dispatch %d has no file %d.".formatted(id, number)));
        byte[] content = dispatches.handOver(id, number).orElseThrow();
        HandingOut.send(response, file.name().endsWith(".xml") ? XML : HandingOut.XLSX, file.name(), into -> {
            try {
                Files.write(into, content);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        });
    }

    @PostMapping("/dispatches/third")
    String third(@RequestParam String from, RedirectAttributes told) {
        var amount = NumberEntry.whole(from).filter(it -> it >= 0);
        if (amount.isEmpty()) {
            told.addFlashAttribute("wrong", "payments.dispatches.give-back.wrong.amount");
            return "redirect:/dispatches";
        }
        var sent = dispatches.setThirdOfficer(amount.get());
        if (sent instanceof Sent.Done) {
            told.addFlashAttribute("done", "payments.dispatches.third.saved");
            return "redirect:/dispatches";
        }
        return answer(sent, "", told, "redirect:/dispatches");
    }

    private static String answer(Sent sent, String done, RedirectAttributes told, String back) {
        return switch (sent) {
            case Sent.Done(long id) -> {
                told.addFlashAttribute("done", done);
                yield "redirect:/dispatches/" + id;
            }
            case Sent.Nothing nothing -> {
                told.addFlashAttribute("calm", "payments.dispatch.nothing");
                yield back;
            }
            case Sent.Refused(var rule) -> {
                told.addFlashAttribute("refused", rule);
                yield back;
            }
            case Sent.Wrong(var flaws) -> {
                told.addFlashAttribute("flaws", flaws);
                yield back;
            }
        };
    }

    private Dispatch found(long id) {
        return dispatches
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no dispatch %d in this area.".formatted(id)));
    }
}
