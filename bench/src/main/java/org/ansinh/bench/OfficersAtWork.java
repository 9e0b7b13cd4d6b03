package org.ansinh.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ansinh.bench.Figure.Bound;

/**
 * Open arrivals: a request every 50 ms whether or not the last one was answered, so that a slow answer is not hidden by the ones that wait behind it. As the provincial
 * approver, with the audit on, the load tool on the same cores.
 */
final class OfficersAtWork implements Benchmark {

    private static final int WARM_UP_SECONDS = 90;
    private static final int SECONDS = 60;
    private static final int PER_SECOND = 20;
    private static final List<String> FAMILY =
            List.of("Hoàng", "Nông", "Nguyễn", "Lý", "Triệu", "Đàm", "Lục", "Bế", "Hà", "Lương");
    private static final List<String> GIVEN =
            List.of("Hoa", "Nam", "Lan", "Thắng", "Hương", "Dũng", "Mai", "Tuấn", "Thảo", "Minh");

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String says() {
        return "20 requests a second for 60 s, half searches, half person pages with reasons, as provincial approver; two at work for 90 s before";
    }

    @Override
    public List<Figure> measure(Bench.Place place) throws IOException, InterruptedException {
        var folder = Files.createDirectories(place.results().resolve("demo"));
        var data = folder.resolve("data");
        var demo = List.of("demo", "--people", Integer.toString(place.people()), "--seed", Long.toString(place.seed()));
        try (var server = Server.start(place.project(), folder.resolve("pages.log"), data, demo)) {
            server.awaitSignInPage();
            try (var visitor = Visitor.signIn(server, data, "lanhdao")) {
                warmUp(visitor, place);
                var tally = new Tally();
                load(visitor, place, SECONDS, tally);
                return figures(tally, server, place);
            }
        }
    }

    private static List<Figure> figures(Tally tally, Server server, Bench.Place place) throws IOException {
        var run = place.run();
        return List.of(
                Figure.of("search, p95", tally.searches.percentile(95), "ms", Bound.atMost(60), run),
                Figure.of("person page with reasons, p95", tally.people.percentile(95), "ms", Bound.atMost(150), run),
                Figure.of(
                        "answers that were not 200",
                        BigDecimal.valueOf(tally.wrong.size()),
                        "answers",
                        Bound.atMost(0),
                        run),
                new Figure(
                        "peak resident memory of server or database process",
                        BigDecimal.valueOf(server.peakMemoryMib()),
                        "MiB",
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        run));
    }

    private static void load(Visitor visitor, Bench.Place place, int seconds, Tally tally) throws InterruptedException {
        var random = new Random(place.seed());
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < seconds * PER_SECOND; i++) {
                var due = start + i * (1_000_000_000L / PER_SECOND);
                LockSupport.parkNanos(due - System.nanoTime());
                var search = i % 2 == 0;
                var path = path(search, random, place);
                threads.submit(() -> visit(visitor, path, search ? tally.searches : tally.people, tally.wrong, due));
            }
            threads.shutdown();
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                tally.wrong.add("unanswered after two minutes");
            }
        }
    }

    /** A server that was just started compiles its code and works out what last night left open; two officers who wait for each answer see that through. */
    private static void warmUp(Visitor visitor, Bench.Place place) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int officer = 1; officer <= 2; officer++) {
                var random = new Random(place.seed() + officer);
                threads.submit(() -> {
                    while (System.nanoTime() < until) {
                        visitor.get(path(random.nextBoolean(), random, place));
                    }
                    return until;
                });
            }
        }
    }

    private static String path(boolean search, Random random, Bench.Place place) {
        return search
                ? "/search?q=" + URLEncoder.encode(words(random), StandardCharsets.UTF_8)
                : "/people/" + (1 + random.nextInt(place.people()));
    }

    /** Time counts from when the request was due, not from when it was sent. */
    private static void visit(Visitor visitor, String path, Latencies times, Queue<String> wrong, long due) {
        try {
            var status = visitor.get(path);
            times.add(System.nanoTime() - due);
            if (status != 200) {
                wrong.add(path + " " + status);
            }
        } catch (IOException | InterruptedException trouble) {
            wrong.add(path + " " + trouble);
        }
    }

    /** A name as it is typed into the search. */
    static String words(Random random) {
        var family = FAMILY.get(random.nextInt(FAMILY.size()));
        var given = GIVEN.get(random.nextInt(GIVEN.size()));
        return switch (random.nextInt(3)) {
            case 0 -> family + " " + given;
            case 1 -> given + " " + (1940 + random.nextInt(80));
            default -> given + " " + family;
        };
    }

    /** What came back, and how long it took in nanoseconds. */
    private static final class Tally {
        private final Latencies searches = new Latencies();
        private final Latencies people = new Latencies();
        private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    }
}
