package org.ansinh.province;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One of our own tables: commas, a heading line, remarks after {@code #}. */
record Table(String file, List<String> heading, List<String[]> rows) {

    static Table read(String file) {
        try (var stream = Table.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The table %s is missing from the province; build the project again.".formatted(file));
            }
            var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .toList();
            var rows = new ArrayList<String[]>();
            for (var line : lines.subList(1, lines.size())) {
                rows.add(line.split(",", -1));
            }
            return new Table(file, Arrays.asList(lines.getFirst().split(",", -1)), List.copyOf(rows));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The whole numbers of a row from a column on. */
    static int[] numbers(String[] row, int from, int count) {
        var numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Integer.parseInt(row[from + i]);
        }
        return numbers;
    }

    static int[] cumulated(int[] weights) {
        var sums = weights.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }
}
