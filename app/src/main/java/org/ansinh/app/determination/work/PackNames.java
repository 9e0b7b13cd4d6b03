package org.ansinh.app.determination.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ansinh.app.determination.Names;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.FactDefinition.Sensitivity;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names out of the pack in force and the register of communes. */
@Component
class PackNames implements Names {

    private final LawbookDesk lawbook;
    private final TerritoryDesk territory;
    private final MessageSource texts;
    private final Clock clock;

    PackNames(LawbookDesk lawbook, TerritoryDesk territory, MessageSource texts, Clock clock) {
        this.lawbook = lawbook;
        this.territory = territory;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Map<String, String> programmes(Locale locale) {
        return programmes(locale, it -> true);
    }

    @Override
    public Map<String, String> programmesPaidOut(Locale locale) {
        return programmes(
                locale,
                it -> it.terms().decided() == Programme.Decided.INDIVIDUALLY
                        && it.period() != Programme.Period.STANDING
                        && !isExample(it));
    }

    private static boolean isExample(Programme programme) {
        return programme.provisions().stream().allMatch(it -> it.certainty() == Certainty.EXAMPLE);
    }

    private Map<String, String> programmes(Locale locale, Predicate<Programme> which) {
        var names = new LinkedHashMap<String, String>();
        pack().programmes().values().stream()
                .filter(which)
                .sorted(Comparator.comparing(PackNames::isExample))
                .forEach(it -> names.put(it.id(), it.label().in(language(locale))));
        return names;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> communes() {
        var names = new LinkedHashMap<String, String>();
        territory.communesOn(LocalDate.now(clock)).forEach(it -> names.put(it.code(), it.fullName()));
        return names;
    }

    @Override
    public String provisions(String programme, String ids, Locale locale) {
        var found = pack().programme(programme);
        var met = ids.isEmpty() ? List.<String>of() : List.of(ids.split(","));
        var grounds = found.map(it -> it.combination().grounds(met)).orElse(met);
        return each(
                grounds,
                id -> found.stream()
                        .flatMap(it -> it.provisions().stream())
                        .filter(it -> it.id().equals(id))
                        .map(it -> it.hidden() ? unnamed(locale) : it.says().in(language(locale)))
                        .findFirst()
                        .orElse(id));
    }

    @Override
    public String facts(String ids, Locale locale) {
        return each(
                ids.isEmpty() ? List.of() : List.of(ids.split(",")),
                id -> pack().dictionary()
                        .fact(id)
                        .map(it -> it.sensitivity() == Sensitivity.HIDDEN
                                ? texts.getMessage("names.unnamed-fact", null, locale)
                                : it.label().in(language(locale)))
                        .orElse(id));
    }

    @Override
    public String ethnicGroup(String id, Locale locale) {
        return value("ethnic_group", id, locale);
    }

    @Override
    public String authority(String id, Locale locale) {
        return value("authority", id, locale);
    }

    private String value(String enumeration, String id, Locale locale) {
        return pack().dictionary().enumeration(enumeration).values().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(it -> it.label().in(language(locale)))
                .orElse(id);
    }

    /** The name of a hidden group gives the fact away that nobody may read without a purpose. */
    private String unnamed(Locale locale) {
        return texts.getMessage("names.unnamed-group", null, locale);
    }

    private LawPack pack() {
        return lawbook.current().pack();
    }

    private static String each(List<String> ids, UnaryOperator<String> words) {
        return ids.stream().map(words).distinct().collect(Collectors.joining("; "));
    }

    private static Language language(Locale locale) {
        return Language.of(locale);
    }
}
