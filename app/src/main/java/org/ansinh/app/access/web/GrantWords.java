package org.ansinh.app.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansinh.app.access.StaffDesk;
import org.ansinh.app.access.StaffDesk.Grant;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Programme;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Roles, communes and purposes as words, in the order in which one chooses among them. Purposes are those the law's dictionary names. */
@Component
class GrantWords {
    private final TerritoryDesk territory;
    private final LawbookDesk lawbook;
    private final MessageSource texts;
    private final Clock clock;

    GrantWords(TerritoryDesk territory, LawbookDesk lawbook, MessageSource texts, Clock clock) {
        this.territory = territory;
        this.lawbook = lawbook;
        this.texts = texts;
        this.clock = clock;
    }

    String say(String key, Locale locale, Object... details) {
        return String.valueOf(texts.getMessage(key, details, key, locale));
    }

    Set<String> purposes() {
        var purposes = new TreeSet<String>();
        lawbook.current().pack().dictionary().facts().stream()
                .map(FactDefinition::purposes)
                .forEach(purposes::addAll);
        // a programme whose name alone would give a hidden fact away is a purpose of its own
        lawbook.current().pack().programmes().values().stream()
                .filter(Programme::hidden)
                .map(Programme::id)
                .forEach(purposes::add);
        return purposes;
    }

    String purpose(String id, Locale locale) {
        var language = Language.of(locale);
        return lawbook.current()
                .pack()
                .programme(id)
                .filter(Programme::hidden)
                .map(it -> it.label().in(language))
                .orElseGet(() -> say("purpose." + id, locale));
    }

    void addTo(Model model, Locale locale) {
        var roles = new LinkedHashMap<String, String>();
        StaffDesk.ROLES.forEach(it -> roles.put(it, say("role." + it, locale)));
        var communes = new LinkedHashMap<String, String>();
        communes.put("*", say("access.area.province", locale));
        territory.communesOn(LocalDate.now(clock)).stream()
                .sorted(Comparator.comparing(it -> it.name()))
                .forEach(it -> communes.put(it.code(), it.fullName()));
        var purposes = new LinkedHashMap<String, String>();
        purposes().forEach(it -> purposes.put(it, purpose(it, locale)));
        var grants = new LinkedHashMap<String, Map<String, String>>();
        grants.put(Grant.ROLE.name(), roles);
        grants.put(Grant.AREA.name(), communes);
        grants.put(Grant.PURPOSE.name(), purposes);
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("person", say("access.officer.person", locale));
        kinds.put("program", say("access.officer.program", locale));
        model.addAttribute("roleNames", roles);
        model.addAttribute("communeNames", communes);
        model.addAttribute("purposeNames", purposes);
        model.addAttribute("grantNames", grants);
        model.addAttribute("kindNames", kinds);
    }
}
