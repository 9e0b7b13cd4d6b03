package org.ansinh.app.registry.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.FilesDesk.Member;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.Field.Shape;
import org.springframework.stereotype.Component;

/** A newborn joins the household, with or without a number, tied to mother and father. */
@Component
class BirthForm implements ChangeForm {

    private static final List<String> SEXES = List.of("female", "male");
    private static final List<String> ROLES = List.of("child", "grandchild", "relative", "other");

    private final FormWords words;
    private final FactWords facts;

    BirthForm(FormWords words, FactWords facts) {
        this.words = words;
        this.facts = facts;
    }

    @Override
    public String kind() {
        return "birth";
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
        var locale = asked.locale();
        return List.of(
                words.field("name", Shape.TEXT, asked),
                words.field("born", Shape.DAY, asked),
                words.field("sex", Shape.RADIOS, asked, words.options("registry.sex.", SEXES, locale)),
                words.field("mother", Shape.CHOICE, asked, parents(asked, "female")),
                words.field("father", Shape.CHOICE, asked, parents(asked, "male")),
                words.field("role", Shape.CHOICE, asked, words.options("registry.role.", ROLES, locale)),
                words.field("ethnic_group", Shape.CHOICE, asked, facts.options("ethnic_group", locale)),
                words.field("newborn_number", Shape.TEXT, asked));
    }

    private Map<String, String> parents(Asked asked, String sex) {
        var options = new LinkedHashMap<String, String>();
        options.put("none", words.say("registry.field.parent.none", asked.locale()));
        options.putAll(words.people(
                asked.subject().members().stream()
                        .filter(it -> it.sex().equals(sex))
                        .toList(),
                asked.locale()));
        return options;
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var reader = new FormReader(asked.entries());
        var name = reader.needed("name");
        var born = reader.neededDay("born");
        var sex = reader.neededChoice("sex", SEXES);
        var mother = parent(reader, "mother", asked, "female");
        var father = parent(reader, "father", asked, "male");
        var role = reader.neededChoice("role", ROLES);
        var group = reader.choice(
                "ethnic_group", facts.options("ethnic_group", asked.locale()).keySet());
        var number = reader.text("newborn_number");
        bornAfter(born, mother, asked, reader, "mother");
        bornAfter(born, father, asked, reader, "father");
        if (!reader.isFine()) {
            return reader.nothing();
        }
        var child = new IdentityLine(name, born, "day", sex, group, number, List.of(), Optional.empty());
        var changes = new ArrayList<Change>();
        changes.add(new Change.Birth(child, mother, father, asked.subject().id(), role.orElseThrow()));
        return reader.says(changes);
    }

    private Optional<Integer> parent(FormReader reader, String field, Asked asked, String sex) {
        return reader.choice(field, parents(asked, sex).keySet())
                .filter(it -> !it.equals("none"))
                .map(Integer::valueOf);
    }

    /** A parent younger than the child is a slip of the pen. */
    private static void bornAfter(
            Optional<java.time.LocalDate> child,
            Optional<Integer> parent,
            Asked asked,
            FormReader reader,
            String field) {
        asked.subject().members().stream()
                .filter(it -> parent.filter(id -> id == it.personId()).isPresent())
                .map(Member::born)
                .filter(born -> child.filter(it -> !it.isAfter(born)).isPresent())
                .forEach(born -> reader.wrong(field, "registry.wrong.parent_younger", born));
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return refusal.field().equals("personal_number") ? "newborn_number" : refusal.field();
    }
}
