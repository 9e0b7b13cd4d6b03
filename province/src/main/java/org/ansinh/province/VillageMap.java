package org.ansinh.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;

/** Draws the villages: as many as there are, with invented names, and with statuses whose totals are the published ones. */
final class VillageMap {

    /** 1,102 extremely difficult villages and 360 others at the beginning of 2026. */
    static final int VILLAGES = 1_462;

    private static final LocalDate REGIONS_OF_2021 = LocalDate.of(2021, 6, 4);
    private static final LocalDate VILLAGES_OF_2021 = LocalDate.of(2021, 9, 16);
    private static final LocalDate NEW_LIST = LocalDate.of(2025, 12, 25);
    /** 17/QĐ-UBND is of January 2026, the day unknown: by the last day of the month it surely held. */
    private static final LocalDate ADJUSTED = LocalDate.of(2026, 1, 31);

    private static final int DIFFICULT_IN_REGION_III = 1_067;
    private static final int DIFFICULT_IN_REGION_II = 2;
    private static final int ADDED = 39;
    private static final int REMOVED = 6;
    private static final List<String> ADDED_IN = List.of("01290", "01795", "01768", "01327", "01726", "01576", "01747");
    private static final List<String> REMOVED_IN = List.of("01699", "01477", "01618", "01654");

    private final Atlas atlas;
    private final List<String> firsts;
    private final List<String> seconds;

    VillageMap(Atlas atlas) {
        this.atlas = atlas;
        var rows = Table.read("village-names.csv").rows();
        firsts = List.of(rows.get(0)[1].split(" "));
        seconds = List.of(rows.get(1)[1].split(" "));
    }

    private record Site(String code, String name, Commune commune, FormerCommune former) {

        int luck(String of) {
            return new Dice(861, Long.parseLong(code.replace("-", "")), of.hashCode()).below(10_000);
        }
    }

    /** The land does not depend on the seed: every demo of every size stands in the same villages. */
    List<Village> draw() {
        var sites = sites();
        var added = pick(sites, ADDED_IN, ADDED);
        var removed = pick(sites, REMOVED_IN, REMOVED);
        var difficult = difficultFromDecember2025(sites, added, removed);
        var villages = new ArrayList<Village>();
        for (var site : sites) {
            boolean december = difficult.contains(site.code());
            boolean later = (december || added.contains(site.code())) && !removed.contains(site.code());
            villages.add(new Village(
                    site.code(),
                    site.name(),
                    site.commune().code(),
                    site.former().code(),
                    new Village.Standing(regions(site), difficulties(site, december, later))));
        }
        return List.copyOf(villages);
    }

    private List<Site> sites() {
        var formers =
                atlas.communes().stream().flatMap(it -> it.former().stream()).toList();
        long people = formers.stream().mapToLong(FormerCommune::population).sum();
        var sites = new ArrayList<Site>();
        long counted = 0;
        int given = 0;
        for (var commune : atlas.communes()) {
            for (var former : commune.former()) {
                counted += former.population();
                int upTo = (int) ((counted * VILLAGES + people / 2) / people);
                int count = Math.max(1, upTo - given);
                given += count;
                addSites(sites, commune, former, count);
            }
        }
        return sites;
    }

    private void addSites(List<Site> sites, Commune commune, FormerCommune former, int count) {
        var dice = new Dice(1_657, Long.parseLong(former.code()));
        Set<String> taken = new HashSet<>();
        String kind = former.name().startsWith("Phường") ? "Tổ dân phố" : "Xóm";
        for (int i = 1; i <= count; i++) {
            String name;
            do {
                name = "%s %s %s".formatted(kind, dice.oneOf(firsts), dice.oneOf(seconds));
            } while (!taken.add(name));
            sites.add(new Site(former.code() + (i < 10 ? "-0" : "-") + i, name, commune, former));
        }
    }

    private static Set<String> pick(List<Site> sites, List<String> communes, int count) {
        Map<String, List<Site>> byCommune = new HashMap<>();
        sites.forEach(it -> byCommune
                .computeIfAbsent(it.commune().code(), code -> new ArrayList<>())
                .add(it));
        var picked = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            var candidates = byCommune.getOrDefault(communes.get(i % communes.size()), List.of());
            candidates.stream()
                    .filter(it -> !picked.contains(it.code()))
                    .max(Comparator.comparing((Site it) -> it.luck("picked")).thenComparing(Site::code))
                    .ifPresent(it -> picked.add(it.code()));
        }
        return picked;
    }

    /** The poorer the commune the likelier, until the published number is reached. */
    private static Set<String> difficultFromDecember2025(List<Site> sites, Set<String> added, Set<String> removed) {
        var order = Comparator.comparingInt(
                        (Site it) -> -it.commune().shares().poverty().poorIn(2025) - it.luck("difficult") / 2)
                .thenComparing(Site::code);
        var difficult = new HashSet<>(removed);
        sites.stream()
                .filter(it -> !it.commune().isWard())
                .filter(it -> !added.contains(it.code()) && !removed.contains(it.code()))
                .sorted(order)
                .limit(DIFFICULT_IN_REGION_III - removed.size())
                .forEach(it -> difficult.add(it.code()));
        sites.stream()
                .filter(it -> newRegion(it.commune()).equals("ii"))
                .sorted(order)
                .limit(DIFFICULT_IN_REGION_II)
                .forEach(it -> difficult.add(it.code()));
        return difficult;
    }

    private static String newRegion(Commune commune) {
        return switch (commune.code()) {
            case "01273" -> "i";
            case "01279", "01288" -> "ii";
            default -> "iii";
        };
    }

    private static Timeline<Village.Region> regions(Site site) {
        return Timeline.of(List.of(
                new Timeline.Span<>(
                        new DateRange(REGIONS_OF_2021, NEW_LIST.minusDays(1)),
                        site.former().region()),
                new Timeline.Span<>(
                        DateRange.startingOn(NEW_LIST),
                        new Village.Region(newRegion(site.commune()), Village.Certainty.CONFIRMED))));
    }

    private static Timeline<Village.Difficulty> difficulties(Site site, boolean december, boolean later) {
        int chance = switch (site.former().region().id()) {
            case "iii" -> 9_200;
            case "ii" -> 4_000;
            default -> 400;
        };
        boolean before = site.luck("before") < chance;
        return Timeline.of(List.of(
                new Timeline.Span<>(new DateRange(VILLAGES_OF_2021, NEW_LIST.minusDays(1)), assumed(before)),
                new Timeline.Span<>(new DateRange(NEW_LIST, ADJUSTED.minusDays(1)), assumed(december)),
                new Timeline.Span<>(DateRange.startingOn(ADJUSTED), assumed(later))));
    }

    private static Village.Difficulty assumed(boolean extreme) {
        return new Village.Difficulty(extreme, Village.Certainty.ASSUMED);
    }
}
