package org.ansinh.app.registry.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.registry.DeathRecorded;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.registry.LoadResult.Repair;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.registry.store.FillingRows;
import org.ansinh.app.registry.store.LoadRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class LoadingDesk implements LoadDesk {

    private final LoadRows rows;
    private final FillingRows fillings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LoadingDesk(
            LoadRows rows,
            FillingRows fillings,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.fillings = fillings;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public LoadResult load(Consumer<RegisterLoad> told) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var result = rows.post(told, LocalDate.now(clock));
            var died = rows.died();
            if (!died.isEmpty()) {
                events.publishEvent(new DeathRecorded(died));
            }
            return result;
        }));
    }

    @Override
    public Map<SubjectRef, Loaded> loaded(Collection<SubjectRef> subjects) {
        return Objects.requireNonNull(transaction.execute(status -> rows.loaded(subjects)));
    }

    @Override
    public LoadResult preview(Consumer<RegisterLoad> told) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return rows.post(told, LocalDate.now(clock));
        });
    }

    @Override
    public LoadResult fill(Filling filling) {
        var refusals = new ArrayList<Refusal>();
        var repairs = new ArrayList<Repair>();
        if (asWorker(() -> fillings.begin(filling.name(), filling.papers()))) {
            var done = asWorker(() -> fillings.partsDone(filling.name()));
            var told = new Told(refusals, repairs);
            // what was heard later looks for what is known, and for that the indexes must stand
            stages(filling, false, done, told);
            sideBySide(IntStream.rangeClosed(1, FillingRows.SHARES)
                    .<Callable<Integer>>mapToObj(share -> () -> asWorker(() -> {
                        fillings.prove(share);
                        return share;
                    }))
                    .toList());
            stages(filling, true, done, told);
        }
        var posted = asWorker(() -> fillings.finish(filling.name()));
        return new LoadResult(posted.added(), posted.lastRecording(), refusals, repairs);
    }

    /** What became of the rows so far. */
    private record Told(List<Refusal> refusals, List<Repair> repairs) {
        void add(LoadResult result) {
            refusals.addAll(result.refusals());
            repairs.addAll(result.repairs());
        }
    }

    private void stages(Filling filling, boolean later, Collection<String> done, Told told) {
        for (var stage : filling.stages()) {
            var open = stage.stream()
                    .filter(it -> it.later() == later && !done.contains(it.name()))
                    .<Callable<LoadResult>>map(it -> () -> asWorker(() -> post(filling, it)))
                    .toList();
            sideBySide(open).forEach(told::add);
        }
    }

    private LoadResult post(Filling filling, Part part) {
        return rows.postPart(filling.name(), part.name(), part.later(), part.rows(), LocalDate.now(clock));
    }

    private <T> T asWorker(Supplier<T> work) {
        return Acting.as(
                Actor.WORKER, () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private static <T> List<T> sideBySide(List<Callable<T>> work) {
        try (var pool = Executors.newFixedThreadPool(
                Math.max(1, Math.min(work.size(), Runtime.getRuntime().availableProcessors())))) {
            var results = new ArrayList<T>();
            var futures = new ArrayList<Future<T>>();
            work.forEach(it -> futures.add(pool.submit(it)));
            try {
                for (var future : futures) {
                    results.add(future.get());
                }
            } finally {
                futures.forEach(it -> it.cancel(false));
            }
            return results;
        } catch (ExecutionException trouble) {
            throw trouble.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("Filling the register stopped.", trouble.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Filling the register was stopped; start again to let it go on.", stopped);
        }
    }
}
