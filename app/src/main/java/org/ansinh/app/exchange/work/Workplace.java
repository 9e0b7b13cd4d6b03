package org.ansinh.app.exchange.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder of its own for one piece of work on a file; everything in it goes when the work is done. */
final class Workplace implements AutoCloseable {

    private final Path folder;

    private Workplace(Path folder) {
        this.folder = folder;
    }

    static Workplace open() {
        try {
            return new Workplace(Files.createTempDirectory("ansinh-exchange-"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try (var all = Files.walk(folder)) {
            for (var it : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(it);
            }
        } catch (IOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
