package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.casework.store.MissedRows;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.Progress;
import org.ansinh.rules.pack.Programme;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The nightly search for people who have a right and do not use it: a file is opened for each, waiting for their signature. Rights of today are read off the newest
 * determination as one set; what it does not show, a right that a birthday will give or that comes of something past, is asked of the law for the few it may concern.
 */
@Component
class MissedRights implements JobKind {

    static final String KIND = "missed-rights";

    private final MissedRows rows;
    private final SingleRights singly;
    private final FilesByLaw law;
    private final TransactionTemplate transaction;

    MissedRights(MissedRows rows, SingleRights singly, FilesByLaw law, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.singly = singly;
        this.law = law;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String run(String order, Progress progress) {
        var today = LocalDate.parse(order);
        var found = search(today, progress);
        return "%d / %d".formatted(found.opened(), found.closed());
    }

    private MissedRows.Found search(LocalDate today, Progress progress) {
        var rights = law.decidedHere(today).stream()
                .filter(it -> it.kind() == Programme.Kind.RIGHT)
                .toList();
        var events = rights.stream().filter(FilesByLaw::isForAnEvent).toList();
        var found = new ArrayList<>(singly.toCome(today, progress));
        events.forEach(it -> found.addAll(singly.happened(it, today)));
        return inOne(() -> rows.find(
                YearMonth.from(today),
                rights.stream().map(Programme::id).toList(),
                events.stream().map(Programme::id).toList(),
                found));
    }

    private <T> T inOne(Supplier<T> work) {
        return Acting.as(Actor.WORKER, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
