package org.ansinh.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other engines found for the reference people, month by month. */
final class ExpectedSums {

    private final Map<String, Map<String, Long>> byMonth = new HashMap<>();

    ExpectedSums() {
        try (var in = new BufferedReader(new InputStreamReader(
                java.util.Objects.requireNonNull(ExpectedSums.class.getResourceAsStream("expected-sums.csv")),
                StandardCharsets.UTF_8))) {
            var lines = in.lines().filter(it -> !it.startsWith("#")).toList();
            var names = List.of(lines.getFirst().split(","));
            for (var line : lines.subList(1, lines.size())) {
                var fields = line.split(",");
                var sums = new LinkedHashMap<String, Long>();
                for (int i = 2; i < fields.length; i++) {
                    sums.put(names.get(i), Long.parseLong(fields[i]));
                }
                byMonth.put(fields[0] + " " + fields[1], sums);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    Optional<Map<String, Long>> of(int people, YearMonth month) {
        return Optional.ofNullable(byMonth.get(people + " " + month));
    }
}
