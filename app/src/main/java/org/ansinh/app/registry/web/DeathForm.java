package org.ansinh.app.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.FilesDesk.Member;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.Field.Shape;
import org.springframework.stereotype.Component;

/** A death, known late as most are; who heads the household afterwards, and who takes charge of the burial where that is known. */
@Component
class DeathForm implements ChangeForm {

    private final FormWords words;
    private final BurialFields burial;

    DeathForm(FormWords words, BurialFields burial) {
        this.words = words;
        this.burial = burial;
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
        all.add(burial.heading(asked));
        all.addAll(burial.fields(asked));
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
        if (on.isEmpty()) {
            return reader.nothing();
        }
        var changes = new ArrayList<Change>();
        changes.add(new Change.Death(asked.subject().id(), on.get(), head));
        changes.addAll(burial.read(reader, asked, on.get()));
        return reader.says(changes);
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
        return switch (refusal.section()) {
            case "relation", "fact" -> BurialFields.WHO;
            default -> refusal.why().equals("moved_later") ? "new_head" : "died_on";
        };
    }
}
