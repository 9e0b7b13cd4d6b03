package org.ansinh.app.casework.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.NotUnderstood;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Words of this room's pages, and whether what an address names exists. */
@Component
class CaseWords {

    private final Names names;
    private final MessageSource texts;
    private final Clock clock;

    CaseWords(Names names, MessageSource texts, Clock clock) {
        this.names = names;
        this.texts = texts;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
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

    /** What the database refuses is told in a sentence; nothing of the act stays. */
    void attempt(RedirectAttributes after, Locale locale, Supplier<String> act) {
        try {
            after.addFlashAttribute("done", act.get());
        } catch (DataAccessException trouble) {
            after.addFlashAttribute("refused", say(BrokenRule.orThrow(trouble), locale));
        }
    }

    List<String> headings(Locale locale) {
        return List.of("number", "name", "born", "village", "commune", "amount", "owed", "why", "missing").stream()
                .map(it -> say("lists.column." + it, locale))
                .toList();
    }
}
