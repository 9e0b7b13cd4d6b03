package org.ansinh.app.casework.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.NotUnderstood;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Words of this room's pages, and whether what an address names exists. */
@Component
class CaseWords {

    private final Names names;
    private final MessageSource texts;

    CaseWords(Names names, MessageSource texts) {
        this.names = names;
        this.texts = texts;
    }

    Map<String, String> programmes(Locale locale) {
        return names.programmes(locale);
    }

    String provisions(String programme, String ids, Locale locale) {
        return names.provisions(programme, ids, locale);
    }

    String authority(String id, Locale locale) {
        return names.authority(id, locale);
    }

    Map<String, String> communes() {
        return names.communes();
    }

    /** The programme an address names, which the law in force must have. */
    String programme(String id) {
        if (!names.programmes(Locale.ROOT).containsKey(id)) {
            throw new NotUnderstood("programme", id);
        }
        return id;
    }

    /** The commune an address names; empty text is none. */
    Optional<String> commune(Optional<String> code) {
        var given = code.filter(it -> !it.isBlank());
        given.filter(it -> !names.communes().containsKey(it)).ifPresent(it -> {
            throw new NotUnderstood("commune", it);
        });
        return given;
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
}
