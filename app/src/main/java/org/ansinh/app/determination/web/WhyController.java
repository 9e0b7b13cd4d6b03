package org.ansinh.app.determination.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.pages.TimeBar.Kind;
import org.ansinh.rules.determination.Standing;
import org.ansinh.timeline.DateRange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Why one programme gives a person what it gives, or nothing: opened inside their page, or as a page of its own. */
@Controller
class WhyController {

    private static final int YEARS_AHEAD = 10;

    private final EntitlementsSeen seen;
    private final ReaderWords reader;
    private final FigureWords figures;
    private final Clock clock;

    WhyController(EntitlementsSeen seen, ReaderWords reader, FigureWords figures, Clock clock) {
        this.figures = figures;
        this.seen = seen;
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping("/people/{person}/why/{programme}")
    String why(
            @PathVariable int person,
            @PathVariable String programme,
            @RequestParam Optional<String> on,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            Locale locale,
            Model model) {
        var today = LocalDate.now(clock);
        var words = reader.reasons(locale);
        var law = words.law();
        var day = on.map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> asked(it, law.pack().header().coversFrom(), today))
                .orElse(today);
        var label = law.pack()
                .programme(programme)
                .filter(law.masks()::tells)
                .orElseThrow(WhyController::notHere)
                .label();
        var outcome = seen.ofPerson(person, new DateRange(day, day))
                .flatMap(it -> it.of(programme))
                .orElseThrow(WhyController::notHere);
        model.addAttribute("person", person);
        model.addAttribute("name", law.in(label));
        model.addAttribute("programme", programme);
        model.addAttribute("whose", seen.name(person).orElse(""));
        model.addAttribute("day", day);
        answer(outcome.on(day), model);
        model.addAttribute(
                "reasons", outcome.reasons().on(day).map(words::lines).orElse(List.of()));
        model.addAttribute(
                "held",
                outcome.unverified().stream()
                        .filter(it -> it.certainty().mayBeReleased())
                        .map(it -> figures.waiting(it, locale))
                        .distinct()
                        .toList());
        return inPlace ? "determination/why :: reasons" : "determination/why";
    }

    private static void answer(Optional<Standing> standing, Model model) {
        model.addAttribute(
                "answer", standing.map(it -> ReasonWords.kind(it.answer())).orElse(Kind.NOT_MET));
        model.addAttribute(
                "amount",
                standing.map(Standing::amount)
                        .filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong)
                        .orElse(null));
    }

    /** A day that the law may speak of: from its first day on, and not a life ahead. */
    private static LocalDate asked(String typed, LocalDate first, LocalDate today) {
        return DayEntry.read(typed)
                .filter(it -> !it.isBefore(first) && !it.isAfter(today.plusYears(YEARS_AHEAD)))
                .orElseThrow(() -> new NotUnderstood("on", typed));
    }

    /** Whoever is outside the area and whoever does not exist get the same answer. */
    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
