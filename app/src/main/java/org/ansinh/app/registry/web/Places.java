package org.ansinh.app.registry.web;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ansinh.app.registry.FilesDesk;
import org.ansinh.app.registry.VillageReportDesk.Notice;
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

    /** By name; communes that were joined have villages of one name, which are told apart by their codes. */
    Map<String, String> villages(String commune) {
        var villages = territory.villagesOf(commune, LocalDate.now(clock));
        var called = villages.stream().collect(Collectors.groupingBy(Village::name, Collectors.counting()));
        var options = new LinkedHashMap<String, String>();
        villages.stream()
                .sorted(Comparator.comparing(Village::name, asInVietnamese()).thenComparing(Village::code))
                .forEach(it -> options.put(
                        Integer.toString(it.villageId()),
                        called.getOrDefault(it.name(), 1L) > 1 ? it.name() + " (" + it.code() + ")" : it.name()));
        return options;
    }

    /** Names of places are read in the order of their own language, Đ after D. */
    private static Collator asInVietnamese() {
        return Collator.getInstance(Locale.of("vi"));
    }

    Map<String, String> communesBut(String own) {
        var options = new LinkedHashMap<String, String>();
        territory.communesOn(LocalDate.now(clock)).stream()
                .filter(it -> !it.code().equals(own))
                .sorted(Comparator.comparing(Commune::name, asInVietnamese()))
                .forEach(it -> options.put(it.code(), it.fullName()));
        return options;
    }

    /** What the villages of these lines are called. */
    Map<Integer, String> villages(List<Notice> lines) {
        var called = new LinkedHashMap<Integer, String>();
        lines.stream()
                .flatMap(it -> it.villageId().stream())
                .distinct()
                .forEach(id -> village(id).ifPresent(it -> called.put(id, it.name())));
        return called;
    }

    Optional<Village> village(int id) {
        return territory.village(id, LocalDate.now(clock));
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
