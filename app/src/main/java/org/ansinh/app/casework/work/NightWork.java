package org.ansinh.app.casework.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.casework.store.MissedRows;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.determination.MonthDetermined;
import org.ansinh.app.jobs.DailyWork;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.app.registry.DeathRecorded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once a day everybody is determined anew if anything was recorded since, and missed rights are looked for; and whenever a determination of the month is finished, or a death
 * was recorded: the family's file for the burial is open before they leave the counter.
 * A house in which nobody was ever determined is left alone.
 */
@Component
class NightWork implements DailyWork {

    private final MissedRows rows;
    private final JobDesk jobs;
    private final Clock clock;
    private final TransactionTemplate own;

    NightWork(MissedRows rows, JobDesk jobs, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.jobs = jobs;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void turnTo(LocalDate today) {
        own.executeWithoutResult(status -> {
            var month = YearMonth.from(today);
            var stand = rows.stand(month);
            if (!stand.everDetermined()
                    || stand.searchedOn().filter(it -> !it.isBefore(today)).isPresent()) {
                return;
            }
            if (stand.isOvertaken()) {
                jobs.ask(DeterminationDesk.MONTH_JOB, month.toString());
            } else {
                jobs.ask(MissedRights.KIND, today.toString());
            }
        });
    }

    @EventListener
    void on(MonthDetermined event) {
        var today = LocalDate.now(clock);
        if (event.summary().month().equals(YearMonth.from(today))) {
            search(today);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(DeathRecorded event) {
        search(LocalDate.now(clock));
    }

    private void search(LocalDate today) {
        Acting.run(
                Actor.WORKER,
                () -> own.executeWithoutResult(status -> {
                    if (rows.stand(YearMonth.from(today)).everDetermined()) {
                        jobs.ask(MissedRights.KIND, today.toString());
                    }
                }));
    }
}
