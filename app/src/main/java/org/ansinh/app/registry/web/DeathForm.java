package org.ansinh.app.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.FilesDesk.Member;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.Field.Shape;
import org.springframework.stereotype.Component;

/** A death, known late as most are; and who heads the household afterwards. */
@Component
class DeathForm implements ChangeForm {

    private final FormWords words;

    DeathForm(FormWords words) {
        this.words = words;
    }

    @Override
    public String kind() {
        return "death";
    }

    @Override
    public boolean isFor(Subject subject) {
        return subject instanceof Subject.OfPerson;
    }

    @Override
    public List<Field> fields(Asked asked) {
        var all = new ArrayList<Field>();
        all.add(words.field("died_on", Shape.DAY, asked));
        var others = others(asked);
        if (isHead(asked) && !others.isEmpty()) {
            all.add(words.field("new_head", Shape.CHOICE, asked, words.people(others, asked.locale())));
        }
        return all;
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var reader = new FormReader(asked.entries());
        var on = reader.neededDay("died_on");
        var others = words.people(others(asked), asked.locale()).keySet();
        var head = isHead(asked) && !others.isEmpty()
                ? reader.neededChoice("new_head", others).map(Integer::valueOf)
                : Optional.<Integer>empty();
        return on.isEmpty()
                ? reader.nothing()
                : reader.says(List.of(new Change.Death(asked.subject().id(), on.get(), head)));
    }

    private static boolean isHead(Asked asked) {
        return asked.subject() instanceof Subject.OfPerson(var file)
                && "head".equals(file.identity().role());
    }

    private static List<Member> others(Asked asked) {
        return asked.subject().members().stream()
                .filter(it -> it.personId() != asked.subject().id())
                .toList();
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return refusal.why().equals("moved_later") ? "new_head" : "died_on";
    }
}
