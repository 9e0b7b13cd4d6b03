package org.ansinh.app.testing;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.app.jobs.JobId;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.JobState;
import org.ansinh.app.jobs.JobState.Stage;
import org.ansinh.app.jobs.Progress;
import org.springframework.beans.factory.ObjectProvider;

/** Jobs that are done when a test says so, one after the other, and fail where the test can see it. */
public final class JobsByHand implements JobDesk {

    private final ObjectProvider<JobKind> kinds;
    private final ArrayDeque<JobState> waiting = new ArrayDeque<>();
    private final List<JobState> all = new ArrayList<>();

    public JobsByHand(ObjectProvider<JobKind> kinds) {
        this.kinds = kinds;
    }

    @Override
    public JobId ask(String kind, String order) {
        var id = new JobId(all.size() + 1L);
        var job = new JobState(id, kind, order, "", Instant.EPOCH, Stage.WAITING, "", 0, 0, null);
        all.add(job);
        waiting.add(job);
        return id;
    }

    @Override
    public boolean again(JobId id) {
        return false;
    }

    /** Does what was asked for, as the worker, like the server. */
    public void work() {
        while (!waiting.isEmpty()) {
            var job = waiting.remove();
            var kind = kinds.stream()
                    .filter(it -> it.name().equals(job.kind()))
                    .findFirst()
                    .orElseThrow();
            Acting.run(Actor.WORKER, () -> kind.run(job.order(), Progress.UNWATCHED));
        }
    }

    @Override
    public Optional<JobState> find(JobId id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public List<JobState> latest(String kind, int atMost) {
        return all.stream().filter(it -> it.kind().equals(kind)).limit(atMost).toList();
    }
}
