package org.ansinh.province;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of the province, read once. */
record Atlas(List<Commune> communes, List<String> ethnicGroups, long population) {

    static final int AGE_GROUPS = 18;
    private static final int YEARS = 6;
    private static final int SIZES = 7;

    static Atlas read() {
        var former = Table.read("former-communes.csv").rows();
        var ages = new HashMap<String, int[]>();
        for (var row : Table.read("ages-2019.csv").rows()) {
            ages.put(row[0], Table.numbers(row, 1, AGE_GROUPS));
        }
        var ethnic = Table.read("ethnic-groups.csv");
        var ethnicByCode = byCode(ethnic);
        var poverty = byCode(Table.read("poverty.csv"));
        var groups = ethnic.heading().subList(1, ethnic.heading().size());
        var communes = new ArrayList<Commune>();
        long population = 0;
        for (var row : Table.read("communes-2025.csv").rows()) {
            var code = row[0];
            var parts = former.stream().filter(it -> it[5].equals(code)).toList();
            var shares = new Commune.Shares(
                    Table.cumulated(Table.numbers(row, 4, SIZES)),
                    Table.cumulated(agesOf(parts, ages)),
                    Table.cumulated(Table.numbers(row(ethnicByCode, code), 1, groups.size())),
                    povertyOf(row(poverty, code)));
            int people = Integer.parseInt(row[3]);
            population += people;
            communes.add(new Commune(
                    communes.size(),
                    code,
                    row[1],
                    people,
                    parts.stream().map(FormerCommune::from).toList(),
                    shares));
        }
        return new Atlas(List.copyOf(communes), List.copyOf(groups), population);
    }

    Commune commune(String code) {
        return communes.stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not one of the 56 communes of Cao Bằng; use a code of 2025.".formatted(code)));
    }

    /** How many live in the communes that come before this one. */
    long peopleBefore(Commune commune) {
        long before = 0;
        for (var other : communes.subList(0, commune.index())) {
            before += other.population();
        }
        return before;
    }

    private static Map<String, String[]> byCode(Table table) {
        var rows = new HashMap<String, String[]>();
        table.rows().forEach(it -> rows.put(it[0], it));
        return rows;
    }

    private static String[] row(Map<String, String[]> rows, String code) {
        var row = rows.get(code);
        if (row == null) {
            throw new IllegalStateException("No row for commune %s in a table of the province.".formatted(code));
        }
        return row;
    }

    private static Commune.Poverty povertyOf(String[] row) {
        return new Commune.Poverty(Table.numbers(row, 1, YEARS), Table.numbers(row, 1 + YEARS, YEARS));
    }

    /** A commune's ages are those of its former districts, each by the people it brought. */
    private static int[] agesOf(List<String[]> parts, Map<String, int[]> ages) {
        var mixed = new long[AGE_GROUPS];
        for (var part : parts) {
            var district = ages.get(part[3]);
            if (district == null) {
                throw new IllegalStateException("No ages for %s in ages-2019.csv.".formatted(part[3]));
            }
            long everybody = Arrays.stream(district).asLongStream().sum();
            for (int i = 0; i < AGE_GROUPS; i++) {
                mixed[i] += Long.parseLong(part[4]) * district[i] * 1000 / everybody;
            }
        }
        return Arrays.stream(mixed).mapToInt(it -> (int) (it / 10)).toArray();
    }
}
