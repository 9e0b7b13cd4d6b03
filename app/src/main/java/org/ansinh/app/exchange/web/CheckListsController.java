package org.ansinh.app.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.exchange.PopulationFilesDesk;
import org.ansinh.app.exchange.PopulationFilesDesk.Choice;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.registry.FilesDesk;
import org.ansinh.app.registry.PopulationCheckDesk;
import org.ansinh.app.registry.PopulationCheckDesk.CheckList;
import org.ansinh.app.registry.PopulationCheckDesk.Made;
import org.ansinh.app.registry.PopulationCheckDesk.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All lists for the population database, those that wait longest first; a new one; and what came back and has to be looked at. */
@Controller
@RequestMapping("/population-checks")
class CheckListsController {

    private static final int PAGE = 50;
    private static final int MOST_WORDS = 300;
    private static final List<String> OF_COMMUNE = List.of("applications", "payees", "no_number");
    private static final Set<String> OF_ONE = Set.of("person", "household");

    private final PopulationCheckDesk desk;
    private final PopulationFilesDesk files;
    private final CheckWords words;
    private final FilesDesk people;
    private final Clock clock;

    CheckListsController(
            PopulationCheckDesk desk, PopulationFilesDesk files, CheckWords words, FilesDesk people, Clock clock) {
        this.desk = desk;
        this.files = files;
        this.words = words;
        this.people = people;
        this.clock = clock;
    }

    @ModelAttribute
    void mayCome(@AuthenticationPrincipal SignedIn officer, HttpServletRequest request, Model model) {
        CheckDoor.mayCome(officer, request);
        model.addAttribute("communes", files.communes());
    }

    /** A list with how long it has been out. */
    public record Out(CheckList list, long days) {}

    @GetMapping
    String lists(@RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        var today = LocalDate.now(clock);
        var all = desk.lists();
        int shown = (int) Math.clamp(page, 1, Math.max(1L, (all.size() + PAGE - 1) / PAGE));
        model.addAttribute("programmes", files.programmes(locale));
        model.addAttribute(
                "toLookAt", all.stream().mapToLong(CheckList::toLookAt).sum());
        model.addAttribute(
                "rows",
                all.subList((shown - 1) * PAGE, Math.min(all.size(), shown * PAGE)).stream()
                        .map(it -> new Out(it, ChronoUnit.DAYS.between(it.madeOn(), today)))
                        .toList());
        model.addAttribute("list", new Listing("/population-checks", Map.of(), "", false, shown, PAGE, all.size()));
        return "exchange/checks";
    }

    @GetMapping("/open")
    String open(Locale locale, Model model) {
        model.addAttribute("lines", words.shown(desk.toLookAt(), locale));
        return "exchange/checks-open";
    }

    @GetMapping("/new")
    String blank(
            @RequestParam Optional<Integer> person,
            @RequestParam Optional<Integer> household,
            @AuthenticationPrincipal SignedIn officer,
            Locale locale,
            Model model) {
        if (!CheckDoor.makes(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("kinds", OF_COMMUNE);
        model.addAttribute("programmes", files.programmes(locale));
        model.addAttribute("person", person.map(this::named).orElse(null));
        model.addAttribute("household", household.map(this::coded).orElse(null));
        model.addAttribute("onceKey", UUID.randomUUID().toString());
        return "exchange/check-new";
    }

    /** One person or household a list may be made of. */
    public record Subject(int id, String name, String commune) {}

    private Subject named(int person) {
        var file = people.person(person, Optional.empty()).orElseThrow(CheckListsController::notHere);
        return new Subject(
                person, file.identity().name(), communeOf(file.identity().householdId()));
    }

    private Subject coded(int household) {
        var file = people.household(household).orElseThrow(CheckListsController::notHere);
        return new Subject(household, file.code(), file.communeCode());
    }

    private String communeOf(@Nullable Integer household) {
        return Optional.ofNullable(household)
                .flatMap(people::household)
                .map(FilesDesk.HouseholdFile::communeCode)
                .orElseThrow(() -> NotUnderstood.because("population.no-commune"));
    }

    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @PostMapping
    String make(
            @RequestParam String chosen,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam Optional<Integer> person,
            @RequestParam Optional<Integer> household,
            @RequestParam(defaultValue = "") String why,
            @RequestParam String onceKey,
            Locale locale,
            RedirectAttributes told) {
        if (!OF_COMMUNE.contains(chosen) && !OF_ONE.contains(chosen)) {
            throw new NotUnderstood("chosen", chosen);
        }
        if (!onceKey.matches("[0-9a-f-]{36}")) {
            throw new NotUnderstood("onceKey", onceKey);
        }
        var where = NotUnderstood.unlessOneOf(files.communes().keySet(), "commune", commune);
        var of = chosen.equals("payees")
                ? Optional.of(NotUnderstood.unlessOneOf(files.programmes(locale).keySet(), "programme", programme))
                : Optional.<String>empty();
        var subject = chosen.equals("person") ? person : household;
        if (OF_ONE.contains(chosen) && subject.isEmpty()) {
            throw NotUnderstood.missing(chosen);
        }
        var back = "redirect:/population-checks/new"
                + subject.filter(it -> OF_ONE.contains(chosen))
                        .map(it -> "?" + chosen + "=" + it)
                        .orElse("");
        if (why.isBlank() || why.length() > MOST_WORDS) {
            told.addFlashAttribute("whyNot", true);
            return back;
        }
        return switch (files.make(new Choice(new Order(where, chosen, of, why.strip()), subject), onceKey)) {
            case Made.Done(int list) -> {
                told.addFlashAttribute("made", true);
                yield "redirect:/population-checks/" + list;
            }
            case Made.Refused(var rule) -> {
                told.addFlashAttribute("refused", rule);
                yield back;
            }
        };
    }
}
