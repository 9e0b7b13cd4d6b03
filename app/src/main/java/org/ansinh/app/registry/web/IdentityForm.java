package org.ansinh.app.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.FilesDesk.Identity;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.PopulationCheckDesk;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.Field.Shape;
import org.ansinh.timeline.DateRange;
import org.springframework.stereotype.Component;

/** Who somebody is, put right from the beginning, or different from a day on. */
@Component
class IdentityForm implements ChangeForm {

    private static final List<String> SEXES = List.of("female", "male");
    private static final List<String> PRECISIONS = List.of("day", "month", "year");

    private final FormWords words;
    private final FactWords facts;
    /** The answer of the population database that is taken over, where the form was opened from one. */
    private static final String CHECK = "check";

    private final PopulationCheckDesk checks;
    private final Clock clock;

    IdentityForm(FormWords words, FactWords facts, PopulationCheckDesk checks, Clock clock) {
        this.words = words;
        this.facts = facts;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "identity";
    }

    @Override
    public boolean isFor(Subject subject) {
        return subject instanceof Subject.OfPerson;
    }

    @Override
    public List<String> carried() {
        return List.of(CHECK);
    }

    @Override
    public List<Field> fields(Asked asked) {
        var locale = asked.locale();
        var filled = new Asked(asked.subject(), asked.entries().orElse(asKnown(asked)), locale);
        return List.of(
                words.field("name", Shape.TEXT, filled),
                words.field("born_as_known", Shape.TEXT, filled),
                words.field(
                        "precision", Shape.RADIOS, filled, words.options("registry.precision.", PRECISIONS, locale)),
                words.field("sex", Shape.RADIOS, filled, words.options("registry.sex.", SEXES, locale)),
                words.field("ethnic_group", Shape.CHOICE, filled, facts.options("ethnic_group", locale)),
                words.field("personal_number", Shape.TEXT, filled),
                words.field("since", Shape.DAY, filled));
    }

    private static Identity who(Asked asked) {
        return ((Subject.OfPerson) asked.subject()).file().identity();
    }

    /** The form opens with what is known; only what is changed says anything. From an answer of the population database it opens with what that says instead. */
    private Entries asKnown(Asked asked) {
        var who = who(asked);
        var known = new TreeMap<String, List<String>>();
        known.put("name", List.of(who.name()));
        known.put("born_as_known", List.of(new Writing(asked.locale()).born(who.born(), who.bornPrecision())));
        known.put("precision", List.of(who.bornPrecision()));
        known.put("sex", List.of(who.sex()));
        var group = who.ethnicGroup();
        known.put("ethnic_group", group == null ? List.of() : List.of(group));
        var number = who.personalNumber();
        known.put("personal_number", number == null ? List.of() : List.of(number));
        answer(asked).ifPresent(it -> known.putAll(told(it, asked.locale())));
        return new Entries(known);
    }

    private Optional<PopulationCheckDesk.Word> answer(Asked asked) {
        return Optional.of(asked.entries().text(CHECK))
                .filter(it -> it.matches("\\d{1,9}"))
                .flatMap(it -> checks.answer(Integer.parseInt(it)))
                .filter(it -> it.personId() == asked.subject().id())
                .flatMap(PopulationCheckDesk.Line::answer)
                .map(PopulationCheckDesk.Answer::word);
    }

    private static Map<String, List<String>> told(PopulationCheckDesk.Word it, Locale locale) {
        var told = new TreeMap<String, List<String>>();
        var theirs = it.theirs();
        theirs.name().ifPresent(name -> told.put("name", List.of(name)));
        theirs.born().ifPresent(born -> {
            var precision = theirs.bornPrecision().orElse("day");
            told.put("born_as_known", List.of(new Writing(locale).born(born, precision)));
            told.put("precision", List.of(precision));
        });
        theirs.sex().ifPresent(sex -> told.put("sex", List.of(sex)));
        theirs.number().ifPresent(number -> told.put("personal_number", List.of(number)));
        if (it.outcome() == PopulationCheckDesk.Outcome.OTHERS_NUMBER) {
            told.put("personal_number", List.of(""));
        }
        return told;
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var entries = asked.entries().orElse(asKnown(asked));
        var reader = new FormReader(entries);
        var name = reader.needed("name");
        var precision = reader.neededChoice("precision", PRECISIONS).orElse("day");
        var born = born(entries, precision, reader);
        var sex = reader.neededChoice("sex", SEXES);
        var group = reader.choice(
                "ethnic_group", facts.options("ethnic_group", asked.locale()).keySet());
        var number = reader.text("personal_number").or(() -> Optional.of(IdentityLine.NO_NUMBER));
        var since = reader.day("since");
        if (since.isPresent() && since.get().isAfter(LocalDate.now(clock))) {
            reader.wrong("since", "registry.wrong.day_in_future", since.get());
        }
        var hadNumber = who(asked).personalNumber() != null;
        var said = new IdentityLine(
                name,
                born,
                precision,
                sex,
                group,
                number.filter(it -> hadNumber || !it.isEmpty()),
                List.of(),
                Optional.empty());
        return reader.says(
                List.of(new Change.Identified(asked.subject().id(), since.orElse(DateRange.FIRST_DAY), said)));
    }

    /** A year or a month alone stands for its first day, marked as no more exact than it is. */
    private static Optional<LocalDate> born(Entries entries, String precision, FormReader reader) {
        var text = entries.text("born_as_known");
        var whole = switch (precision) {
            case "year" -> text.matches("\\d{4}") ? "1/1/" + text : text;
            case "month" -> text.matches("\\d{1,2}\\s*[/.-]\\s*\\d{4}") ? "1/" + text : text;
            default -> text;
        };
        var day = new FormReader(new Entries(Map.of("born", List.of(whole)))).day("born");
        if (day.isEmpty()) {
            reader.wrong(
                    "born_as_known",
                    text.isEmpty() ? "registry.wrong.missing_day" : "registry.wrong.not_a_day",
                    FormReader.shown(text));
        }
        return day;
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return refusal.field().equals("born") || refusal.field().equals("died_on") ? "born_as_known" : refusal.field();
    }
}
