package org.ansinh.app.registry.web;

import java.util.ArrayList;
import java.util.List;
import org.ansinh.app.registry.Change;
import org.springframework.stereotype.Component;

/** A death was told in error: the person is alive, at home again since, and nobody buries them. */
@Component
class AliveForm implements ChangeForm {

    private final BurialFields burial;

    AliveForm(BurialFields burial) {
        this.burial = burial;
    }

    @Override
    public String kind() {
        return "alive";
    }

    @Override
    public boolean isFor(Subject subject) {
        return subject instanceof Subject.OfPerson;
    }

    @Override
    public boolean isOffered(Subject subject) {
        return subject instanceof Subject.OfPerson(var file) && file.identity().diedOn() != null;
    }

    @Override
    public List<Field> fields(Asked asked) {
        return List.of();
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.NotDead(asked.subject().id()));
        changes.addAll(burial.takenBack(asked.subject()));
        return new FormReader(asked.entries()).says(changes);
    }
}
