package org.ansinh.app.registry.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.registry.FilesDesk.KnownFact;
import org.ansinh.rules.pack.Dictionary;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Text;
import org.ansinh.rules.pack.ValueType;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words for facts and their values, from the dictionary of the law in force. */
@Component
class FactWords {

    private final LawbookDesk lawbook;
    private final MessageSource texts;

    FactWords(LawbookDesk lawbook, MessageSource texts) {
        this.lawbook = lawbook;
        this.texts = texts;
    }

    Optional<FactDefinition> definition(String fact) {
        return dictionary().fact(fact);
    }

    List<FactDefinition> all() {
        return dictionary().facts();
    }

    /** What the fact is called; of a fact of many, with what it is about. */
    String label(KnownFact fact, Locale locale) {
        var name = definition(fact.fact()).map(it -> in(it.label(), locale)).orElse(fact.fact());
        return fact.instance().isEmpty() ? name : name + ": " + programme(fact.instance(), locale);
    }

    String programme(String id, Locale locale) {
        return lawbook.current()
                .pack()
                .programme(id)
                .map(it -> in(it.label(), locale))
                .orElse(id);
    }

    String value(KnownFact fact, Locale locale) {
        var writing = new Writing(locale);
        if (fact.day() != null) {
            return writing.day(fact.day());
        }
        var type = definition(fact.fact()).map(FactDefinition::type);
        var words = fact.words();
        if (words != null) {
            return type.flatMap(ValueType::enumeration)
                    .map(it -> option(it, words, locale))
                    .orElse(words);
        }
        var whole = fact.whole() == null ? 0L : fact.whole();
        return switch (type.map(ValueType::kind).orElse(ValueType.Kind.INT)) {
            case BOOL -> texts.getMessage(whole == 1 ? "registry.yes" : "registry.no", null, locale);
            case DONG -> writing.money(whole);
            case DECIMAL ->
                BigDecimal.valueOf(whole, ValueType.FACT_SCALE)
                        .stripTrailingZeros()
                        .toPlainString();
            case INT, DAY, ENUM, TEXT -> writing.number(whole);
        };
    }

    String option(String enumeration, String value, Locale locale) {
        return dictionary().enumeration(enumeration).values().stream()
                .filter(it -> it.id().equals(value))
                .findFirst()
                .map(it -> in(it.label(), locale))
                .orElse(value);
    }

    Map<String, String> options(String enumeration, Locale locale) {
        var options = new LinkedHashMap<String, String>();
        dictionary().enumeration(enumeration).values().forEach(it -> options.put(it.id(), in(it.label(), locale)));
        return options;
    }

    String in(Text text, Locale locale) {
        return text.in(Language.of(locale));
    }

    private Dictionary dictionary() {
        return lawbook.current().pack().dictionary();
    }
}
