package org.ansinh.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.ansinh.bench.Figure.Bound;

/** A month paid while everything goes wrong, many times: what the tests do twenty times with a short list, for as long as one likes with a long one. */
final class Faults implements Benchmark {

    private static final int RUNS = Integer.getInteger("ansinh.faults.runs", 200);
    /** So that hours of runs can be asked for in pieces. */
    private static final int FIRST = Integer.getInteger("ansinh.faults.first", 1);

    /** A database for so many: beside months of a hundred others each would take longer than the one before. */
    private static final int AT_A_TIME = 20;

    private static final int PEOPLE = Integer.getInteger("ansinh.faults.people", 10_000);

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public String says() {
        return RUNS + " months, from seed " + FIRST + ", of " + 2L * PEOPLE
                + " lines while processes are killed, connections cut, writes fail and a bank misbehaves";
    }

    @Override
    public boolean takesHours() {
        return true;
    }

    @Override
    public List<Figure> measure(Bench.Place place) throws IOException, InterruptedException {
        long wrong = 0;
        for (int from = FIRST; from < FIRST + RUNS; from += AT_A_TIME) {
            wrong += wrongOf(place, from, Math.min(AT_A_TIME, FIRST + RUNS - from));
        }
        return List.of(
                new Figure("runs", BigDecimal.valueOf(RUNS), "runs", Optional.empty(), Optional.empty(), place.run()),
                new Figure(
                        "runs in which somebody was paid twice, or missed, or the book was uneven",
                        BigDecimal.valueOf(wrong),
                        "runs",
                        Optional.of(Bound.atMost(0)),
                        Optional.empty(),
                        place.run()));
    }

    private static long wrongOf(Bench.Place place, int from, int runs) throws IOException, InterruptedException {
        var log = place.results().resolve("faults-%d.log".formatted(from));
        boolean held = new AsATest(place)
                .holds(
                        "FaultsTest",
                        log,
                        List.of("-Dfaults.first=" + from, "-Dfaults.runs=" + runs, "-Dfaults.people=" + PEOPLE));
        long wrong =
                Files.readString(log).lines().filter(it -> it.contains("<<< ")).count();
        System.out.printf("seeds %d to %d: %s%n", from, from + runs - 1, held ? "held" : "see " + log.getFileName());
        return held ? 0 : Math.max(1, wrong);
    }
}
