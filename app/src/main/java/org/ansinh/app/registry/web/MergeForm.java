package org.ansinh.app.registry.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.FilesDesk;
import org.ansinh.app.registry.FilesDesk.Identity;
import org.ansinh.app.registry.web.Field.Shape;
import org.springframework.stereotype.Component;

/** Two files are one person: which is the other one, and which of the two stays. */
@Component
class MergeForm implements ChangeForm {

    private static final String THIS = "this";
    private static final String OTHER = "other";

    private final FormWords words;
    private final FilesDesk files;

    MergeForm(FormWords words, FilesDesk files) {
        this.words = words;
        this.files = files;
    }

    @Override
    public String kind() {
        return "merge";
    }

    @Override
    public boolean isFor(Subject subject) {
        return subject instanceof Subject.OfPerson;
    }

    @Override
    public List<Field> fields(Asked asked) {
        var locale = asked.locale();
        var found = others(asked);
        return List.of(
                words.field("look_for", Shape.TEXT, asked),
                found.isEmpty()
                        ? words.heading("second.none", locale)
                        : words.field("second", Shape.RADIOS, asked, found),
                words.field(
                        "keep",
                        Shape.RADIOS,
                        asked,
                        words.options("registry.field.keep.", List.of(THIS, OTHER), locale)));
    }

    /** Whoever may be meant: people of the same name and year, or found by the words typed. */
    private Map<String, String> others(Asked asked) {
        var who = who(asked);
        var sought = asked.entries().has("look_for")
                ? asked.entries().text("look_for")
                : who.name() + " " + who.born().getYear();
        var options = new LinkedHashMap<String, String>();
        files.find(sought).hits().stream()
                .filter(it -> it.personId() != who.personId())
                .limit(20)
                .forEach(it -> options.put(Integer.toString(it.personId()), words.told(it, asked.locale())));
        return options;
    }

    private static Identity who(Asked asked) {
        return ((Subject.OfPerson) asked.subject()).file().identity();
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var reader = new FormReader(asked.entries());
        var other = reader.neededChoice("second", others(asked).keySet()).map(Integer::valueOf);
        var keep = reader.neededChoice("keep", List.of(THIS, OTHER));
        if (other.isEmpty() || keep.isEmpty()) {
            return reader.nothing();
        }
        return reader.says(List.of(merged(asked, other, keep)));
    }

    private static Change merged(Asked asked, Optional<Integer> other, Optional<String> keep) {
        int own = asked.subject().id();
        return keep.orElseThrow().equals(THIS)
                ? new Change.Merged(own, other.orElseThrow())
                : new Change.Merged(other.orElseThrow(), own);
    }

    @Override
    public String after(Asked asked, ChangeResult.Recorded recorded) {
        return asked.entries().text("keep").equals(OTHER)
                ? "/people/" + asked.entries().text("second")
                : asked.subject().page();
    }
}
