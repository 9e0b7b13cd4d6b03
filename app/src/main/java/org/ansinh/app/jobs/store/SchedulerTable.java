package org.ansinh.app.jobs.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Repository;

/**
 * The scheduler library keeps its own table through its own connections: a pool of two that take the worker's role when they open, since the library knows
 * nothing of who acts.
 */
@Repository
public class SchedulerTable implements DisposableBean {
    private final HikariDataSource source;

    SchedulerTable(DataSource gate) throws java.sql.SQLException {
        var like = gate.unwrap(HikariDataSource.class);
        source = new HikariDataSource();
        source.setPoolName("scheduler");
        source.setJdbcUrl(like.getJdbcUrl());
        source.setUsername(like.getUsername());
        source.setPassword(like.getPassword());
        source.setMaximumPoolSize(2);
        source.setMinimumIdle(0);
        source.setConnectionInitSql("set role ansinh_worker");
    }

    /** A scheduler that runs this one task; not started yet. */
    public Scheduler scheduler(OneTimeTask<Void> task, int threads) {
        return Scheduler.create(source, task)
                .tableName("jobs.scheduled_tasks")
                .threads(threads)
                .pollingInterval(Duration.ofSeconds(10))
                .heartbeatInterval(Duration.ofSeconds(20))
                .shutdownMaxWait(Duration.ofSeconds(2))
                .enableImmediateExecution()
                .alwaysPersistTimestampInUTC()
                .build();
    }

    @Override
    public void destroy() {
        source.close();
    }
}
