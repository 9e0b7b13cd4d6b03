package org.ansinh.app.jobs.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Repository;

/**
 * The scheduler library keeps its own table through its own connections: a pool of two that take the worker's role when they open, since the library knows
 * nothing of who acts.
 */
@Repository
public class SchedulerTable implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerTable.class);

    private final HikariDataSource source;

    SchedulerTable(DataSource gate) throws SQLException {
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

    /** A scheduler that runs this task whenever it is asked for, and the other one nightly; not started yet. */
    public Scheduler scheduler(OneTimeTask<Void> task, RecurringTask<Void> nightly, int threads) {
        return Scheduler.create(source, task)
                .startTasks(nightly)
                .tableName("jobs.scheduled_tasks")
                .threads(threads)
                .pollingInterval(Duration.ofSeconds(10))
                .heartbeatInterval(Duration.ofSeconds(20))
                .shutdownMaxWait(Duration.ofSeconds(2))
                .enableImmediateExecution()
                .alwaysPersistTimestampInUTC()
                .build();
    }

    /** There is one server to a house: what is taken when it starts was taken by one that is gone, and is due at once. */
    public void forgetTheDead() {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            int freed = statement.executeUpdate(
                    "update jobs.scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, execution_time = clock_timestamp()");
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            LOG.debug("{} jobs go on", freed);
        } catch (SQLException e) {
            throw new IllegalStateException("The jobs that were under way cannot be taken up again.", e);
        }
    }

    @Override
    public void destroy() {
        source.close();
    }
}
