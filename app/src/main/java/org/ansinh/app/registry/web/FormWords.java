package org.ansinh.app.registry.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.registry.FilesDesk.Hit;
import org.ansinh.app.registry.FilesDesk.Member;
import org.ansinh.app.registry.LoadResult.Repair;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.Field.Shape;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Labels, hints, options and sentences of forms, and fields made of them: {@code registry.field.NAME}, {@code .hint}. */
@Component
class FormWords {

    /** What somebody may be in a household, in the order in which one looks for it. */
    static final List<String> ROLES = List.of(
            "head",
            "spouse",
            "child",
            "parent",
            "grandchild",
            "grandparent",
            "sibling",
            "child_in_law",
            "relative",
            "other");

    private final MessageSource texts;

    FormWords(MessageSource texts) {
        this.texts = texts;
    }

    String say(String key, Locale locale, Object... about) {
        return texts.getMessage(key, about, locale);
    }

    @Nullable
    String sayIfAny(String key, Locale locale) {
        return texts.getMessage(key, null, null, locale);
    }

    /** A field by the words for its name. */
    Field field(String name, Shape shape, ChangeForm.Asked asked) {
        return field(name, shape, asked, Map.of());
    }

    Field field(String name, Shape shape, ChangeForm.Asked asked, Map<String, String> options) {
        var locale = asked.locale();
        return new Field(
                name,
                shape,
                say("registry.field." + name, locale),
                sayIfAny("registry.field." + name + ".hint", locale),
                options,
                asked.entries().values().getOrDefault(name, List.of()),
                null);
    }

    Field labelled(String name, Shape shape, String label, ChangeForm.Asked asked, Map<String, String> options) {
        return new Field(
                name, shape, label, null, options, asked.entries().values().getOrDefault(name, List.of()), null);
    }

    Field heading(String name, Locale locale) {
        return new Field(
                name,
                Shape.HEADING,
                say("registry.field." + name, locale),
                sayIfAny("registry.field." + name + ".hint", locale),
                Map.of(),
                List.of(),
                null);
    }

    static Field hidden(String name, String value) {
        return new Field(name, Shape.HIDDEN, name, null, Map.of(), List.of(value), null);
    }

    Map<String, String> roles(Locale locale) {
        return options("registry.role.", ROLES, locale);
    }

    Map<String, String> options(String prefix, List<String> ids, Locale locale) {
        var options = new LinkedHashMap<String, String>();
        ids.forEach(id -> options.put(id, say(prefix + id, locale)));
        return options;
    }

    /** People to choose among, told apart by year and role. */
    Map<String, String> people(List<Member> members, Locale locale) {
        var options = new LinkedHashMap<String, String>();
        members.forEach(it -> options.put(Integer.toString(it.personId()), person(it, locale)));
        return options;
    }

    String person(Member it, Locale locale) {
        var role = sayIfAny("registry.role." + it.role(), locale);
        return "%s (%s, %s)"
                .formatted(
                        it.name(),
                        role == null ? it.role() : role,
                        new Writing(locale).born(it.born(), it.bornPrecision()));
    }

    /** Somebody found, with enough to tell people of one name apart. */
    String told(Hit hit, Locale locale) {
        var village = hit.village();
        var number = hit.personalNumber();
        return say(
                "registry.field.second.told",
                locale,
                hit.name(),
                new Writing(locale).born(hit.born(), hit.bornPrecision()),
                village == null ? say("registry.no-village", locale) : village,
                hit.headName() == null ? "–" : hit.headName(),
                number == null ? say("registry.number.none", locale) : number);
    }

    String sentence(Wrong wrong, Locale locale) {
        return say(
                wrong.key(),
                locale,
                wrong.about().stream().map(it -> written(it, locale)).toArray());
    }

    /** The register's own refusal, in words for a form where a file's would not do, with days as offices write them. */
    String sentence(Refusal refusal, Locale locale) {
        var about = new Object[] {written(refusal.value(), locale), written(refusal.detail(), locale)};
        var own = texts.getMessage("registry.refused." + refusal.why(), about, null, locale);
        return own == null ? say("registry.refusal." + refusal.why(), locale, about) : own;
    }

    String sentence(Repair repair, Locale locale) {
        return say("registry.repair." + repair.why(), locale, repair.from(), repair.to());
    }

    private static Object written(Object value, Locale locale) {
        var writing = new Writing(locale);
        if (value instanceof LocalDate day) {
            return writing.day(day);
        }
        if (value instanceof Number number) {
            return writing.number(number.longValue());
        }
        try {
            return writing.day(LocalDate.parse(value.toString()));
        } catch (DateTimeParseException notADay) {
            return value;
        }
    }
}
