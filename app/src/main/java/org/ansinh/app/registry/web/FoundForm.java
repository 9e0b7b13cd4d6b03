package org.ansinh.app.registry.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.Change.Resident;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.FilesDesk.HouseholdFile;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.Field.Shape;
import org.springframework.stereotype.Component;

/** Part of a household makes one of its own. */
@Component
class FoundForm implements ChangeForm {

    private final FormWords words;
    private final Residents residents;
    private final Places places;

    FoundForm(FormWords words, Residents residents, Places places) {
        this.words = words;
        this.residents = residents;
        this.places = places;
    }

    @Override
    public String kind() {
        return "split";
    }

    @Override
    public boolean isFor(Subject subject) {
        return subject instanceof Subject.OfHousehold;
    }

    @Override
    public boolean isOffered(Subject subject) {
        return isFor(subject) && subject.members().size() > 1;
    }

    private static HouseholdFile file(Asked asked) {
        return ((Subject.OfHousehold) asked.subject()).file();
    }

    @Override
    public List<Field> fields(Asked asked) {
        var all = new ArrayList<Field>(residents.fields(asked));
        residents.newHead(asked).ifPresent(all::add);
        all.add(words.field("new_code", Shape.TEXT, asked));
        all.add(words.field("village", Shape.CHOICE, here(asked), villages(asked)));
        all.add(words.field("moved_on", Shape.DAY, asked));
        return all;
    }

    /** Most who split stay in their village. */
    private static Asked here(Asked asked) {
        var village = file(asked).villageId();
        return village == null
                ? asked
                : new Asked(
                        asked.subject(),
                        asked.entries().orElse(new Entries(Map.of("village", List.of(village.toString())))),
                        asked.locale());
    }

    private Map<String, String> villages(Asked asked) {
        return new LinkedHashMap<>(places.villages(file(asked).communeCode()));
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var reader = new FormReader(asked.entries());
        var leaving = residents.read(asked, reader);
        Residents.oneHead(leaving, reader);
        var gone = leaving.stream().map(Resident::personId).toList();
        if (gone.size() == asked.subject().members().size()) {
            reader.wrong("residents", "registry.wrong.somebody_stays");
        }
        var head = residents.readNewHead(asked, gone, reader);
        var code = reader.needed("new_code");
        var village = reader.neededChoice("village", villages(asked).keySet()).map(Integer::valueOf);
        var on = reader.neededDay("moved_on");
        if (!reader.isFine() || code.isEmpty() || village.isEmpty() || on.isEmpty()) {
            return reader.nothing();
        }
        var changes = new ArrayList<Change>();
        changes.add(new Change.Founded(code.get(), file(asked).communeCode(), village.get(), leaving, on.get()));
        head.ifPresent(it ->
                changes.add(Change.MovedHouse.on(on.get(), it, asked.subject().id(), "head")));
        return reader.says(changes);
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return switch (refusal.why()) {
            case "household_code_taken" -> "new_code";
            case "moved_later", "village_unknown_on_day" -> "moved_on";
            default -> refusal.field().equals("code") ? "new_code" : "residents";
        };
    }

    @Override
    public String after(Asked asked, ChangeResult.Recorded recorded) {
        return recorded.touched().households().stream()
                .filter(it -> it.code().equals(asked.entries().text("new_code")))
                .findFirst()
                .map(it -> "/households/" + it.householdId())
                .or(() -> Optional.of(asked.subject().page()))
                .orElseThrow();
    }
}
