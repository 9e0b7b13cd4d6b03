package org.ansinh.app.registry.web;

import java.util.List;
import org.ansinh.app.registry.Refusal;
import org.springframework.stereotype.Component;

/** Who took charge of a burial, told after the death was; who was recorded before is replaced. */
@Component
class BurialForm implements ChangeForm {

    private final BurialFields burial;

    BurialForm(BurialFields burial) {
        this.burial = burial;
    }

    @Override
    public String kind() {
        return "burial";
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
        return burial.fields(asked);
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var reader = new FormReader(asked.entries());
        var diedOn = ((Subject.OfPerson) asked.subject()).file().identity().diedOn();
        if (diedOn == null) {
            reader.wrong(BurialFields.WHO, "registry.wrong.not_dead");
            return reader.nothing();
        }
        if (!asked.entries().has(BurialFields.WHO)) {
            reader.wrong(BurialFields.WHO, "registry.wrong.not_chosen");
        }
        return reader.says(burial.read(reader, asked, diedOn));
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return BurialFields.WHO;
    }
}
