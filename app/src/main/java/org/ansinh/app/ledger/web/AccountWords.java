package org.ansinh.app.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ansinh.app.determination.Names;
import org.ansinh.app.ledger.EntrySource;
import org.ansinh.app.ledger.LedgerDesk.Account;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What accounts, entries and where they come from are called. */
@Component
class AccountWords {

    private final Names names;
    private final MessageSource texts;
    private final Map<String, EntrySource> sources;

    AccountWords(Names names, MessageSource texts, List<EntrySource> sources) {
        this.names = names;
        this.texts = texts;
        this.sources = sources.stream().collect(Collectors.toMap(EntrySource::kind, it -> it));
    }

    Names names() {
        return names;
    }

    String say(String key, Locale locale, Object... of) {
        return texts.getMessage("ledger." + key, of, locale);
    }

    /** An account's class, and what sets it apart from others of the class. */
    record Label(String kind, String apart) {}

    Label of(Account account, Locale locale) {
        var apart = new ArrayList<String>();
        account.programme()
                .map(it -> names.programmes(locale).getOrDefault(it, it))
                .ifPresent(apart::add);
        account.commune().map(it -> names.communes().getOrDefault(it, it)).ifPresent(apart::add);
        account.year().map(it -> Integer.toString(it)).ifPresent(apart::add);
        account.source().map(it -> say("budget.source." + it, locale)).ifPresent(apart::add);
        account.provider().map(it -> say("provider." + it, locale)).ifPresent(apart::add);
        return new Label(say("class." + account.kind(), locale), String.join(" · ", apart));
    }

    String source(String kind, long number, Locale locale) {
        return say("source." + kind, locale, Long.toString(number));
    }

    Optional<String> href(String kind, long number) {
        return Optional.ofNullable(sources.get(kind)).map(it -> it.href(number));
    }
}
