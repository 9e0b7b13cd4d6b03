package org.ansinh.app.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.registry.FilesDesk;
import org.ansinh.app.territory.Commune;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.app.territory.TerritoryDesk.Village;
import org.springframework.stereotype.Component;

/** Communes, villages and households to choose among. */
@Component
class Places {

    private final TerritoryDesk territory;
    private final FilesDesk files;
    private final Clock clock;

    Places(TerritoryDesk territory, FilesDesk files, Clock clock) {
        this.territory = territory;
        this.files = files;
        this.clock = clock;
    }

    Map<String, String> villages(String commune) {
        var options = new LinkedHashMap<String, String>();
        territory.villagesOf(commune, LocalDate.now(clock)).stream()
                .sorted(Comparator.comparing(Village::name))
                .forEach(it -> options.put(Integer.toString(it.villageId()), it.name()));
        return options;
    }

    Map<String, String> communesBut(String own) {
        var options = new LinkedHashMap<String, String>();
        territory.communesOn(LocalDate.now(clock)).stream()
                .filter(it -> !it.code().equals(own))
                .sorted(Comparator.comparing(Commune::name))
                .forEach(it -> options.put(it.code(), it.fullName()));
        return options;
    }

    String commune(String code) {
        return territory
                .commune(code, LocalDate.now(clock))
                .map(Commune::fullName)
                .orElse(code);
    }

    /** A household of the area by its code. */
    Optional<Integer> household(String code) {
        return files.householdByCode(code);
    }
}
