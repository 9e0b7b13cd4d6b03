package org.ansinh.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.ansinh.bench.Figure.Bound;

/**
 * The officers of all communes at work at once, each with an account of their own, and the night that follows: the month determined anew
 * with what they recorded, and everybody looked for who has a right and does not use it. The officers sit on the same cores as the server.
 */
final class OfficeDay implements Benchmark {

    private static final int OFFICERS = Integer.getInteger("ansinh.officers", 200);
    private static final int WARM_UP_SECONDS = 120;
    private static final int SECONDS = Integer.getInteger("ansinh.office.seconds", 240);
    private static final long NIGHT_MILLIS = 300_000;
    private static final int STEP_MILLIS = 100;
    private static final Pattern SEARCHED = Pattern.compile("Job missed-rights \\S+ took \\d+ ms");

    @Override
    public String name() {
        return "office";
    }

    @Override
    public String says() {
        return OFFICERS + " officers of all communes for " + SECONDS
                + " s: search, open, record, draft, sign, a pause of 5 to 15 s after each page; then their night";
    }

    @Override
    public List<Figure> measure(Bench.Place place) throws IOException, InterruptedException {
        var folder = Files.createDirectories(place.results().resolve("demo"));
        var data = folder.resolve("data");
        var demo = List.of("demo", "--people", Integer.toString(place.people()), "--seed", Long.toString(place.seed()));
        try (var server = Server.start(place.project(), folder.resolve("office.log"), data, demo)) {
            server.awaitSignInPage();
            var staff = Staff.of(server, data, OFFICERS).members();
            var visitors = new ArrayList<Visitor>();
            for (var one : staff) {
                visitors.add(Visitor.signIn(server, one.login(), one.password()));
            }
            work(visitors, staff, WARM_UP_SECONDS, place.seed(), new Tally());
            var tally = new Tally();
            work(visitors, staff, SECONDS, place.seed() + 1, tally);
            visitors.forEach(Visitor::close);
            var figures = new ArrayList<>(figures(tally, place));
            figures.add(Figure.of(
                    "the night: month determined anew, missed rights looked for",
                    night(server, data),
                    "s",
                    Bound.atMost(60),
                    place.run()));
            figures.add(
                    plain("peak resident memory of server or database process", server.peakMemoryMib(), "MiB", place));
            return figures;
        }
    }

    private static void work(List<Visitor> visitors, List<Staff.Member> staff, int seconds, long seed, Tally tally)
            throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < staff.size(); i++) {
                var turn = new OfficerTurn(visitors.get(i), staff.get(i), new Random(seed * OFFICERS + i), tally);
                threads.submit(() -> {
                    try {
                        turn.workUntil(until);
                    } catch (IOException trouble) {
                        tally.wrong.add(trouble.toString());
                    }
                    return until;
                });
            }
            threads.shutdown();
            if (!threads.awaitTermination(seconds + 120L, TimeUnit.SECONDS)) {
                tally.wrong.add("unanswered after two minutes");
            }
        }
    }

    private static List<Figure> figures(Tally tally, Bench.Place place) {
        var figures = new ArrayList<Figure>();
        figures.add(Figure.of("every page, p95", tally.all.percentile(95), "ms", Bound.atMost(200), place.run()));
        tally.kinds.forEach((kind, took) -> figures.add(new Figure(
                kind + ", p95", took.percentile(95), "ms", Optional.empty(), Optional.empty(), place.run())));
        figures.add(Figure.of(
                "answers that were errors",
                BigDecimal.valueOf(tally.wrong.size()),
                "answers",
                Bound.atMost(0),
                place.run()));
        figures.add(new Figure(
                "pages a second",
                BigDecimal.valueOf(tally.all.count()).divide(BigDecimal.valueOf(SECONDS), 1, RoundingMode.HALF_UP),
                "pages/s",
                Optional.empty(),
                Optional.empty(),
                place.run()));
        figures.add(plain("facts recorded", tally.recorded.get(), "facts", place));
        figures.add(plain("decisions drafted", tally.drafted.get(), "decisions", place));
        figures.add(plain("decisions signed", tally.signed.get(), "decisions", place));
        figures.add(plain("acts that a rule refused", tally.refused.get(), "acts", place));
        tally.wrong.stream()
                .distinct()
                .limit(10)
                .forEach(it -> figures.add(plain("error: " + it, 1, "answers", place)));
        return figures;
    }

    private static Figure plain(String name, long value, String unit, Bench.Place place) {
        return new Figure(name, BigDecimal.valueOf(value), unit, Optional.empty(), Optional.empty(), place.run());
    }

    /** Seconds from the wish to the last file opened for a missed right, as the server's own log tells its end. */
    private static BigDecimal night(Server server, Path data) throws IOException, InterruptedException {
        var log = data.resolve("ansinh.log");
        long before = searches(log);
        try (var visitor = Visitor.signIn(server, data, "lanhdao")) {
            var token = Visitor.token(visitor.page("/months"));
            long began = System.nanoTime();
            visitor.post("/months", Map.of("month", "2026-10", "_csrf", token));
            for (long waited = 0; searches(log) == before; waited += STEP_MILLIS) {
                if (waited > NIGHT_MILLIS) {
                    throw new IOException("The night did not end in %d ms; see %s".formatted(NIGHT_MILLIS, log));
                }
                Thread.sleep(STEP_MILLIS);
            }
            return BigDecimal.valueOf(System.nanoTime() - began, 9).setScale(1, RoundingMode.HALF_UP);
        }
    }

    private static long searches(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(it -> SEARCHED.matcher(it).find()).count();
        }
    }

    /** What came back, by what the officer was about. */
    static final class Tally {
        final Latencies all = new Latencies();
        final Map<String, Latencies> kinds = new ConcurrentSkipListMap<>();
        final Queue<String> wrong = new ConcurrentLinkedQueue<>();
        final AtomicInteger recorded = new AtomicInteger();
        final AtomicInteger drafted = new AtomicInteger();
        final AtomicInteger signed = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();

        void took(String kind, long nanos) {
            all.add(nanos);
            kinds.computeIfAbsent(kind, it -> new Latencies()).add(nanos);
        }
    }
}
