package org.ansinh.app.payments.work;

import java.time.LocalDate;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.jobs.DailyWork;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.app.payments.store.HeldPartRows;
import org.ansinh.app.registry.DeathRecorded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** What is held since a death or a move was recorded is settled at once, and whatever is left over every night. */
@Component
class AfterDeath implements DailyWork {

    private final HeldPartRows rows;
    private final JobDesk jobs;
    private final TransactionTemplate own;

    AfterDeath(HeldPartRows rows, JobDesk jobs, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.jobs = jobs;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(DeathRecorded event) {
        Acting.run(Actor.WORKER, this::ask);
    }

    @Override
    public void turnTo(LocalDate today) {
        ask();
    }

    private void ask() {
        own.executeWithoutResult(status -> {
            if (!rows.parts().isEmpty()) {
                jobs.ask(SettlingHeldParts.NAME, "all");
            }
        });
    }
}
