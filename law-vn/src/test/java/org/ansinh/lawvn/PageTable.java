package org.ansinh.lawvn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Table;

/** A table of the law as a page shows it: a row for every key, a column for every version. */
final class PageTable {

    private PageTable() {}

    /** The tables that some expressions look up, in the order of their names. */
    static Stream<Table> mentioned(LawPack pack, Stream<String> expressions) {
        var all = String.join("\n", expressions.toList());
        return pack.tables().values().stream()
                .filter(it -> Pattern.compile("\\b" + Pattern.quote(it.id()) + "\\b")
                        .matcher(all)
                        .find())
                .sorted(java.util.Comparator.comparing(Table::id));
    }

    static String of(Table table, PageWords words) {
        var page = new StringBuilder("### " + table.label().in(words.language()) + "\n\n");
        table.versions()
                .forEach(version -> page.append("- ")
                        .append(PageWords.capital(words.days(version.days())))
                        .append(words.source(
                                java.util.Optional.of(version.basis()), java.util.Optional.of(version.certainty())))
                        .append('\n'));
        page.append("\n| ").append(words.say("Theo", "By"));
        table.versions()
                .forEach(version -> page.append(" | ").append(version.days().from()));
        page.append(" |\n|").append("---|".repeat(table.versions().size() + 1)).append('\n');
        rows(table, words)
                .forEach((key, row) -> page.append("| ").append(key).append(row).append(" |\n"));
        return page.append('\n').toString();
    }

    private static Map<String, String> rows(Table table, PageWords words) {
        var rows = new LinkedHashMap<String, String>();
        for (var version : table.versions()) {
            version.rows().forEach(row -> rows.putIfAbsent(row.key(), ""));
        }
        rows.replaceAll((key, nothing) -> {
            var cells = new StringBuilder();
            for (var version : table.versions()) {
                var cell = version.rows().stream()
                        .filter(row -> row.key().equals(key))
                        .findFirst()
                        .map(row -> words.number(table.type(), row.written()))
                        .orElse("");
                cells.append(" | ").append(cell);
            }
            return cells.toString();
        });
        return rows;
    }
}
