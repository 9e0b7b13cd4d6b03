package org.ansinh.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ansinh.bench.Figure.Bound;

/** How long {@code ./ansinh law check} takes to read, check and compile the law pack: a fresh JVM, to the end of the process. */
final class ColdLoad {

    private static final int TIMES = 5;

    private final Bench.Place place;

    ColdLoad(Bench.Place place) {
        this.place = place;
    }

    List<Figure> figures() throws IOException, InterruptedException {
        // The first run after a build writes the archive of loaded classes that the next ones start from.
        var _ = once();
        var nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            nanos[i] = once();
        }
        Arrays.sort(nanos);
        return List.of(new Figure(
                "law of Vietnam: load, check and compile, fresh JVM",
                Stopwatch.millis(nanos[TIMES / 2]),
                "ms",
                Optional.of(Bound.atMost(4000)),
                Optional.empty(),
                place.run()));
    }

    private long once() throws IOException, InterruptedException {
        var log = place.results().resolve("law-check.log");
        long began = System.nanoTime();
        var process = new ProcessBuilder(place.project().resolve("ansinh").toString(), "law", "check")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("The law pack could not be checked; see %s".formatted(log));
        }
        return System.nanoTime() - began;
    }
}
