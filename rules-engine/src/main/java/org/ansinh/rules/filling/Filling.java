package org.ansinh.rules.filling;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ansinh.rules.Law;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.PackReader;
import org.ansinh.rules.pack.Place;
import org.ansinh.rules.pack.Problem;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.Spelling;
import org.ansinh.rules.pack.YamlFile;
import org.ansinh.rules.pack.YamlItem;

/**
 * An official text that the pack knows of and does not have, loaded by an administrator: a folder with the document, its figures, and in {@code filling.yaml} the
 * provisions that take the place of a named hole. It may bring files and close holes; it changes no other law. Described in docs/guide/filling-a-hole.md.
 */
public final class Filling {

    static final String FILE = "filling.yaml";

    /** What a filling may replace: words of refusals. Everything else of the pack stays as it is. */
    private static final Pattern REPLACEABLE = Pattern.compile("(.+/)?programmes/[^/]+/reasons\\.yaml");

    private static final Pattern NEXT_PROVISION = Pattern.compile("( {2}- .*|\\S.*)");
    private static final Pattern NEXT_CASE = Pattern.compile("- .*");

    private final Problems problems = new Problems();
    private final TreeMap<String, byte[]> files;
    private final List<String> closed = new ArrayList<>();

    private Filling(Map<String, byte[]> pack) {
        files = new TreeMap<>(pack);
    }

    /**
     * A pack with its holes filled.
     *
     * @param files of the whole pack, by name
     * @param law none when something is wrong
     * @param closed the holes that are none any more
     * @param sample whether a document that came with a filling says of itself that it is an example
     */
    public record Filled(
            Map<String, byte[]> files,
            Optional<Law> law,
            List<Problem> problems,
            List<String> closed,
            boolean sample) {}

    /** The pack with these fillings, one after the other. */
    public static Filled over(Map<String, byte[]> pack, List<Path> fillings) {
        return new Filling(pack).lay(fillings);
    }

    private Filled lay(List<Path> fillings) {
        var before = PackReader.read(files).pack();
        fillings.forEach(this::lay);
        var reading = PackReader.read(files);
        reading.problems().forEach(it -> problems.add(it.place(), it.message()));
        var sample = reading.pack().instruments().values().stream()
                .filter(it -> !before.instruments().containsKey(it.number()))
                .anyMatch(it -> it.certainty() == Certainty.EXAMPLE);
        var checked = Law.of(reading.pack(), problems);
        return new Filled(Map.copyOf(files), checked.law(), checked.problems(), List.copyOf(closed), sample);
    }

    private void lay(Path folder) {
        var told = folder.resolve(FILE);
        if (!Files.isRegularFile(told)) {
            problems.add(
                    new Place(folder.toString(), 1, 1),
                    "no filling: expected a folder with a %s that says which hole it closes".formatted(FILE));
            return;
        }
        PackReader.bytesOf(folder).forEach((name, bytes) -> {
            if (name.equals(FILE)) {
                read(told.toString(), text(bytes));
            } else {
                add(folder, name, bytes);
            }
        });
    }

    private void add(Path folder, String name, byte[] bytes) {
        if (files.containsKey(name) && !REPLACEABLE.matcher(name).matches()) {
            problems.add(
                    new Place(folder.resolve(name).toString(), 1, 1),
                    "the pack has this file already, and a filling changes no law; give the file a name of its own");
            return;
        }
        files.put(name, bytes);
    }

    private void read(String file, String text) {
        var root = YamlFile.read(file, text, problems);
        if (root.isEmpty()) {
            return;
        }
        var fields = root.get().fields("label", "note", "source", "fills");
        var _ = fields.words("label");
        var _ = fields.text("source");
        var lines = text.lines().toList();
        var fills = fields.list("fills");
        for (int i = 0; i < fills.size(); i++) {
            int end = i + 1 < fills.size() ? line(fills.get(i + 1)) : lines.size();
            fill(fills.get(i), lines.subList(0, end));
        }
    }

    /** The line of an item, counted from 0. */
    private static int line(YamlItem item) {
        return item.place().line() - 1;
    }

    private void fill(YamlItem item, List<String> lines) {
        var row = item.fields("hole", "note", "provisions", "cases");
        var provisions = row.list("provisions");
        var named = row.text("hole");
        if (provisions.isEmpty()) {
            return;
        }
        var holes = PackReader.read(files).pack().holes().stream()
                .collect(Collectors.toMap(
                        it -> it.programme().id() + "." + it.provision().id(),
                        it -> it.programme().id(),
                        (one, other) -> one,
                        LinkedHashMap::new));
        var programme = holes.get(named);
        if (programme == null) {
            item.problem("the pack has no hole %s%s".formatted(named, Spelling.suggestion(named, holes.keySet())));
            return;
        }
        var cases = row.optionalList("cases");
        int end = cases.isEmpty() ? lines.size() : line(cases.getFirst()) - 1;
        var rules = rulesOf(programme);
        var hole = "  - id: " + named.substring(programme.length() + 1);
        if (rules.isEmpty() || !linesOf(rules.get()).contains(hole)) {
            item.problem("the hole %s is not written as a provision of its own in the rules of %s"
                    .formatted(named, programme));
            return;
        }
        splice(rules.get(), hole, NEXT_PROVISION, block(lines, provisions.getFirst(), end, "  "));
        var tested = rules.get().replace("/rules.yaml", "/cases.yaml");
        for (int i = 0; i < cases.size(); i++) {
            var written = block(lines, cases.get(i), i + 1 < cases.size() ? line(cases.get(i + 1)) : lines.size(), "");
            splice(tested, written.getFirst(), NEXT_CASE, written);
        }
        closed.add(named);
    }

    /** The lines of an item of a list up to a line, moved to another margin. */
    private static List<String> block(List<String> lines, YamlItem first, int end, String margin) {
        int indent = Math.max(0, first.place().column() - 3);
        return lines.subList(line(first), end).stream()
                .map(it -> it.isBlank() ? "" : margin + it.substring(Math.min(indent, it.length())))
                .toList();
    }

    private Optional<String> rulesOf(String programme) {
        return files.keySet().stream()
                .filter(it -> it.endsWith("/rules.yaml") && linesOf(it).contains("id: " + programme))
                .findFirst();
    }

    private List<String> linesOf(String file) {
        return text(files.getOrDefault(file, new byte[0])).lines().toList();
    }

    /** Puts lines in the place of what begins with that line and ends where the next begins, or at the end where there is none. */
    private void splice(String file, String first, Pattern next, List<String> written) {
        var lines = linesOf(file);
        int from = lines.indexOf(first);
        int to = from < 0 ? lines.size() : from + 1;
        while (from >= 0 && to < lines.size() && !next.matcher(lines.get(to)).matches()) {
            to++;
        }
        var whole = new ArrayList<>(lines.subList(0, from < 0 ? lines.size() : from));
        whole.addAll(written);
        whole.addAll(lines.subList(to, lines.size()));
        files.put(file, (String.join("\n", whole) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
