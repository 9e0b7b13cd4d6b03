package org.ansinh.app.registry.web;

import java.util.ArrayList;
import java.util.List;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.Change.Resident;
import org.ansinh.app.registry.ChangeDesk.Move;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.Field.Shape;
import org.springframework.stereotype.Component;

/** The second part of a move: the people live here from its day, in a household of their own or in one there is. */
@Component
class AcceptForm implements ChangeForm {

    private final FormWords words;
    private final Places places;

    AcceptForm(FormWords words, Places places) {
        this.words = words;
        this.places = places;
    }

    @Override
    public String kind() {
        return "move-in";
    }

    @Override
    public boolean isFor(Subject subject) {
        return subject instanceof Subject.OfMove;
    }

    private static Move move(Asked asked) {
        return ((Subject.OfMove) asked.subject()).move();
    }

    @Override
    public List<Field> fields(Asked asked) {
        var all = new ArrayList<Field>();
        all.add(words.field("home_code", Shape.TEXT, asked));
        all.add(words.field(
                "village", Shape.CHOICE, asked, places.villages(move(asked).toCommune())));
        all.add(words.heading("residents.new", asked.locale()));
        var roles = words.roles(asked.locale());
        for (int i = 0; i < move(asked).people().size(); i++) {
            all.add(words.labelled(
                    "role_" + move(asked).people().get(i),
                    Shape.CHOICE,
                    move(asked).names().get(i),
                    asked,
                    roles));
        }
        return all;
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var reader = new FormReader(asked.entries());
        var code = reader.needed("home_code");
        var village = reader.neededChoice(
                        "village", places.villages(move(asked).toCommune()).keySet())
                .map(Integer::valueOf);
        var roles = new ArrayList<Resident>();
        for (int person : move(asked).people()) {
            reader.neededChoice("role_" + person, FormWords.ROLES)
                    .ifPresent(role -> roles.add(new Resident(person, role)));
        }
        if (code.filter(it -> places.household(it).isEmpty()).isPresent() && reader.isFine()) {
            Residents.oneHead(roles, reader);
        }
        return !reader.isFine() || code.isEmpty() || village.isEmpty()
                ? reader.nothing()
                : reader.says(List.of(new Change.Accepted(
                        move(asked).moveId(),
                        code.get(),
                        village.get(),
                        roles.stream().map(Resident::role).toList())));
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return "home_code";
    }

    @Override
    public String after(Asked asked, ChangeResult.Recorded recorded) {
        return recorded.touched().households().stream()
                .filter(it -> it.code().equals(asked.entries().text("home_code")))
                .findFirst()
                .map(it -> "/households/" + it.householdId())
                .orElse("/tasks");
    }
}
