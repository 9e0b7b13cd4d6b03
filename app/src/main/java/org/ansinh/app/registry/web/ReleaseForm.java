package org.ansinh.app.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.Field.Shape;
import org.springframework.stereotype.Component;

/** The first part of a move to another commune: this commune lets go; nothing changes until the other accepts. */
@Component
class ReleaseForm implements ChangeForm {

    private final FormWords words;
    private final Residents residents;
    private final Places places;

    ReleaseForm(FormWords words, Residents residents, Places places) {
        this.words = words;
        this.residents = residents;
        this.places = places;
    }

    @Override
    public String kind() {
        return "move-out";
    }

    @Override
    public boolean isFor(Subject subject) {
        return subject instanceof Subject.OfHousehold;
    }

    @Override
    public boolean isOffered(Subject subject) {
        return isFor(subject) && !subject.members().isEmpty();
    }

    private Map<String, String> communes(Asked asked) {
        return places.communesBut(((Subject.OfHousehold) asked.subject()).file().communeCode());
    }

    @Override
    public List<Field> fields(Asked asked) {
        var all = new ArrayList<Field>();
        all.add(words.field(
                "who", Shape.TICKS, asked, words.people(asked.subject().members(), asked.locale())));
        residents.newHead(asked).ifPresent(all::add);
        all.add(words.field("to_commune", Shape.CHOICE, asked, communes(asked)));
        all.add(words.field("moved_on", Shape.DAY, asked));
        all.add(words.field("note", Shape.TEXT, asked));
        return all;
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var reader = new FormReader(asked.entries());
        var known = words.people(asked.subject().members(), asked.locale()).keySet();
        var who = asked.entries().all("who").stream()
                .filter(known::contains)
                .map(Integer::valueOf)
                .distinct()
                .toList();
        if (who.isEmpty()) {
            reader.wrong("who", "registry.wrong.nobody_leaves");
        }
        var head = residents.readNewHead(asked, who, reader);
        var to = reader.neededChoice("to_commune", communes(asked).keySet());
        var on = reader.neededDay("moved_on");
        var note = reader.text("note").orElse("");
        return !reader.isFine() || to.isEmpty() || on.isEmpty()
                ? reader.nothing()
                : reader.says(List.of(new Change.Released(who, to.get(), on.get(), note, head)));
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return refusal.field().equals("text") ? "note" : "who";
    }
}
