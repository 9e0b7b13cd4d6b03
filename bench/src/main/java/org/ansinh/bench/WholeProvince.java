package org.ansinh.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansinh.bench.Figure.Bound;

/** From a clean clone to the sign-in page, loading, determining everybody, and starting again. */
final class WholeProvince implements Benchmark {

    /** What the demo writes down about its own long steps, by name, with what was promised of each. */
    private static final Map<String, Bound> PROMISED = Map.of(
            "load, empty register", Bound.atLeast(40_000),
            "determine a month", Bound.atMost(30));

    private static final Pattern MONTH = Pattern.compile("people determined in ([0-9]+) ms");
    private static final List<String> MONTHS = List.of("2026-11", "2026-12");
    private static final int WARMING = 4;
    private static final int MEASURED = 5;
    private static final long STEP_MILLIS = 500;
    private static final long PATIENCE_MILLIS = 120_000;

    private static final Pattern STEP =
            Pattern.compile("\\{\"name\":\"([^\"]+)\",\"value\":([0-9.]+),\"unit\":\"([^\"]+)\"}");

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String says() {
        return "clean clone to sign-in page at the size of the province, its long steps, and the second start";
    }

    @Override
    public List<Figure> measure(Bench.Place place) throws IOException, InterruptedException {
        var folder = place.results().resolve("demo");
        delete(folder);
        var clone = folder.resolve("clone");
        var data = folder.resolve("data");
        Files.createDirectories(folder);
        cleanClone(place.project(), clone);
        var figures = new ArrayList<Figure>();
        var demo = List.of("demo", "--people", Integer.toString(place.people()), "--seed", Long.toString(place.seed()));
        try (var server = Server.start(clone, folder.resolve("first.log"), data, demo)) {
            var took = server.awaitSignInPage();
            figures.add(Figure.of("clean clone to sign-in page", seconds(took), "s", Bound.atMost(180), place.run()));
        }
        figures.addAll(steps(data.resolve("demo-figures.jsonl"), place));
        figures.add(Figure.of(
                "second start, median of five",
                secondStart(clone, folder, data, demo),
                "s",
                Bound.atMost(15),
                place.run()));
        figures.add(Figure.of(
                "a month in a running server, median of five",
                runningServer(clone, folder, data, demo),
                "s",
                Bound.atMost(10),
                place.run()));
        return figures;
    }

    private static List<Figure> steps(Path file, Bench.Place place) throws IOException {
        var figures = new ArrayList<Figure>();
        for (var line : Files.readAllLines(file)) {
            var step = STEP.matcher(line);
            if (step.matches() && PROMISED.containsKey(step.group(1))) {
                figures.add(Figure.of(
                        step.group(1),
                        new BigDecimal(step.group(2)),
                        step.group(3),
                        PROMISED.get(step.group(1)),
                        place.run()));
            }
        }
        return figures;
    }

    private static BigDecimal secondStart(Path clone, Path folder, Path data, List<String> demo)
            throws IOException, InterruptedException {
        var starts = new ArrayList<Duration>();
        for (int i = 0; i < 5; i++) {
            try (var server = Server.start(clone, folder.resolve("again-" + i + ".log"), data, demo)) {
                starts.add(server.awaitSignInPage());
            }
        }
        starts.sort(Comparator.naturalOrder());
        return seconds(starts.get(2));
    }

    /**
     * What the night of a server that stands takes, database to database: five times, after four that are not counted, for so long a process goes on compiling and its first
     * minute has night work of its own.
     */
    private static BigDecimal runningServer(Path clone, Path folder, Path data, List<String> demo)
            throws IOException, InterruptedException {
        var log = data.resolve("ansinh.log");
        try (var server = Server.start(clone, folder.resolve("months.log"), data, demo)) {
            server.awaitSignInPage();
            var visitor = Visitor.signIn(server, data, "lanhdao");
            var took = new ArrayList<BigDecimal>();
            int before = months(log).size();
            for (int i = 0; i < WARMING + MEASURED; i++) {
                var token = Visitor.token(visitor.page("/months"));
                visitor.post("/months", Map.of("month", MONTHS.get(i % MONTHS.size()), "_csrf", token));
                var done = months(log);
                for (long waited = 0; done.size() <= before + i && waited < PATIENCE_MILLIS; waited += STEP_MILLIS) {
                    Thread.sleep(STEP_MILLIS);
                    done = months(log);
                }
                if (done.size() <= before + i) {
                    throw new IOException("No month was determined in %d ms; see %s".formatted(PATIENCE_MILLIS, log));
                }
                took.add(done.getLast());
            }
            var measured = took.subList(WARMING, took.size()).stream().sorted().toList();
            return measured.get(MEASURED / 2).setScale(2, RoundingMode.HALF_UP);
        }
    }

    /** Seconds that each month took, from the server's own log. */
    private static List<BigDecimal> months(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(MONTH::matcher)
                .filter(Matcher::find)
                .map(it -> new BigDecimal(it.group(1)).movePointLeft(3))
                .toList();
    }

    private static void cleanClone(Path project, Path clone) throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "clone", "-q", project.toString(), clone.toString())
                .inheritIO()
                .start();
        if (git.waitFor() != 0) {
            throw new IOException("git clone of %s failed; is it a checkout with commits?".formatted(project));
        }
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis()).divide(BigDecimal.valueOf(1000), 1, RoundingMode.HALF_UP);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
