package org.ansinh.app.determination.work;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.MonthDetermined;
import org.ansinh.app.determination.OwedDesk;
import org.ansinh.app.determination.store.DecidedRows;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.app.jobs.JobState.Stage;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where rooms above ask what decisions owe; after everybody was determined for the house month, every commune is asked for. */
@Service
class OwedOffice implements OwedDesk {

    /** A signature asks for its communes: more than these are never asked for at once. */
    private static final int MOST_AT_ONCE = 100;

    private final OwedAccounts accounts;
    private final DecidedRows decided;
    private final JobDesk jobs;
    private final Clock clock;
    private final PlatformTransactionManager transactions;

    OwedOffice(
            OwedAccounts accounts,
            DecidedRows decided,
            JobDesk jobs,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.decided = decided;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public int bringUpToDate(String communeCode, YearMonth through) {
        return accounts.bringUpToDate(communeCode, through);
    }

    @Override
    public void ask(Collection<String> communeCodes) {
        if (!communeCodes.isEmpty()) {
            var order = YearMonth.now(clock) + " " + String.join(",", new TreeSet<>(communeCodes));
            new TransactionTemplate(transactions).executeWithoutResult(status -> jobs.ask(OWED_JOB, order));
        }
    }

    @Override
    public boolean isUnderWay(YearMonth through) {
        return inItsOwn(Actor.WORKER, () -> jobs.latest(OWED_JOB, MOST_AT_ONCE)).stream()
                .filter(it -> it.stage() == Stage.WAITING || it.stage() == Stage.RUNNING)
                .anyMatch(it -> it.order().startsWith(through + " "));
    }

    @EventListener
    void on(MonthDetermined event) {
        if (event.summary().month().equals(YearMonth.now(clock))) {
            var communes = inItsOwn(Actor.DETERMINER, decided::communes);
            inItsOwn(Actor.WORKER, () -> {
                ask(communes);
                return communes;
            });
        }
    }

    private <T> T inItsOwn(Actor actor, Supplier<T> work) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return Acting.as(actor, () -> Objects.requireNonNull(own.execute(status -> work.get())));
    }
}
