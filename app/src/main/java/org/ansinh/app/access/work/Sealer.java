package org.ansinh.app.access.work;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.store.AuditProof;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Seals the audit every few minutes and once more when the server stops: what is sealed nobody changes unseen. */
@Component
class Sealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final AuditProof proof;
    private final Duration pause;
    private volatile @Nullable ScheduledExecutorService thread;

    Sealer(AuditProof proof, @Value("${ansinh.audit.seal-every:5m}") Duration pause) {
        this.proof = proof;
        this.pause = pause;
    }

    @Override
    public void start() {
        var fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sealer").daemon().factory());
        var every = pause.toMillis();
        var unused = fresh.scheduleWithFixedDelay(this::seal, every, every, TimeUnit.MILLISECONDS);
        thread = fresh;
    }

    private void seal() {
        try {
            long sealed = Acting.as(Actor.WORKER, proof::seal);
            LOG.debug("Sealed {} entries of the audit", sealed);
        } catch (RuntimeException e) {
            // the database may be away for a while; what waits is sealed in the next round
            LOG.warn("The audit could not be sealed this time", e);
        }
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.shutdown();
            thread = null;
            seal();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
