package org.ansinh.app.registry.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.registry.store.LoadRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class LoadingDesk implements LoadDesk {

    private final LoadRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoadingDesk(LoadRows rows, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public LoadResult load(Consumer<RegisterLoad> told) {
        return transaction.execute(status -> rows.post(told, LocalDate.now(clock)));
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
}
