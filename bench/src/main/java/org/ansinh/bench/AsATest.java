package org.ansinh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A measurement that is written as a test, because it needs a database of its own and must hold besides: run as anyone runs one, through {@code ./ansinh test}. */
final class AsATest {

    private static final long LONGEST_HOURS = 12;

    private final Bench.Place place;

    AsATest(Bench.Place place) {
        this.place = place;
    }

    /** Whether it held; what it printed is in the log beside the results. */
    boolean holds(String test, Path log, List<String> settings) throws IOException, InterruptedException {
        Files.createDirectories(place.results());
        var command = new ArrayList<>(List.of(
                place.project().resolve("ansinh").toString(),
                "test",
                "-pl",
                "app",
                "-am",
                "-Dquick",
                "-Dtest=" + test,
                "-Dsurefire.failIfNoSpecifiedTests=false"));
        command.addAll(settings);
        var process = new ProcessBuilder(command)
                .directory(place.project().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LONGEST_HOURS, TimeUnit.HOURS)) {
            process.destroy();
            throw new IOException("%s has not ended; see %s".formatted(test, log));
        }
        return process.exitValue() == 0;
    }
}
