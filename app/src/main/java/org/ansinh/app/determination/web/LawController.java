package org.ansinh.app.determination.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.determination.Names;
import org.ansinh.app.determination.Release;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.determination.ReleaseDesk.ReleaseResult;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.pages.Writing;
import org.ansinh.rules.determination.Unverified;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Parameter;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The law in force here: its figures with their sources, and what waits for a jurist. */
@Controller
class LawController {

    private static final int PAGE = 100;

    private final LawbookDesk lawbook;
    private final ReleaseDesk releases;
    private final FigureWords words;
    private final Names names;

    LawController(LawbookDesk lawbook, ReleaseDesk releases, FigureWords words, Names names) {
        this.names = names;
        this.lawbook = lawbook;
        this.releases = releases;
        this.words = words;
    }

    /** An unverified value as the page shows it. */
    record Waiting(
            String what, String label, String value, String certainty, String citation, Optional<Release> released) {}

    /** A value of a parameter as the page shows it. */
    record Figure(String label, String from, String value, String certainty, String citation) {}

    @GetMapping("/law")
    @Transactional(readOnly = true)
    public String law(
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        understood(programme, page, locale);
        var pack = lawbook.current().pack();
        var released = releases.released().stream().collect(Collectors.toMap(Release::what, Function.identity()));
        model.addAttribute("pack", pack.header());
        model.addAttribute("hash", pack.hash());
        model.addAttribute("history", lawbook.history());
        var unverified = unverified(programme, model, locale);
        model.addAttribute(
                "waiting",
                unverified.stream()
                        .map(it -> waiting(it, pack.parameters(), locale, released))
                        .sorted(Comparator.comparing(
                                (Waiting it) -> it.released().isPresent()))
                        .skip((page - 1L) * PAGE)
                        .limit(PAGE)
                        .toList());
        model.addAttribute(
                "list",
                new Listing(
                        "/law",
                        programme.isBlank() ? Map.of() : Map.of("programme", programme),
                        "",
                        false,
                        page,
                        PAGE,
                        unverified.size()));
        return "determination/law";
    }

    private void understood(String programme, int page, Locale locale) {
        if (page < 1) {
            throw new NotUnderstood("page", Integer.toString(page));
        }
        if (!programme.isBlank() && !names.programmes(locale).containsKey(programme)) {
            throw new NotUnderstood("programme", programme);
        }
    }

    private List<Unverified> unverified(String programme, Model model, Locale locale) {
        model.addAttribute("programmes", names.programmes(locale));
        model.addAttribute("programme", programme);
        return programme.isBlank() ? releases.unverified() : releases.unverified(programme);
    }

    /** Every figure of the law, found by words of its name or citation. */
    @GetMapping("/law/figures")
    @Transactional(readOnly = true)
    public String figures(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        if (page < 1) {
            throw new NotUnderstood("page", Integer.toString(page));
        }
        var asked = q.strip().toLowerCase(locale);
        var found = lawbook.current().pack().parameters().values().stream()
                .flatMap(it -> figures(it, locale))
                .filter(it ->
                        (it.label() + " " + it.citation()).toLowerCase(locale).contains(asked))
                .toList();
        model.addAttribute("q", q.strip());
        model.addAttribute(
                "figures", found.stream().skip((page - 1L) * PAGE).limit(PAGE).toList());
        model.addAttribute(
                "list",
                new Listing(
                        "/law/figures",
                        q.isBlank() ? Map.of() : Map.of("q", q.strip()),
                        "",
                        false,
                        page,
                        PAGE,
                        found.size()));
        return "determination/law-figures";
    }

    private static Language language(Locale locale) {
        return Language.of(locale);
    }

    private Waiting waiting(
            Unverified it, Map<String, Parameter> parameters, Locale locale, Map<String, Release> released) {
        var language = language(locale);
        return new Waiting(
                it.what(),
                words.waiting(it, locale),
                value(it.what(), parameters, locale),
                it.certainty().word(),
                it.basis().cited(language),
                Optional.ofNullable(released.get(it.what())));
    }

    /** A parameter's value is named {@code id@first-day}; a provision has no single value to show. */
    private String value(String what, Map<String, Parameter> parameters, Locale locale) {
        var at = what.indexOf('@');
        if (at < 0) {
            return "";
        }
        return Optional.ofNullable(parameters.get(what.substring(0, at))).stream()
                .flatMap(parameter -> parameter.values().stream()
                        .filter(it -> it.days().from().toString().equals(what.substring(at + 1)))
                        .map(it -> words.of(parameter, it, locale)))
                .findFirst()
                .orElse("");
    }

    private Stream<Figure> figures(Parameter it, Locale locale) {
        var language = language(locale);
        return it.values().stream()
                .map(value -> new Figure(
                        it.label().in(language),
                        new Writing(locale).day(value.days().from()),
                        words.of(it, value, locale),
                        value.certainty().word(),
                        value.basis().cited(language)));
    }

    @PostMapping("/law/release")
    String release(
            @RequestParam(defaultValue = "") List<String> what,
            @RequestParam(defaultValue = "") String because,
            @RequestParam(defaultValue = "") String jurist,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            RedirectAttributes told) {
        understood(programme, page, locale);
        int done = 0;
        var refused = what.isEmpty() ? Optional.of("law.none-chosen") : Optional.<String>empty();
        for (var value : what) {
            switch (releases.release(value, because, jurist)) {
                case ReleaseResult.Released released -> done++;
                case ReleaseResult.AlreadyReleased already -> refused = Optional.of("law.already");
                case ReleaseResult.NotUnverified not -> refused = Optional.of("law.not-unverified");
                case ReleaseResult.ReasonTooShort tooShort -> refused = Optional.of("law.reason-short");
                case ReleaseResult.NobodyNamed nobody -> refused = Optional.of("law.nobody-named");
            }
        }
        if (done > 0) {
            told.addFlashAttribute("released", done);
        } else {
            // What was typed and chosen comes back, so that one slip does not cost the rest.
            told.addFlashAttribute("typed", Map.of("because", because, "jurist", jurist));
            told.addFlashAttribute("chosen", what);
        }
        refused.ifPresent(it -> told.addFlashAttribute("refused", it));
        told.addAttribute("page", page);
        if (!programme.isBlank()) {
            told.addAttribute("programme", programme);
        }
        return "redirect:/law";
    }
}
