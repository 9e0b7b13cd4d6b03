package org.ansinh.rules.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.Law;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.PackReader;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Spelling;
import org.ansinh.rules.pack.YamlFields;
import org.ansinh.rules.pack.YamlFile;
import org.ansinh.rules.pack.YamlItem;
import org.ansinh.timeline.DateRange;

/**
 * A draft laid over a pack: a folder whose files take the place of the pack's of the same name or stand beside them, with
 * a {@code draft.yaml} for what is said in a line; or such a file alone. Described in docs/guide/simulation.md.
 */
public final class Draft {

    private static final String FILE = "draft.yaml";

    private final Problems problems = new Problems();

    private Draft() {}

    /** The law with the drafts laid over it, one after the other, or everything that is wrong with it. */
    public static Law.Checked over(Path pack, List<Path> drafts) {
        return new Draft().lay(pack, drafts);
    }

    private Law.Checked lay(Path pack, List<Path> drafts) {
        var files = new java.util.TreeMap<>(PackReader.bytesOf(pack));
        var lines = new LinkedHashMap<String, String>();
        for (var draft : drafts) {
            if (Files.isDirectory(draft)) {
                PackReader.bytesOf(draft).forEach((name, bytes) -> {
                    if (name.equals(FILE)) {
                        lines.put(draft.resolve(FILE).toString(), text(bytes));
                    } else if (text(bytes).isBlank()) {
                        files.remove(name);
                    } else {
                        files.put(name, bytes);
                    }
                });
            } else {
                lines.put(draft.toString(), read(draft));
            }
        }
        var reading = PackReader.read(files);
        reading.problems().forEach(it -> problems.add(it.place(), it.message()));
        var law = reading.pack();
        for (var line : lines.entrySet()) {
            law = laidOver(law, line.getKey(), line.getValue());
        }
        return Law.of(law, problems);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            problems.add(
                    new org.ansinh.rules.pack.Place(file.toString(), 1, 1),
                    "the draft cannot be read (%s); give a folder or a UTF-8 file".formatted(unreadable.getMessage()));
            return "parameters: []";
        }
    }

    private LawPack laidOver(LawPack law, String file, String text) {
        var root = YamlFile.read(file, text, problems);
        if (root.isEmpty()) {
            return law;
        }
        var fields = root.get().fields("label", "note", "parameters", "end");
        var parameters = new LinkedHashMap<>(law.parameters());
        for (var item : fields.optionalList("parameters")) {
            figure(law, parameters, item);
        }
        var programmes = new LinkedHashMap<>(law.programmes());
        for (var item : fields.optionalList("end")) {
            end(programmes, item);
        }
        return law.with(parameters, programmes);
    }

    private void figure(LawPack law, Map<String, Parameter> parameters, YamlItem item) {
        var row = item.fields("id", "from", "to", "value", "note");
        var id = row.text("id");
        var known = parameters.get(id);
        if (known == null) {
            item.problem("the pack has no parameter %s%s".formatted(id, Spelling.suggestion(id, parameters.keySet())));
            return;
        }
        var days = row.days();
        row.required("value").ifPresent(value -> {
            try {
                long carried = law.dictionary().carried(known.type(), value.text());
                parameters.put(id, with(known, days, carried, value));
            } catch (IllegalArgumentException wrong) {
                value.problem("%s: %s".formatted(id, wrong.getMessage()));
            }
        });
    }

    private static Parameter with(Parameter known, DateRange days, long carried, YamlItem value) {
        var basis = Basis.unknown(value.place().file());
        var values = new ArrayList<Parameter.DatedValue>();
        for (var old : known.values()) {
            if (old.days().from().isBefore(days.from())) {
                values.add(held(
                        old,
                        old.days().from(),
                        earlier(old.days().to(), days.from().minusDays(1))));
            }
            if (!days.isOpenEnded() && old.days().to().isAfter(days.to())) {
                values.add(held(
                        old,
                        later(old.days().from(), days.to().plusDays(1)),
                        old.days().to()));
            }
        }
        values.add(new Parameter.DatedValue(days, carried, value.text(), basis, Certainty.DERIVED, Optional.empty()));
        values.sort(java.util.Comparator.comparing(it -> it.days().from()));
        return known.with(values);
    }

    private static Parameter.DatedValue held(Parameter.DatedValue value, LocalDate from, LocalDate to) {
        return new Parameter.DatedValue(
                new DateRange(from, to),
                value.value(),
                value.written(),
                value.basis(),
                value.certainty(),
                value.inForce());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** {@code {programme: X, from: DAY}} or {@code {provision: X.Y, from: DAY}}: from that day on it is no law any more. */
    private void end(Map<String, Programme> programmes, YamlItem item) {
        YamlFields row = item.fields("programme", "provision", "from", "note");
        var from = row.day("from");
        var named = row.optionalText("provision")
                .or(() -> row.optionalText("programme"))
                .orElse("");
        var id = named.contains(".") ? named.substring(0, named.indexOf('.')) : named;
        var programme = programmes.get(id);
        if (programme == null) {
            item.problem("no programme is called '%s'%s".formatted(id, Spelling.suggestion(id, programmes.keySet())));
            return;
        }
        var provisions = programme.provisions().stream()
                .map(it -> programme.id() + "." + it.id())
                .toList();
        if (row.get("provision").isPresent() && !provisions.contains(named)) {
            item.problem("no provision is called '%s'%s".formatted(named, Spelling.suggestion(named, provisions)));
            return;
        }
        var kept = programme.provisions().stream()
                .flatMap(it -> row.get("provision").isEmpty() || named.equals(programme.id() + "." + it.id())
                        ? it.until(from.minusDays(1)).stream()
                        : java.util.stream.Stream.of(it))
                .toList();
        programmes.put(id, programme.with(kept));
    }
}
