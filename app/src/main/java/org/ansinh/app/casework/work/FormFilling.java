package org.ansinh.app.casework.work;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.casework.FilledForm;
import org.ansinh.app.casework.store.FormRows.Recorded;
import org.ansinh.app.casework.store.FormRows.Who;
import org.ansinh.app.determination.Masks;
import org.ansinh.app.pages.Writing;
import org.ansinh.rules.pack.Dictionary;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.FormSheet;

/** Fills the lines of a form: from who somebody is and from what is recorded, as far as it may stand on a paper. */
final class FormFilling {

    private static final Locale VIETNAMESE = LawInWords.VIETNAMESE;
    private static final Writing WRITING = new Writing(VIETNAMESE);

    private final Dictionary dictionary;
    private final Masks masks;
    private final Who who;
    private final Map<String, Recorded> facts;

    FormFilling(Dictionary dictionary, Masks masks, Who who, Map<String, Recorded> facts) {
        this.dictionary = dictionary;
        this.masks = masks;
        this.who = who;
        this.facts = facts;
    }

    /** Every fact a form asks for. */
    static List<String> asked(FormSheet sheet) {
        return sheet.parts().stream()
                .flatMap(it -> it.lines().stream())
                .flatMap(it -> Stream.concat(
                        it.blanks().stream().flatMap(blank -> blank.fill().stream()),
                        it.boxes().stream().flatMap(box -> box.when().stream()).map(FormSheet.When::fact)))
                .filter(it -> !FormSheet.WORDS.contains(it))
                .distinct()
                .toList();
    }

    List<FilledForm.Part> parts(FormSheet sheet) {
        return sheet.parts().stream()
                .map(it -> new FilledForm.Part(
                        it.heading(), it.lines().stream().map(this::line).toList()))
                .toList();
    }

    private FilledForm.Line line(FormSheet.Line it) {
        return new FilledForm.Line(
                it.number(),
                it.says(),
                it.blanks().stream()
                        .map(blank -> new FilledForm.Blank(
                                blank.says(), blank.fill().map(this::value).orElse("")))
                        .toList(),
                it.boxes().stream()
                        .map(box -> new FilledForm.Box(
                                box.says(), box.when().filter(this::holds).isPresent()))
                        .toList(),
                it.certainty().isPresent());
    }

    private String value(String fill) {
        return switch (fill) {
            case "name" -> who.name();
            case "name_capitals" -> who.name().toUpperCase(VIETNAMESE);
            case "born" -> WRITING.born(who.born().orElse(null), who.bornPrecision());
            case "sex" ->
                switch (who.sex()) {
                    case "male" -> "Nam";
                    case "female" -> "Nữ";
                    default -> "";
                };
            case "ethnic_group" -> named("ethnic_group", who.ethnicGroup());
            case "personal_number" -> who.personalNumber();
            case "residence" -> who.residence();
            case "household_head" -> who.head();
            case "commune" -> who.commune();
            default -> told(fill).map(it -> written(it.fact(), it.recorded())).orElse("");
        };
    }

    /** A fact with what is recorded of it. */
    private record Told(FactDefinition fact, Recorded recorded) {}

    /** What may not stand on paper is left open, like what nobody knows. */
    private Optional<Told> told(String id) {
        return dictionary
                .fact(id)
                .filter(it -> masks.tellsFact(id))
                .flatMap(it -> Optional.ofNullable(facts.get(id)).map(recorded -> new Told(it, recorded)));
    }

    private boolean holds(FormSheet.When when) {
        return told(when.fact())
                .filter(it -> switch (it.fact().type().kind()) {
                    case ENUM, TEXT ->
                        it.recorded().words().filter(when.value()::equals).isPresent();
                    case DAY ->
                        it.recorded()
                                .day()
                                .map(Object::toString)
                                .filter(when.value()::equals)
                                .isPresent();
                    default ->
                        it.recorded()
                                .whole()
                                .filter(whole ->
                                        whole == dictionary.carried(it.fact().type(), when.value()))
                                .isPresent();
                })
                .isPresent();
    }

    private String written(FactDefinition fact, Recorded it) {
        return switch (fact.type().kind()) {
            case BOOL -> it.whole().map(whole -> whole == 1 ? "có" : "không").orElse("");
            case INT -> it.whole().map(WRITING::number).orElse("");
            case DONG ->
                it.whole().map(whole -> WRITING.number(whole) + " đồng").orElse("");
            case DAY -> it.day().map(WRITING::day).orElse("");
            case ENUM ->
                it.words()
                        .map(id -> named(fact.type().enumeration().orElse(""), id))
                        .orElse("");
            case TEXT -> it.words().orElse("");
            // how finely it is measured is not told by its value
            case DECIMAL -> "";
        };
    }

    private String named(String enumeration, String id) {
        return Optional.ofNullable(dictionary.enumerations().get(enumeration))
                .flatMap(it -> it.values().stream()
                        .filter(value -> value.id().equals(id))
                        .findFirst())
                .map(it -> it.label().vi())
                .orElse("");
    }
}
