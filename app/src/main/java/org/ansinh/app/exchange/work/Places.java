package org.ansinh.app.exchange.work;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ansinh.app.exchange.model.Words;
import org.ansinh.app.territory.Commune;
import org.ansinh.app.territory.Resolution;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.app.territory.TerritoryDesk.Village;

/** Communes and villages as a file names them on its day, brought forward to today. */
final class Places {

    private final TerritoryDesk territory;
    private final LocalDate asOf;
    private final LocalDate today;
    private final Map<String, Place> communes = new HashMap<>();
    private final Map<String, Map<String, List<Village>>> villages = new HashMap<>();

    Places(TerritoryDesk territory, LocalDate asOf, LocalDate today) {
        this.territory = territory;
        this.asOf = asOf;
        this.today = today;
    }

    /** What is meant: a commune of today, perhaps forwarded, or why not. */
    sealed interface Place {
        record In(String code, Optional<Commune> formerly, String name) implements Place {}

        record No(String why, String candidates) implements Place {}
    }

    Place commune(String words, String district) {
        return communes.computeIfAbsent(words + '\n' + district, it -> resolved(words, district));
    }

    private Place resolved(String words, String district) {
        return switch (territory.resolve(words, district.isEmpty() ? null : district, asOf)) {
            case Resolution.Found(var commune) -> forward(commune);
            case Resolution.Forwarded(var commune, var formerly) ->
                new Place.In(commune.code(), Optional.of(formerly), commune.fullName());
            case Resolution.Ambiguous(var candidates) -> new Place.No("commune_ambiguous", names(candidates));
            case Resolution.Unknown(var nearest) -> new Place.No("commune_unknown", names(nearest));
            case Resolution.NotYet(var commune) ->
                new Place.No(
                        "commune_not_yet",
                        commune.fullName() + " " + commune.days().from());
        };
    }

    private Place forward(Commune commune) {
        if (commune.days().includes(today)) {
            return new Place.In(commune.code(), Optional.empty(), commune.fullName());
        }
        return commune.successor()
                .flatMap(code -> territory.commune(code, today))
                .<Place>map(it -> new Place.In(it.code(), Optional.of(commune), it.fullName()))
                .orElseGet(() -> new Place.No("commune_unknown", ""));
    }

    private static String names(List<Commune> communes) {
        return communes.stream()
                .map(it -> it.nameInDistrict() + " (" + it.code() + ")")
                .collect(Collectors.joining("; "));
    }

    /** Villages of that name or code in the commune today. */
    List<Village> villages(String commune, String words) {
        return villages.computeIfAbsent(commune, this::byName).getOrDefault(bare(words), List.of());
    }

    private Map<String, List<Village>> byName(String commune) {
        var found = new HashMap<String, List<Village>>();
        for (var village : territory.villagesOf(commune, today)) {
            found.computeIfAbsent(bare(village.name()), it -> new java.util.ArrayList<>(1))
                    .add(village);
            if (!bare(village.code()).equals(bare(village.name()))) {
                found.computeIfAbsent(bare(village.code()), it -> new java.util.ArrayList<>(1))
                        .add(village);
            }
        }
        return found;
    }

    private static String bare(String name) {
        return Words.folded(name).replaceFirst("^(thon|xom|to dan pho|tdp|khu|ban) ", "");
    }
}
