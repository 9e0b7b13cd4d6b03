package org.ansinh.app.registry.web;

import java.util.List;
import org.ansinh.app.registry.Change;
import org.springframework.stereotype.Component;

/** A death was told in error: the person is alive, and at home again since. */
@Component
class AliveForm implements ChangeForm {

    @Override
    public String kind() {
        return "alive";
    }

    @Override
    public boolean isFor(Subject subject) {
        return subject instanceof Subject.OfPerson(var file) && file.identity().diedOn() != null;
    }

    @Override
    public List<Field> fields(Asked asked) {
        return List.of();
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        return new FormReader(asked.entries())
                .says(List.of(new Change.NotDead(asked.subject().id())));
    }
}
