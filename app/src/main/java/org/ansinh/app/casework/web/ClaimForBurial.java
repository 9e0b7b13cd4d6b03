package org.ansinh.app.casework.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.registry.FilesDesk;
import org.ansinh.app.registry.FilesDesk.Hit;
import org.ansinh.app.registry.FilesDesk.Member;
import org.ansinh.app.registry.VillageReportDesk;
import org.springframework.stereotype.Component;

/** Whoever asks for help with a funeral tells of a death that the register may not know yet: the money of the dead is held at once, and the death waits to be recorded. */
@Component
class ClaimForBurial {

    private static final int MOST_FOUND = 20;

    private final ApplicationDesk desk;
    private final VillageReportDesk villages;
    private final FilesDesk files;
    private final CaseWords words;

    ClaimForBurial(ApplicationDesk desk, VillageReportDesk villages, FilesDesk files, CaseWords words) {
        this.desk = desk;
        this.villages = villages;
        this.files = files;
        this.words = words;
    }

    /** The living who may have died: those who live with whoever asks, and whoever is found by the words typed. */
    Map<String, String> mayHaveDied(int claimant, String lookFor, Locale locale) {
        var options = new LinkedHashMap<String, String>();
        files.person(claimant, Optional.empty()).stream()
                .flatMap(it -> it.household().stream())
                .filter(it -> it.diedOn() == null && it.personId() != claimant)
                .forEach(it -> options.put(Integer.toString(it.personId()), told(it, locale)));
        if (!lookFor.isBlank()) {
            files.find(lookFor).hits().stream()
                    .filter(it -> it.diedOn() == null && it.personId() != claimant)
                    .limit(MOST_FOUND)
                    .forEach(it -> options.putIfAbsent(Integer.toString(it.personId()), told(it, locale)));
        }
        return options;
    }

    private static String told(Member it, Locale locale) {
        return "%s (%s)".formatted(it.name(), new Writing(locale).born(it.born(), it.bornPrecision()));
    }

    private static String told(Hit it, Locale locale) {
        return "%s (%s), %s"
                .formatted(
                        it.name(),
                        new Writing(locale).born(it.born(), it.bornPrecision()),
                        Optional.ofNullable(it.village()).orElse("–"));
    }

    /** What is wrong with what was said of the dead; empty where nothing is, or nothing was said. */
    Optional<String> wrong(String programme, Optional<Integer> dead, String diedOn, Locale locale) {
        if (dead.isEmpty() && diedOn.isBlank()) {
            return Optional.empty();
        }
        if (dead.isEmpty() || !desk.isForABurial(programme)) {
            return Optional.of(words.say(dead.isEmpty() ? "files.dead.who" : "files.dead.not-burial", locale));
        }
        var day = DayEntry.read(diedOn);
        return diedOn.isBlank() || day.filter(it -> !it.isAfter(words.today())).isPresent()
                ? Optional.empty()
                : Optional.of(words.say("decisions.day.wrong", locale));
    }

    /** Tells of the death for the file that was opened. */
    void tell(long file, int dead, String diedOn, Locale locale) {
        Optional<LocalDate> day = DayEntry.read(diedOn);
        villages.claimTells(dead, day, words.say("files.dead.note", locale, Long.toString(file)));
    }
}
