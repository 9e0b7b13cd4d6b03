package org.ansinh.rules.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.ansinh.rules.pack.Place;
import org.ansinh.rules.pack.Problems;

/**
 * People as files in the form of {@code law ask}: a YAML file holds people who may be bound to one another; of a file that
 * ends in {@code .jsonl} every line is such a file of its own, so that a whole province streams through.
 */
public final class PeopleFile {

    private PeopleFile() {}

    public static void each(List<Path> files, Problems problems, BiConsumer<String, String> then) {
        for (var file : files) {
            try {
                if (file.toString().endsWith(".jsonl")) {
                    lines(file, then);
                } else {
                    then.accept(file.toString(), Files.readString(file));
                }
            } catch (IOException unreadable) {
                problems.add(
                        new Place(file.toString(), 1, 1),
                        "cannot be read (%s); give the path of a UTF-8 file".formatted(unreadable.getMessage()));
            }
        }
    }

    private static void lines(Path file, BiConsumer<String, String> then) throws IOException {
        int number = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    then.accept("%s, line %d".formatted(file, number), line);
                }
            }
        }
    }
}
