package org.ansinh.app.determination.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.timeline.DateRange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** Why one programme gives a person what it gives, or nothing: opened inside their page, or as a page of its own. */
@Controller
class WhyController {

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
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            Locale locale,
            Model model) {
        var today = LocalDate.now(clock);
        var words = reader.reasons(locale);
        var law = words.law();
        var label = law.pack()
                .programme(programme)
                .filter(law.masks()::tells)
                .orElseThrow(WhyController::notHere)
                .label();
        var outcome = seen.ofPerson(person, new DateRange(today, today))
                .flatMap(it -> it.of(programme))
                .orElseThrow(WhyController::notHere);
        model.addAttribute("person", person);
        model.addAttribute("name", law.in(label));
        model.addAttribute("day", today);
        model.addAttribute(
                "reasons", outcome.reasons().on(today).map(words::lines).orElse(List.of()));
        model.addAttribute(
                "held",
                outcome.unverified().stream()
                        .filter(it -> it.certainty().mayBeReleased())
                        .map(it -> figures.waiting(it, locale))
                        .distinct()
                        .toList());
        return inPlace ? "determination/why :: reasons" : "determination/why";
    }

    /** Whoever is outside the area and whoever does not exist get the same answer. */
    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
