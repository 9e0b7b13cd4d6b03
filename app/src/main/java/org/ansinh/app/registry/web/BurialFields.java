package org.ansinh.app.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.FilesDesk;
import org.ansinh.app.registry.FilesDesk.KnownFact;
import org.ansinh.app.registry.FilesDesk.Tie;
import org.ansinh.app.registry.SubjectRef.Kind;
import org.ansinh.app.registry.web.ChangeForm.Asked;
import org.ansinh.app.registry.web.Field.Shape;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who takes charge of a burial: a person of the area, or an organisation. It is said for the day of the death, on which the law decides. */
@Component
class BurialFields {

    /** The field that says who. */
    static final String WHO = "buried_by";

    private static final String LOOK_FOR = "burier_look_for";
    private static final String NAME = "burying_organisation";
    private static final String GROUND = "burial_ground";
    private static final String ORGANISATION = "organisation";
    private static final int MOST_FOUND = 20;

    private static final String BURIES = "person.buries";
    private static final String DIED_ON = "person.buried_died_on";
    private static final String OF_GROUND = "person.burial_ground";
    private static final String BY_ORGANISATION = "person.buried_by_organisation";
    private static final String BY_NAME = "person.burying_organisation";
    private static final List<String> OWN = List.of(DIED_ON, OF_GROUND, BY_ORGANISATION, BY_NAME);

    private final FormWords words;
    private final FactWords facts;
    private final FilesDesk files;

    BurialFields(FormWords words, FactWords facts, FilesDesk files) {
        this.words = words;
        this.facts = facts;
        this.files = files;
    }

    List<Field> fields(Asked asked) {
        return List.of(
                words.field(WHO, Shape.CHOICE, asked, whoever(asked)),
                words.field(LOOK_FOR, Shape.TEXT, asked),
                words.field(NAME, Shape.TEXT, asked),
                words.field(GROUND, Shape.CHOICE, asked, facts.options(GROUND, asked.locale())));
    }

    Field heading(Asked asked) {
        return words.heading("burial", asked.locale());
    }

    /** Those who live there, whoever was found by the words typed, and an organisation. */
    private Map<String, String> whoever(Asked asked) {
        var locale = asked.locale();
        int dead = asked.subject().id();
        var options = new LinkedHashMap<String, String>();
        words.people(asked.subject().members(), locale).forEach((id, told) -> {
            if (!id.equals(Integer.toString(dead))) {
                options.put(id, told);
            }
        });
        if (asked.entries().has(LOOK_FOR)) {
            files.find(asked.entries().text(LOOK_FOR)).hits().stream()
                    .filter(it -> it.personId() != dead && it.diedOn() == null)
                    .limit(MOST_FOUND)
                    .forEach(it -> options.putIfAbsent(Integer.toString(it.personId()), words.told(it, locale)));
        }
        options.put(ORGANISATION, words.say("registry.field.buried_by.organisation", locale));
        return options;
    }

    /** What is to be recorded for a death on that day; nothing where nobody is named. */
    List<Change> read(FormReader reader, Asked asked, LocalDate diedOn) {
        var who = reader.choice(WHO, whoever(asked).keySet());
        var name = reader.text(NAME);
        var ground = reader.choice(GROUND, facts.options(GROUND, asked.locale()).keySet());
        boolean organised = who.filter(ORGANISATION::equals).isPresent();
        if (who.isEmpty() && name.isPresent()) {
            reader.wrong(WHO, "registry.wrong.not_chosen");
        } else if (organised && name.isEmpty()) {
            reader.wrong(NAME, "registry.wrong.missing");
        } else if (who.isPresent() && !organised && name.isPresent()) {
            reader.wrong(NAME, "registry.wrong.one_burier");
        }
        if (who.isEmpty() || !reader.isFine()) {
            return List.of();
        }
        int dead = asked.subject().id();
        var day = new DateRange(diedOn, diedOn);
        var changes = new ArrayList<>(takenBack(asked.subject()));
        int burier = organised ? dead : Integer.parseInt(who.get());
        if (organised) {
            changes.add(stated(dead, BY_ORGANISATION, day, FactValue.YES));
            changes.add(stated(dead, BY_NAME, day, FactValue.words(name.orElseThrow())));
        } else {
            changes.add(new Change.Tied(burier, dead, BURIES, day));
        }
        changes.add(stated(burier, DIED_ON, day, FactValue.day(diedOn)));
        ground.ifPresent(it -> changes.add(stated(burier, OF_GROUND, day, FactValue.words(it))));
        return changes;
    }

    /** Whoever was recorded before buries nobody any more; somebody of another area stays, for their own commune to mend. */
    List<Change> takenBack(Subject subject) {
        if (!(subject instanceof Subject.OfPerson(var file))) {
            return List.of();
        }
        int dead = subject.id();
        var changes = new ArrayList<Change>();
        file.ties().stream().filter(BurialFields::isOfBurier).forEach(it -> {
            var days = days(it.since(), it.until());
            changes.add(new Change.Untied(it.personId(), dead, BURIES, days));
            changes.add(retracted(it.personId(), DIED_ON, days));
            changes.add(retracted(it.personId(), OF_GROUND, days));
        });
        if (wasOrganised(file.facts())) {
            file.facts().stream()
                    .filter(it -> OWN.contains(it.fact()))
                    .forEach(it -> changes.add(retracted(dead, it.fact(), days(it.since(), it.until()))));
        }
        return changes;
    }

    private static boolean isOfBurier(Tie tie) {
        return tie.kind().equals(BURIES) && !tie.outward() && tie.name() != null;
    }

    private static boolean wasOrganised(List<KnownFact> known) {
        return known.stream().anyMatch(it -> it.fact().equals(BY_ORGANISATION));
    }

    private static DateRange days(LocalDate since, @Nullable LocalDate until) {
        return until == null ? DateRange.startingOn(since) : new DateRange(since, until);
    }

    private static Change stated(int person, String fact, DateRange day, FactValue value) {
        return new Change.Stated(Kind.PERSON, person, fact, "", day, value);
    }

    private static Change retracted(int person, String fact, DateRange days) {
        return new Change.Retracted(Kind.PERSON, person, fact, "", days);
    }
}
