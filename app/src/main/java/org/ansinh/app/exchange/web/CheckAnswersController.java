package org.ansinh.app.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.PopulationFilesDesk;
import org.ansinh.app.exchange.PopulationFilesDesk.Looked;
import org.ansinh.app.registry.PopulationCheckDesk.Outcome;
import org.ansinh.app.registry.PopulationCheckDesk.Ready;
import org.ansinh.app.registry.PopulationCheckDesk.Taken;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A list that came back: brought, looked at, recorded once. */
@Controller
@RequestMapping("/population-checks/{list}/answers")
class CheckAnswersController {

    private final PopulationFilesDesk files;
    private final CheckWords words;
    private final WorkShown works;

    CheckAnswersController(PopulationFilesDesk files, CheckWords words, WorkShown works) {
        this.files = files;
        this.words = words;
        this.works = works;
    }

    @ModelAttribute
    void mayCome(@AuthenticationPrincipal SignedIn officer, HttpServletRequest request) {
        CheckDoor.mayCome(officer, request);
    }

    @PostMapping
    String bring(@PathVariable int list, @RequestParam MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw new FileRefused("empty", "");
        }
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (var sent = file.getInputStream()) {
            return here(list, files.bring(list, sent, name).number());
        }
    }

    /** A row that is ready, with what differs in words. */
    public record Line(Ready ready, List<CheckWords.Part> parts) {}

    @GetMapping("/{file}")
    String look(@PathVariable int list, @PathVariable long file, Locale locale, Model model) {
        var looked = found(list, file);
        var counts = new EnumMap<Outcome, Long>(Outcome.class);
        looked.judged().ready().forEach(it -> counts.merge(it.word().outcome(), 1L, Long::sum));
        model.addAttribute("looked", looked);
        model.addAttribute("counts", counts);
        model.addAttribute(
                "fresh",
                looked.judged().ready().stream().filter(it -> !it.known()).count());
        model.addAttribute(
                "lines",
                looked.judged().ready().stream()
                        .filter(it -> it.word().outcome() != Outcome.AGREES)
                        .map(it -> new Line(it, words.parts(it.line(), it.word(), locale)))
                        .toList());
        model.addAttribute("said", works.said(locale));
        return "exchange/check-answers";
    }

    @PostMapping("/{file}/record")
    String record(@PathVariable int list, @PathVariable long file, RedirectAttributes told) {
        found(list, file);
        switch (files.record(new FileId(file))) {
            case Taken.Done(int fresh) -> told.addFlashAttribute("taken", fresh);
            case Taken.Before() -> told.addFlashAttribute("before", true);
            case Taken.Refused(var rule) -> {
                told.addFlashAttribute("refused", rule);
                return here(list, file);
            }
        }
        return "redirect:/population-checks/" + list;
    }

    @PostMapping("/{file}/throw-away")
    String throwAway(@PathVariable int list, @PathVariable long file) {
        found(list, file);
        files.throwAway(new FileId(file));
        return "redirect:/population-checks/" + list;
    }

    private Looked found(int list, long file) {
        return files.look(new FileId(file))
                .filter(it -> it.list() == list)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String here(int list, long file) {
        return "redirect:/population-checks/%d/answers/%d".formatted(list, file);
    }

    /** Told where the file is brought: a page of its own would lack its frame. */
    @ExceptionHandler
    String refused(FileRefused refused, HttpServletRequest request, RedirectAttributes told) {
        told.addFlashAttribute("why", "exchange.file." + refused.why());
        told.addFlashAttribute("detail", refused.detail());
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                ? "redirect:/population-checks/" + path.get("list")
                : "redirect:/population-checks";
    }
}
