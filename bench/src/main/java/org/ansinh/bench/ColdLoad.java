package org.ansinh.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ansinh.bench.Figure.Bound;

/** How long a fresh JVM, started as this one was, takes to read, check and compile the law pack, to the end of the process. */
final class ColdLoad {

    private static final int TIMES = 5;

    private final Bench.Place place;

    ColdLoad(Bench.Place place) {
        this.place = place;
    }

    List<Figure> figures() throws IOException, InterruptedException {
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
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", ManagementFactory.getRuntimeMXBean().getClassPath()));
        command.addAll(List.of(
                "org.ansinh.rules.command.LawCommand",
                "check",
                place.project().resolve("law-vn").toString()));
        long began = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(place.results().resolve("law-check.log").toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("The law pack could not be checked; see %s"
                    .formatted(place.results().resolve("law-check.log")));
        }
        return System.nanoTime() - began;
    }
}
