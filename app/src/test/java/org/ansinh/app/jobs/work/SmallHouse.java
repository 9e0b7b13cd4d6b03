package org.ansinh.app.jobs.work;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.ansinh.app.access.store.ActingTransactions;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.store.JobRows;
import org.ansinh.app.jobs.store.SchedulerTable;
import org.ansinh.postgres.DatabaseLogin;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A server that does nothing but jobs: starts in a moment, so that one can be stopped or killed and another started. */
final class SmallHouse implements AutoCloseable {
    /** Long past, so that what is asked for is due at once. */
    private static final Clock LONG_AGO =
            Clock.fixed(Instant.parse("2020-06-01T02:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    SmallHouse(DatabaseLogin gate, List<JobKind> kinds) {
        context.registerBean("gate", DataSource.class, () -> pool(gate));
        context.registerBean("wallClock", Clock.class, () -> LONG_AGO);
        for (JobKind kind : kinds) {
            context.registerBean(kind.name(), JobKind.class, () -> kind);
        }
        context.register(Wiring.class, JobRows.class, SchedulerTable.class, TurnOfDay.class, JobOffice.class);
        context.refresh();
    }

    private static HikariDataSource pool(DatabaseLogin gate) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(gate.url());
        pool.setUsername(gate.user());
        pool.setPassword(gate.password());
        pool.setMaximumPoolSize(6);
        pool.setMinimumIdle(0);
        return pool;
    }

    JobDesk jobs() {
        return context.getBean(JobDesk.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    PlatformTransactionManager transactions() {
        return context.getBean(PlatformTransactionManager.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {
        @org.springframework.context.annotation.Bean
        JdbcClient jdbc(DataSource gate) {
            return JdbcClient.create(gate);
        }

        @org.springframework.context.annotation.Bean
        PlatformTransactionManager transactionManager(DataSource gate, Clock wallClock) {
            return new ActingTransactions(gate, wallClock);
        }
    }
}
