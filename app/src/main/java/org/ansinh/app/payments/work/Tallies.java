package org.ansinh.app.payments.work;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.WorkedOut;
import org.ansinh.app.payments.store.StandingRows;
import org.ansinh.app.payments.store.StandingRows.Uncounted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sums of where programmes stand, counted where nobody has since something overtook them. The database shows none that was overtaken, so this is about time only: what is not
 * counted here is told one by one there. One commune of one programme a transaction, for whoever signs or draws meanwhile waits for no more than that.
 */
@Component
class Tallies {

    private final StandingRows standing;
    private final TransactionTemplate own;

    Tallies(StandingRows standing, PlatformTransactionManager transactions) {
        this.standing = standing;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** Within the area of whoever reads, before they read. */
    void bringUpToDate(YearMonth month, Optional<String> programme) {
        count(standing.uncounted(month, programme, Optional.empty()), month);
    }

    @EventListener
    void on(WorkedOut event) {
        var found = Acting.as(
                Actor.WORKER,
                () -> Objects.requireNonNull(own.execute(status ->
                        standing.uncounted(event.through(), Optional.empty(), Optional.of(event.communeCode())))));
        count(found, event.through());
    }

    private void count(List<Uncounted> found, YearMonth month) {
        if (!found.isEmpty()) {
            Acting.run(
                    Actor.WORKER,
                    () -> found.forEach(it -> own.executeWithoutResult(status -> standing.count(it, month))));
        }
    }
}
