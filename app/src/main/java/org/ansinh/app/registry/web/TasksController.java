package org.ansinh.app.registry.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.ChangeDesk.Draft;
import org.ansinh.app.registry.ChangeDesk.Move;
import org.ansinh.app.registry.ChangeDesk.Task;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits at an officer's desk: people on their way here, those let go, numbers to check, forms half filled. */
@Controller
class TasksController {

    private final ChangeDesk desk;
    private final Places places;
    private final FormWords words;

    TasksController(ChangeDesk desk, Places places, FormWords words) {
        this.desk = desk;
        this.places = places;
        this.words = words;
    }

    /** A move with the other commune in words. */
    public record MoveLine(Move move, String from, String to) {}

    /** A half-filled form and the way back to it. */
    public record DraftLine(String title, String href, Instant savedAt) {}

    @GetMapping("/tasks")
    String tasks(Locale locale, Model model) {
        var moves = desk.moves().stream()
                .map(it -> new MoveLine(it, places.commune(it.fromCommune()), places.commune(it.toCommune())))
                .toList();
        model.addAttribute(
                "coming",
                moves.stream()
                        .filter(it -> it.move().ours() && it.move().returnedBecause() == null)
                        .toList());
        model.addAttribute(
                "returned",
                moves.stream().filter(it -> it.move().returnedBecause() != null).toList());
        model.addAttribute(
                "leaving",
                moves.stream()
                        .filter(it -> !it.move().ours() && it.move().returnedBecause() == null)
                        .toList());
        model.addAttribute("conflicts", conflicts());
        model.addAttribute(
                "drafts",
                desk.drafts().stream().flatMap(it -> line(it, locale).stream()).toList());
        return "registry/tasks";
    }

    private List<Task> conflicts() {
        return desk.tasks().stream().filter(it -> it.personId().isPresent()).toList();
    }

    private Optional<DraftLine> line(Draft draft, Locale locale) {
        var kind = draft.formKey().split("[?]", 2)[0];
        return Optional.ofNullable(words.sayIfAny("registry.form." + kind, locale))
                .map(title -> new DraftLine(
                        title + about(Entries.ofBody(draft.body())), "/changes/" + draft.formKey(), draft.savedAt()));
    }

    private static String about(Entries entries) {
        return entries.has("name") ? ": " + entries.text("name") : "";
    }
}
