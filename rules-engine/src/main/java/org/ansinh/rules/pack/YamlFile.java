package org.ansinh.rules.pack;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads one YAML text to nodes that know their line and column; every scalar stays the text that was written. */
public final class YamlFile {

    private static final FailsafeSchema AS_WRITTEN = new FailsafeSchema();

    private YamlFile() {}

    public static Optional<YamlItem> read(String file, String text, Problems problems) {
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(AS_WRITTEN)
                .setUseMarks(true)
                .build();
        try {
            var root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(new Place(file, 1, 1), "the file is empty");
            }
            return root.map(it -> new YamlItem(it, file, problems));
        } catch (MarkedYamlEngineException broken) {
            var place = broken.getProblemMark().map(it -> placeOf(file, it)).orElse(new Place(file, 1, 1));
            problems.add(place, "not readable as YAML: " + words(broken, text, place));
            return Optional.empty();
        } catch (YamlEngineException broken) {
            problems.add(new Place(file, 1, 1), "not readable as YAML: " + broken.getMessage());
            return Optional.empty();
        }
    }

    private static String words(MarkedYamlEngineException broken, String text, Place place) {
        var lines = text.split("\n", -1);
        var line = place.line() <= lines.length ? lines[place.line() - 1] : "";
        return line.contains("\t")
                ? "the line has a tab; write spaces instead"
                : broken.getProblem() + "; write texts with ': ', '#' or quotes inside \"…\"";
    }

    static Place placeOf(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    static Place placeOf(String file, Node node) {
        return node.getStartMark().map(it -> placeOf(file, it)).orElse(new Place(file, 1, 1));
    }
}
