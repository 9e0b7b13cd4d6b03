package org.ansinh.province;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names in the manner of each ethnic group. */
final class Names {

    private record Surnames(List<String> names, int[] cumulated) {}

    private final Map<String, Surnames> surnames = new HashMap<>();
    private final Map<String, List<String>> parts = new HashMap<>();

    Names() {
        Map<String, List<String[]>> byGroup = new HashMap<>();
        for (var row : Table.read("surnames.csv").rows()) {
            byGroup.computeIfAbsent(row[0], group -> new ArrayList<>()).add(row);
        }
        byGroup.forEach((group, rows) -> surnames.put(
                group,
                new Surnames(
                        rows.stream().map(it -> it[1]).toList(),
                        Table.cumulated(rows.stream()
                                .mapToInt(it -> Integer.parseInt(it[2]))
                                .toArray()))));
        for (var row : Table.read("given-names.csv").rows()) {
            parts.put(String.join(",", row[0], row[1], row[2], row[3]), List.of(row[4].split(" ")));
        }
    }

    String surname(String ethnicGroup, Dice dice) {
        var known = surnames.get(ethnicGroup);
        if (known == null) {
            throw new IllegalStateException("No surnames for %s in surnames.csv.".formatted(ethnicGroup));
        }
        return known.names().get(dice.weighted(known.cumulated()));
    }

    /** Middle and given name, with the fashion of the birth year. */
    String rest(String ethnicGroup, Sex sex, int birthYear, Dice dice) {
        var people = switch (ethnicGroup) {
            case "mong", "lo_lo" -> "mong";
            case "dao" -> "dao";
            default -> "valley";
        };
        var key = people + "," + sex.id() + "," + (birthYear < 1988 ? "old" : "new") + ",";
        var middle = dice.oneOf(parts.getOrDefault(key + "middle", List.of("")));
        var given = dice.oneOf(parts.getOrDefault(key + "given", List.of("")));
        return middle.equals(given) ? given : middle + " " + given;
    }
}
