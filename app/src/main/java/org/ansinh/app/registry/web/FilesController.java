package org.ansinh.app.registry.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.ansinh.app.access.OneReading;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.registry.FilePart;
import org.ansinh.app.registry.FilesDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages on which people and households are read. */
@Controller
class FilesController {

    private final FilesDesk files;
    private final FactWords words;
    private final FactSheet sheets;
    private final FormDoor forms;
    private final OneReading reading;
    private final List<FilePart> parts;

    FilesController(
            FilesDesk files,
            FactWords words,
            FactSheet sheets,
            FormDoor forms,
            OneReading reading,
            ObjectProvider<FilePart> parts) {
        this.files = files;
        this.words = words;
        this.sheets = sheets;
        this.forms = forms;
        this.reading = reading;
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(FilePart::order)).toList();
    }

    /** A part of the page with what it shows. */
    public record ShownPart(String template, Object content) {}

    @GetMapping("/people/{id}")
    String person(
            @PathVariable int id,
            @RequestParam Optional<String> known,
            @AuthenticationPrincipal SignedIn officer,
            Locale locale,
            Model model) {
        var knownOn = known.map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> DayEntry.read(it).orElseThrow(() -> new NotUnderstood("known", it)));
        return reading.of(() -> personRead(id, knownOn, officer, locale, model));
    }

    private String personRead(int id, Optional<LocalDate> knownOn, SignedIn officer, Locale locale, Model model) {
        var file = files.person(id, knownOn).orElseThrow(FilesController::notHere);
        var identity = file.identity();
        model.addAttribute("who", identity);
        model.addAttribute("knownOn", knownOn.orElse(null));
        model.addAttribute("file", file);
        var subject = new Subject.OfPerson(file);
        // who looks back reads: what the law gives and what may be recorded are of today
        boolean today = knownOn.isEmpty();
        model.addAttribute(
                "sheet", sheets.sheet(file.facts(), today ? recording(officer, subject) : Optional.empty(), locale));
        model.addAttribute("changes", today && mayRecord(officer) ? forms.entrances(subject) : List.of());
        var group = identity.ethnicGroup();
        model.addAttribute("ethnicGroup", group == null ? "" : words.option("ethnic_group", group, locale));
        model.addAttribute("parts", today ? shown(part -> part.ofPerson(identity.personId(), locale)) : List.of());
        return "registry/person";
    }

    @GetMapping("/households/{id}")
    String household(@PathVariable int id, @AuthenticationPrincipal SignedIn officer, Locale locale, Model model) {
        return reading.of(() -> householdRead(id, officer, locale, model));
    }

    private String householdRead(int id, SignedIn officer, Locale locale, Model model) {
        var file = files.household(id).orElseThrow(FilesController::notHere);
        model.addAttribute("file", file);
        var subject = new Subject.OfHousehold(file);
        model.addAttribute("called", subject.title());
        model.addAttribute("sheet", sheets.sheet(file.facts(), recording(officer, subject), locale));
        model.addAttribute("changes", mayRecord(officer) ? forms.entrances(subject) : List.of());
        model.addAttribute("parts", shown(part -> part.ofHousehold(id, locale)));
        return "registry/household";
    }

    private static boolean mayRecord(SignedIn officer) {
        return officer.roles().contains("commune_officer");
    }

    private static Optional<String> recording(SignedIn officer, Subject subject) {
        return mayRecord(officer) ? Optional.of(subject.address()) : Optional.empty();
    }

    private List<ShownPart> shown(Function<FilePart, Optional<Object>> of) {
        return parts.stream()
                .flatMap(part -> of.apply(part).map(it -> new ShownPart(part.template(), it)).stream())
                .toList();
    }

    /** Whoever is outside the area and whoever does not exist get the same answer: it tells nothing about anybody. */
    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
