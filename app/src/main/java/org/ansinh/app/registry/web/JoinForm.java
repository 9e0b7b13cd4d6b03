package org.ansinh.app.registry.web;

import java.util.ArrayList;
import java.util.List;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.Change.Resident;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.Field.Shape;
import org.springframework.stereotype.Component;

/** Members of a household go to live in another one of the area. */
@Component
class JoinForm implements ChangeForm {

    private final FormWords words;
    private final Residents residents;
    private final Places places;

    JoinForm(FormWords words, Residents residents, Places places) {
        this.words = words;
        this.residents = residents;
        this.places = places;
    }

    @Override
    public String kind() {
        return "join";
    }

    @Override
    public boolean isFor(Subject subject) {
        return subject instanceof Subject.OfHousehold;
    }

    @Override
    public boolean isOffered(Subject subject) {
        return isFor(subject) && !subject.members().isEmpty();
    }

    @Override
    public List<Field> fields(Asked asked) {
        var all = new ArrayList<Field>(residents.fields(asked));
        residents.newHead(asked).ifPresent(all::add);
        all.add(words.field("to_household", Shape.TEXT, asked));
        all.add(words.field("moved_on", Shape.DAY, asked));
        return all;
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var reader = new FormReader(asked.entries());
        var leaving = residents.read(asked, reader);
        var gone = leaving.stream().map(Resident::personId).toList();
        var head = residents.readNewHead(asked, gone, reader);
        var home = reader.needed("to_household").flatMap(code -> {
            var found = places.household(code);
            if (found.isEmpty()) {
                reader.wrong("to_household", "registry.wrong.no_household", FormReader.shown(code));
            }
            return found;
        });
        if (home.filter(it -> it == asked.subject().id()).isPresent()) {
            reader.wrong("to_household", "registry.wrong.same_household");
        }
        var on = reader.neededDay("moved_on");
        if (!reader.isFine() || home.isEmpty() || on.isEmpty()) {
            return reader.nothing();
        }
        var changes = new ArrayList<Change>();
        leaving.forEach(it -> changes.add(Change.MovedHouse.on(on.get(), it.personId(), home.get(), it.role())));
        head.ifPresent(it ->
                changes.add(Change.MovedHouse.on(on.get(), it, asked.subject().id(), "head")));
        return reader.says(changes);
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return refusal.why().equals("moved_later") ? "moved_on" : "residents";
    }
}
