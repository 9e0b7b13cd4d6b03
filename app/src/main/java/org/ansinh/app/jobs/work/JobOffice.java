package org.ansinh.app.jobs.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.app.jobs.JobId;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.JobState;
import org.ansinh.app.jobs.store.JobRows;
import org.ansinh.app.jobs.store.SchedulerTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** Takes orders for long work and has it done, once, by whichever start of the server gets to it. */
@Service
class JobOffice implements JobDesk, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobOffice.class);
    private static final int AT_ONCE = 4;
    private static final int LONGEST_TOLD = 40;

    private final JobRows rows;
    private final SchedulerTable table;
    private final Clock wall;
    private final Supplier<Map<String, JobKind>> kinds;
    private final Map<String, Lock> turns = new ConcurrentHashMap<>();
    private final WorkApart apart = new WorkApart();
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private volatile boolean running;

    /**
     * @param kinds looked up when the first job is asked for: the rooms that bring them also ask for jobs themselves
     * @param wall the scheduler counts on the real clock, whatever day the house stands on
     */
    JobOffice(
            JobRows rows,
            SchedulerTable table,
            ObjectProvider<JobKind> kinds,
            TurnOfDay day,
            @Qualifier("wallClock") Clock wall) {
        this.rows = rows;
        this.table = table;
        this.wall = wall;
        this.kinds = SingletonSupplier.of(
                () -> kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity())));
        this.task = Tasks.oneTime("job")
                .onDeadExecutionRevive()
                .execute((instance, context) -> apart.run(() -> perform(new JobId(Long.parseLong(instance.getId())))));
        this.scheduler = table.scheduler(task, day.nightly(apart), AT_ONCE);
    }

    @Override
    public JobId ask(String kind, String order) {
        if (!kinds.get().containsKey(kind)) {
            throw new IllegalArgumentException("No room brings jobs of the kind '%s'; known are %s."
                    .formatted(kind, kinds.get().keySet()));
        }
        JobId id = rows.add(kind, order);
        scheduleAfterCommit(id);
        return id;
    }

    @Override
    public boolean again(JobId id) {
        boolean waits = rows.again(id);
        if (waits) {
            scheduleAfterCommit(id);
        }
        return waits;
    }

    private void scheduleAfterCommit(JobId id) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    schedule(id);
                }
            });
        } else {
            schedule(id);
        }
    }

    @Override
    public Optional<JobState> find(JobId id) {
        return rows.find(id);
    }

    @Override
    public List<JobState> latest(String kind, int atMost) {
        return rows.latest(kind, atMost);
    }

    private void schedule(JobId id) {
        scheduler.scheduleIfNotExists(task.instance(Long.toString(id.number())), wall.instant());
    }

    private void perform(JobId id) {
        Acting.run(Actor.WORKER, () -> rows.find(id).filter(JobOffice::isOpen).ifPresent(this::perform));
    }

    private static boolean isOpen(JobState job) {
        return job.stage() == JobState.Stage.WAITING || job.stage() == JobState.Stage.RUNNING;
    }

    private void perform(JobState job) {
        JobKind kind = kinds.get().get(job.kind());
        if (kind == null) {
            rows.finish(job.id(), "", "This version has no work of the kind '%s'.".formatted(job.kind()));
            return;
        }
        // jobs of one kind take turns: they would read and write the same things
        var turn = turns.computeIfAbsent(job.kind(), it -> new ReentrantLock(true));
        turn.lock();
        try {
            rows.progress(job.id(), "", 0, 0);
            long began = System.nanoTime();
            String outcome = kind.run(job.order(), new WatchedProgress(job.id(), rows));
            rows.finish(job.id(), outcome, null);
            LOG.info("Job {} {} took {} ms", job.kind(), brief(job.order()), (System.nanoTime() - began) / 1_000_000);
        } catch (RuntimeException e) {
            if (!running) {
                // the server is being stopped: the job is not done and not failed, the next start goes on with it
                throw e;
            }
            // whatever it was: the officer who waits must see that it ended, and the log must say where
            LOG.error("Job {} ({}) failed", job.id().number(), job.kind(), e);
            rows.finish(job.id(), "", e.getMessage() == null ? e.toString() : e.getMessage());
        } finally {
            turn.unlock();
        }
    }

    /** An order can name every commune; the log need not. */
    private static String brief(String order) {
        return order.substring(0, Math.min(order.length(), LONGEST_TOLD)).strip();
    }

    /** Orders whose server died between writing them down and scheduling them are scheduled now. */
    @Override
    public void start() {
        table.forgetTheDead();
        running = true;
        scheduler.start();
        Acting.run(Actor.WORKER, () -> rows.unfinished().forEach(this::schedule));
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
