package org.ansinh.app.registry.web;

import java.util.List;
import java.util.Map;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.registry.web.Field.Shape;
import org.ansinh.timeline.DateRange;
import org.springframework.stereotype.Component;

/** A whole household moves to another village of its commune. */
@Component
class RelocateForm implements ChangeForm {

    private final FormWords words;
    private final Places places;

    RelocateForm(FormWords words, Places places) {
        this.words = words;
        this.places = places;
    }

    @Override
    public String kind() {
        return "relocate";
    }

    @Override
    public boolean isFor(Subject subject) {
        return subject instanceof Subject.OfHousehold;
    }

    private Map<String, String> villages(Asked asked) {
        return places.villages(((Subject.OfHousehold) asked.subject()).file().communeCode());
    }

    @Override
    public List<Field> fields(Asked asked) {
        return List.of(
                words.field("village", Shape.CHOICE, asked, villages(asked)),
                words.field("moved_on", Shape.DAY, asked));
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var reader = new FormReader(asked.entries());
        var village = reader.neededChoice("village", villages(asked).keySet()).map(Long::valueOf);
        var on = reader.neededDay("moved_on");
        return village.isEmpty() || on.isEmpty()
                ? reader.nothing()
                : reader.says(List.of(new Change.Stated(
                        SubjectRef.Kind.HOUSEHOLD,
                        asked.subject().id(),
                        "household.village",
                        "",
                        DateRange.startingOn(on.get()),
                        FactValue.whole(village.get()))));
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return "village";
    }
}
