package org.ansinh.rules.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a folder of law. */
public final class PackReader {

    private PackReader() {}

    /** What reading gave: a whole pack, or the problems that keep it from being one. */
    public record Reading(Optional<LawPack> pack, List<Problem> problems) {}

    public static Reading read(Path folder) {
        return new Reading(
                Optional.empty(), List.of(new Problem(new Place(folder.toString(), 1, 1), "no pack.yaml here")));
    }
}
