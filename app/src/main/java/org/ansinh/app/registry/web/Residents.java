package org.ansinh.app.registry.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.registry.Change.Resident;
import org.ansinh.app.registry.FilesDesk.Member;
import org.ansinh.app.registry.web.Field.Shape;
import org.springframework.stereotype.Component;

/** Which members of a household leave it, as what they live elsewhere, and who heads those who stay. */
@Component
class Residents {

    private static final String STAY = "stay";
    private static final String HEAD = "head";

    private final FormWords words;

    Residents(FormWords words) {
        this.words = words;
    }

    /** One choice for each member: stays, or the role in the other household. The address may say whom one came from ({@code who}). */
    List<Field> fields(ChangeForm.Asked asked) {
        var options = new LinkedHashMap<String, String>();
        options.put(STAY, words.say("registry.field.role.stay", asked.locale()));
        options.putAll(words.roles(asked.locale()));
        var all = new ArrayList<Field>();
        all.add(words.heading("residents", asked.locale()));
        for (var member : asked.subject().members()) {
            var name = "role_" + member.personId();
            var open = new ChangeForm.Asked(
                    asked.subject(), asked.entries().orElse(new Entries(Map.of(name, List.of(STAY)))), asked.locale());
            all.add(words.labelled(name, Shape.CHOICE, words.person(member, asked.locale()), open, options));
        }
        return all;
    }

    List<Resident> read(ChangeForm.Asked asked, FormReader reader) {
        var leaving = new ArrayList<Resident>();
        for (var member : asked.subject().members()) {
            var options = new ArrayList<>(FormWords.ROLES);
            options.add(STAY);
            reader.choice("role_" + member.personId(), options)
                    .filter(role -> !role.equals(STAY))
                    .ifPresent(role -> leaving.add(new Resident(member.personId(), role)));
        }
        if (leaving.isEmpty() && reader.isFine()) {
            reader.wrong("residents", "registry.wrong.nobody_leaves");
        }
        return leaving;
    }

    /** Asked where the head may leave others behind. */
    Optional<Field> newHead(ChangeForm.Asked asked) {
        return asked.subject().members().size() < 2
                ? Optional.empty()
                : Optional.of(words.field(
                        "head_of_those_who_stay",
                        Shape.CHOICE,
                        asked,
                        words.people(asked.subject().members(), asked.locale())));
    }

    /** Who heads the household that was left, when its head is among those who leave. */
    Optional<Integer> readNewHead(ChangeForm.Asked asked, List<Integer> leaving, FormReader reader) {
        var staying = asked.subject().members().stream()
                .filter(it -> !leaving.contains(it.personId()))
                .toList();
        boolean headLeaves = asked.subject().members().stream()
                .filter(it -> it.role().equals(HEAD))
                .anyMatch(it -> leaving.contains(it.personId()));
        if (!headLeaves || staying.isEmpty()) {
            return Optional.empty();
        }
        var options =
                staying.stream().map(Member::personId).map(String::valueOf).toList();
        return reader.neededChoice("head_of_those_who_stay", options).map(Integer::valueOf);
    }

    static void oneHead(List<Resident> residents, FormReader reader) {
        if (residents.stream().filter(it -> it.role().equals(HEAD)).count() != 1 && !residents.isEmpty()) {
            reader.wrong("residents", "registry.wrong.one_head");
        }
    }
}
