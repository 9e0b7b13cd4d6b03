package org.ansinh.app.inspection.work;

import java.time.LocalDate;
import java.util.Objects;
import org.ansinh.app.access.RightsChanged;
import org.ansinh.app.inspection.store.LastDayRows;
import org.ansinh.app.jobs.DailyWork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever inspected until yesterday is signed out at midnight; the database shows them nothing from then on anyway. */
@Component
class LastDays implements DailyWork {

    private final LastDayRows rows;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    LastDays(LastDayRows rows, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void turnTo(LocalDate today) {
        Objects.requireNonNull(transaction.execute(status -> rows.ended(today)))
                .forEach(it -> events.publishEvent(new RightsChanged(it)));
    }
}
