package org.ansinh.app.casework.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.territory.TerritoryDesk;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What programmes and communes are called on a page. */
@Component
class Names {

    private final LawbookDesk lawbook;
    private final TerritoryDesk territory;
    private final MessageSource texts;
    private final Clock clock;

    Names(LawbookDesk lawbook, TerritoryDesk territory, MessageSource texts, Clock clock) {
        this.lawbook = lawbook;
        this.territory = territory;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Map<String, String> programmes(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        lawbook.current()
                .pack()
                .programmes()
                .values()
                .forEach(it -> names.put(
                        it.id(),
                        isEnglish(locale) ? it.label().en() : it.label().vi()));
        return names;
    }

    @Transactional(readOnly = true)
    Map<String, String> communes() {
        var names = new LinkedHashMap<String, String>();
        territory.communesOn(LocalDate.now(clock)).forEach(it -> names.put(it.code(), it.fullName()));
        return names;
    }

    String say(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }

    String say(MessageSourceResolvable what, Locale locale) {
        return texts.getMessage(what, locale);
    }

    List<String> headings(Locale locale) {
        return List.of("number", "name", "born", "village", "commune", "amount", "owed", "why", "missing").stream()
                .map(it -> say("lists.column." + it, locale))
                .toList();
    }

    private static boolean isEnglish(Locale locale) {
        return "en".equals(locale.getLanguage());
    }
}
