package org.ansinh.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ansinh.bench.Figure.Bound;
import org.ansinh.bench.Figure.Peer;

/** The rule set with which every engine was measured, on a million people held as columns. */
final class ReferenceRun {

    private static final int PEOPLE = Integer.getInteger("ansinh.reference.people", 1_000_000);
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
    private static final YearMonth FIRST = YearMonth.of(2021, 1);
    private static final int MONTHS = 60;
    private static final int THREADS = 2;
    private static final String LOOP = "scalar Java loop";

    private final Bench.Place place;
    private final ReferencePeople people = ReferencePeople.of(PEOPLE);
    private final ReferenceLoop loop = new ReferenceLoop(people);
    private final ReferenceResults byLoop = ReferenceResults.room(people.people(), people.households());
    private final ReferenceResults results = ReferenceResults.room(people.people(), people.households());
    private final ReferenceKernels kernels;
    private final BigDecimal bytes;

    ReferenceRun(Bench.Place place) {
        this.place = place;
        long before = used();
        this.kernels = new ReferenceKernels(place.project(), people, THREADS);
        kernels.run(JUNE, results, 0, THREADS);
        kernels.run(JUNE, results, 1, THREADS);
        this.bytes = BigDecimal.valueOf(used() - before).divide(BigDecimal.valueOf(PEOPLE), 1, RoundingMode.HALF_UP);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    List<Figure> figures() throws InterruptedException {
        checkEveryMonth();
        var figures = new ArrayList<Figure>();
        long plain = Stopwatch.nanos(() -> loop.run(JUNE, byLoop, 0, people.households()));
        long one = Stopwatch.nanos(() -> kernels.run(JUNE, results, 0, 1));
        figures.add(speed("reference law: one month, one core", one, Bound.atLeast(60), plain));
        figures.add(Figure.of(
                "reference law: kernels over the scalar loop",
                ratio(plain, one),
                "times",
                new Bound(false, new BigDecimal("1.5")),
                place.run()));
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            long plainOnTwo = Stopwatch.nanos(() -> loopOnTwo(pool));
            long two = Stopwatch.nanos(() -> both(pool, thread -> kernels.run(JUNE, results, thread, THREADS)));
            figures.add(speed("reference law: one month, two cores", two, Bound.atLeast(110), plainOnTwo));
            long span =
                    Stopwatch.nanos(() -> both(pool, thread -> kernels.span(FIRST, MONTHS, results, thread, THREADS)));
            figures.add(new Figure(
                    "reference law: %d months, two cores".formatted(MONTHS),
                    Stopwatch.millis(span),
                    "ms",
                    Optional.of(Bound.atMost(1000)),
                    Optional.of(new Peer(LOOP, Stopwatch.millis(plainOnTwo * MONTHS))),
                    place.run()));
        }
        figures.add(Figure.of(
                "reference law: memory over inputs and outputs", bytes, "B/person", Bound.atMost(16), place.run()));
        return figures;
    }

    /** Nothing is measured that is not right: every month of the span against the sums of other engines, one against the loop. */
    private void checkEveryMonth() {
        var expected = new ExpectedSums();
        for (int i = 0; i < MONTHS; i++) {
            var month = FIRST.plusMonths(i);
            kernels.run(month.atDay(1), results, 0, 1);
            expected.of(PEOPLE, month).ifPresent(sums -> {
                if (!results.sums().equals(sums)) {
                    throw new IllegalStateException(
                            "The kernels give %s for %s, other engines %s".formatted(results.sums(), month, sums));
                }
            });
        }
        loop.run(JUNE, byLoop, 0, people.households());
        kernels.run(JUNE, results, 0, 1);
        if (!results.isSame(byLoop)) {
            throw new IllegalStateException("The kernels do not give what the loop gives: %s instead of %s"
                    .formatted(results.sums(), byLoop.sums()));
        }
    }

    private void loopOnTwo(ExecutorService pool) {
        int half = people.households() / 2;
        both(pool, thread -> loop.run(JUNE, byLoop, thread == 0 ? 0 : half, thread == 0 ? half : people.households()));
    }

    /** A part of the work for a thread. */
    private interface Part {
        void run(int thread);
    }

    private static void both(ExecutorService pool, Part part) {
        var parts = new ArrayList<Future<?>>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            parts.add(pool.submit(() -> part.run(thread)));
        }
        try {
            for (var each : parts) {
                each.get();
            }
        } catch (ExecutionException trouble) {
            throw new IllegalStateException(trouble.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Figure speed(String name, long nanos, Bound bound, long peerNanos) {
        return new Figure(
                name,
                Stopwatch.millionsASecond(PEOPLE, nanos),
                "M people/s",
                Optional.of(bound),
                Optional.of(new Peer(LOOP, Stopwatch.millionsASecond(PEOPLE, peerNanos))),
                place.run());
    }

    private static BigDecimal ratio(long one, long other) {
        return BigDecimal.valueOf(one).divide(BigDecimal.valueOf(other), 2, RoundingMode.HALF_UP);
    }
}
