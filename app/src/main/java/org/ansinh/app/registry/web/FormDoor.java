package org.ansinh.app.registry.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.pages.NotHere;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.FilesDesk;
import org.ansinh.app.registry.web.ChangeForm.Asked;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds the form and whose it is, by the address. Somebody outside the area is nobody. */
@Component
class FormDoor {

    /** In the order in which a page offers them. */
    private static final List<String> ORDER = List.of(
            "death",
            "alive",
            "burial",
            "disability",
            "study",
            "fact",
            "identity",
            "merge",
            "birth",
            "class",
            "split",
            "join",
            "relocate",
            "move-out",
            "household-fact");

    private final Map<String, ChangeForm> forms;
    private final FilesDesk files;
    private final ChangeDesk desk;
    private final FormWords words;

    FormDoor(List<ChangeForm> forms, FilesDesk files, ChangeDesk desk, FormWords words) {
        this.forms = forms.stream().collect(Collectors.toMap(ChangeForm::kind, Function.identity()));
        this.files = files;
        this.desk = desk;
        this.words = words;
    }

    /** An entrance to a form, for the page of its subject. */
    public record Entrance(String href, String key) {}

    ChangeForm form(String kind) {
        return Optional.ofNullable(forms.get(kind)).orElseThrow(FormDoor::notHere);
    }

    /** @throws NotUnderstood where the form is for another sort of subject, with a sentence that says from where it is opened */
    Asked asked(ChangeForm form, Entries entries, Locale locale) {
        var subject = subject(entries).orElseThrow(() -> notHere(entries));
        if (!form.isFor(subject)) {
            throw NotUnderstood.because("registry.form.not_for", words.say("registry.form." + form.kind(), locale));
        }
        return new Asked(subject, entries, locale);
    }

    private Optional<Subject> subject(Entries entries) {
        return number(entries, "person")
                .flatMap(id -> files.person(id, Optional.empty()))
                .<Subject>map(Subject.OfPerson::new)
                .or(() -> number(entries, "household").flatMap(files::household).map(Subject.OfHousehold::new))
                .or(() -> number(entries, "move").flatMap(this::move));
    }

    private Optional<Subject> move(int id) {
        return desk.moves().stream()
                .filter(it -> it.moveId() == id && it.ours() && it.returnedBecause() == null)
                .findFirst()
                .map(Subject.OfMove::new);
    }

    private static Optional<Integer> number(Entries entries, String name) {
        return Optional.of(entries.text(name))
                .filter(it -> it.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    /** What the page of this subject offers. */
    List<Entrance> entrances(Subject subject) {
        var own = ORDER.stream()
                .map(forms::get)
                .filter(it -> it != null && it.isOffered(subject))
                .map(it ->
                        new Entrance("/changes/" + it.kind() + "?" + subject.address(), "registry.form." + it.kind()));
        var household = subject instanceof Subject.OfPerson
                ? subject.householdId().stream()
                        .map(it -> new Entrance("/households/" + it + "#change", "registry.form.of-household"))
                : Stream.<Entrance>empty();
        return Stream.concat(own, household).toList();
    }

    /** The name of the half-filled form: one for each kind and subject, and for what else the address says. */
    static String draftKey(ChangeForm form, Asked asked) {
        return "%s?%s".formatted(form.kind(), query(form, asked));
    }

    static String address(ChangeForm form, Asked asked) {
        return "/changes/" + draftKey(form, asked);
    }

    private static String query(ChangeForm form, Asked asked) {
        var parts = new LinkedHashMap<String, String>();
        form.carried().forEach(name -> parts.put(name, asked.entries().text(name)));
        return asked.subject().address()
                + parts.entrySet().stream()
                        .filter(it -> it.getValue().matches("[A-Za-z0-9._-]{1,80}"))
                        .map(it -> "&" + it.getKey() + "=" + it.getValue())
                        .collect(Collectors.joining());
    }

    /** A move that was dealt with meanwhile, perhaps by the same hand a moment ago, no longer waits. */
    private static RuntimeException notHere(Entries entries) {
        return entries.has("move") ? new NotHere("refused.move_that_waits") : notHere();
    }

    static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
