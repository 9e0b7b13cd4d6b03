package org.ansinh.app.determination.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.DeterminationDesk.Progress;
import org.ansinh.app.determination.MonthSummary;
import org.ansinh.app.determination.store.OutcomeCopy;
import org.ansinh.app.determination.store.RunRows;
import org.ansinh.app.determination.store.SliceRows;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.OwedPeriod;
import org.ansinh.rules.kernels.MonthKernels;
import org.ansinh.timeline.DateRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody, for one month: as many readers as there are cores, each with its own slices, its own evaluation and its own COPY. */
@Component
class MonthRun {

    private static final Logger LOG = LoggerFactory.getLogger(MonthRun.class);
    private static final int HOUSEHOLDS_A_SLICE = 1_500;

    private final SliceRows slices;
    private final RunRows runs;
    private final DataSource source;
    private final PlatformTransactionManager transactions;
    private final Clock clock;

    MonthRun(SliceRows slices, RunRows runs, DataSource source, PlatformTransactionManager transactions, Clock clock) {
        this.slices = slices;
        this.runs = runs;
        this.source = source;
        this.transactions = transactions;
        this.clock = clock;
    }

    MonthSummary run(Law law, YearMonth month, Progress progress) {
        var kernels = CompletableFuture.supplyAsync(() -> MonthKernels.of(law.determiner()));
        var knownAt = as(Actor.DETERMINER, runs::lastRecording);
        var bounds = as(Actor.DETERMINER, () -> slices.bounds(HOUSEHOLDS_A_SLICE));
        var run = as(Actor.WORKER, () -> runs.open(month, knownAt, law.hash()));
        try {
            var counted = everySlice(new Asked(law, kernels, month, run), bounds, progress);
            as(Actor.WORKER, () -> runs.close(run, counted.parts()));
            var summary = as(Actor.WORKER, () -> runs.finish(run, counted.people(), counted.households()));
            LOG.info(
                    "{}: {} people determined in {} ms",
                    month,
                    summary.people(),
                    summary.took().toMillis());
            tidy();
            return summary;
        } catch (RuntimeException trouble) {
            as(Actor.WORKER, () -> {
                runs.abandon(run, String.valueOf(trouble.getMessage()));
                return run;
            });
            throw trouble;
        }
    }

    /** What cannot be tidied now is tidied by the next run; the month that was determined stands. */
    private void tidy() {
        try {
            as(Actor.WORKER, runs::dropSuperseded);
        } catch (RuntimeException trouble) {
            LOG.warn("Rows of older runs were not removed", trouble);
        }
    }

    private record Counted(int parts, int people, int households) {}

    /** What a run asks; the kernels are made while the first slices are read. */
    private record Asked(Law law, CompletableFuture<MonthKernels> kernels, YearMonth month, long run) {}

    private Counted everySlice(Asked asked, List<int[]> bounds, Progress progress) {
        var next = new AtomicInteger();
        var threads = Math.min(Math.max(1, bounds.size()), Runtime.getRuntime().availableProcessors());
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var parts = new ArrayList<Future<Counted>>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(part(asked, i, bounds, next, progress)));
            }
            int people = 0;
            int households = 0;
            for (var part : parts) {
                var counted = part.get();
                people += counted.people();
                households += counted.households();
            }
            return new Counted(threads, people, households);
        } catch (ExecutionException trouble) {
            throw new IllegalStateException(
                    "The determination of %s stopped: %s".formatted(asked.month(), trouble.getCause()),
                    trouble.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The determination of %s was stopped.".formatted(asked.month()), stopped);
        }
    }

    /** Written, indexed and counted in one transaction, so that it waits for no other part. */
    private Callable<Counted> part(Asked asked, int part, List<int[]> bounds, AtomicInteger next, Progress progress) {
        return () -> as(Actor.WORKER, () -> {
            int people = 0;
            int households = 0;
            runs.openPart(asked.run(), part);
            try (var copy = OutcomeCopy.into(source, asked.run(), part)) {
                var outcomes = new OutcomeLines(asked.law(), asked.month(), LocalDate.now(clock), copy);
                for (int i = next.getAndIncrement(); i < bounds.size(); i = next.getAndIncrement()) {
                    var slice = read(asked.law(), bounds.get(i), asked.month());
                    outcomes.of(slice, asked.kernels().join());
                    people += slice.people().size();
                    households += slice.households().size();
                    progress.tell(Math.min(next.get(), bounds.size()), bounds.size());
                }
            }
            runs.closePart(asked.run(), part);
            LOG.debug("Part {} of run {} held {} people", part, asked.run(), people);
            return new Counted(1, people, households);
        });
    }

    /** In a transaction of its own: reading is the determiner's, writing the worker's. */
    private SliceRows.Slice read(Law law, int[] bounds, YearMonth month) {
        var quarter = OwedPeriod.quarterOf(month).days();
        var days = new DateRange(quarter.from(), month.atEndOfMonth());
        return as(Actor.DETERMINER, () -> slices.read(law.pack(), bounds[0], bounds[1], days));
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return Acting.as(actor, () -> java.util.Objects.requireNonNull(own.execute(status -> work.get())));
    }
}
