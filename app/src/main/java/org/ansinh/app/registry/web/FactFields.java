package org.ansinh.app.registry.web;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.FilesDesk.KnownFact;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.registry.web.Field.Shape;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.rules.pack.ValueType;
import org.springframework.stereotype.Component;

/** Fields for facts, as the dictionary of the law describes them: label, type, range, list of values, and who may state them. */
@Component
class FactFields {

    private static final String OFFICER = "commune_officer";

    /** Who somebody is and where a household stands have forms of their own. */
    private static final List<String> OWN_FORMS = List.of(
            "person.born",
            "person.sex",
            "person.ethnic_group",
            "person.died_on",
            "household.village",
            "household.head");

    private final FactWords words;
    private final FormWords texts;

    FactFields(FactWords words, FormWords texts) {
        this.words = words;
        this.texts = texts;
    }

    /** What a commune officer may state of such a subject: by the first field of work that asks for it, then by label. */
    Map<String, Map<String, String>> stateable(SubjectRef.Kind kind, Locale locale) {
        var wanted = kind == SubjectRef.Kind.PERSON ? SubjectKind.PERSON : SubjectKind.HOUSEHOLD;
        var inOrder = Collator.getInstance(locale);
        var groups = new TreeMap<String, Map<String, String>>(inOrder);
        words.all().stream()
                .filter(it -> it.subject() == wanted && isStateable(it))
                .sorted(Comparator.comparing(it -> words.in(it.label(), locale), inOrder))
                .forEach(it -> groups.computeIfAbsent(group(it, locale), name -> new LinkedHashMap<>())
                        .put(it.id(), words.in(it.label(), locale)));
        return groups;
    }

    private String group(FactDefinition fact, Locale locale) {
        return fact.purposes().stream()
                .findFirst()
                .flatMap(it -> Optional.ofNullable(texts.sayIfAny("purpose." + it, locale)))
                .orElseGet(() -> texts.say("registry.field.which_fact.other", locale));
    }

    static boolean isStateable(FactDefinition fact) {
        return fact.statedBy().contains(OFFICER) && !fact.many() && !OWN_FORMS.contains(fact.id());
    }

    Optional<FactDefinition> definition(String fact) {
        return words.definition(fact);
    }

    String label(String fact, Locale locale) {
        return words.definition(fact).map(it -> words.in(it.label(), locale)).orElse(fact);
    }

    Field field(FactDefinition fact, ChangeForm.Asked asked) {
        var locale = asked.locale();
        var shape = switch (fact.type().kind()) {
            case BOOL -> Shape.RADIOS;
            case ENUM -> Shape.CHOICE;
            case DAY -> Shape.DAY;
            case DONG -> Shape.MONEY;
            case INT, DECIMAL, TEXT -> Shape.TEXT;
        };
        var hint = fact.sensitivity() == FactDefinition.Sensitivity.ORDINARY
                ? null
                : texts.say("registry.form.sensitive", locale);
        return new Field(
                fact.id(),
                shape,
                words.in(fact.label(), locale),
                hint,
                options(fact, locale),
                asked.entries().values().getOrDefault(fact.id(), List.of()),
                null);
    }

    private Map<String, String> options(FactDefinition fact, Locale locale) {
        return switch (fact.type().kind()) {
            case BOOL -> {
                var answers = new LinkedHashMap<String, String>();
                answers.put("yes", texts.say("registry.yes", locale));
                answers.put("no", texts.say("registry.no", locale));
                yield answers;
            }
            case ENUM -> words.options(fact.type().enumeration().orElseThrow(), locale);
            case DAY, DONG, INT, DECIMAL, TEXT -> Map.of();
        };
    }

    /** What stands in the field, as the register carries it. */
    Optional<FactValue> value(FactDefinition fact, FormReader reader, Locale locale) {
        var name = fact.id();
        return switch (fact.type().kind()) {
            case BOOL ->
                reader.neededChoice(name, List.of("yes", "no"))
                        .map(it -> it.equals("yes") ? FactValue.YES : FactValue.NO);
            case ENUM ->
                reader.neededChoice(name, options(fact, locale).keySet()).map(FactValue::words);
            case DAY ->
                reader.neededDay(name).filter(it -> inRange(fact, it, reader)).map(FactValue::day);
            case INT, DONG ->
                reader.whole(name).filter(it -> inRange(fact, it, reader)).map(FactValue::whole);
            case DECIMAL ->
                reader.decimal(name)
                        .map(it -> it.setScale(ValueType.FACT_SCALE)
                                .unscaledValue()
                                .longValueExact())
                        .filter(it -> inRange(fact, it, reader))
                        .map(FactValue::whole);
            case TEXT -> reader.needed(name).map(FactValue::words);
        };
    }

    private static boolean inRange(FactDefinition fact, long value, FormReader reader) {
        boolean fits = value >= fact.range().min() && value <= fact.range().max();
        if (!fits) {
            reader.wrong(
                    fact.id(),
                    "registry.wrong.out_of_range",
                    fact.range().min(),
                    fact.range().max());
        }
        return fits;
    }

    private static boolean inRange(FactDefinition fact, LocalDate day, FormReader reader) {
        boolean fits = day.toEpochDay() >= fact.range().min()
                && day.toEpochDay() <= fact.range().max();
        if (!fits) {
            reader.wrong(
                    fact.id(),
                    "registry.wrong.out_of_range",
                    LocalDate.ofEpochDay(fact.range().min()),
                    LocalDate.ofEpochDay(fact.range().max()));
        }
        return fits;
    }

    /** A known value as one would type it, for a form that corrects it. */
    String typed(FactDefinition fact, KnownFact known, Locale locale) {
        return switch (fact.type().kind()) {
            case BOOL -> known.whole() != null && known.whole() == 1 ? "yes" : "no";
            case ENUM, TEXT -> known.words() == null ? "" : known.words();
            case DAY, DONG, INT, DECIMAL -> words.value(known, locale).replace("\u00a0đ", "");
        };
    }
}
