package org.ansinh.app.registry.web;

import java.util.List;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.Field.Shape;
import org.springframework.stereotype.Component;

/** A move that is not accepted goes back, with the reason. */
@Component
class ReturnForm implements ChangeForm {

    private final FormWords words;

    ReturnForm(FormWords words) {
        this.words = words;
    }

    @Override
    public String kind() {
        return "move-back";
    }

    @Override
    public boolean isFor(Subject subject) {
        return subject instanceof Subject.OfMove;
    }

    @Override
    public List<Field> fields(Asked asked) {
        return List.of(words.field("because", Shape.TEXT, asked));
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var reader = new FormReader(asked.entries());
        return reader.needed("because")
                .map(it ->
                        reader.says(List.of(new Change.SentBack(asked.subject().id(), it))))
                .orElseGet(reader::nothing);
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return "because";
    }
}
