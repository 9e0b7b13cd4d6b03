package org.ansinh.app.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.store.ActingTransactions;
import org.ansinh.postgres.DatabaseLogin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh, migrated database for one test class, on a real PostgreSQL, without Spring. As a field that is not static: a fresh one for each test, for what a
 * register goes through only once.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database = TestDatabase.fresh();
 * }</pre>
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private final Clock clock;
    private @Nullable HikariDataSource source;
    private @Nullable DatabaseLogin gate;
    private @Nullable PlatformTransactionManager transactions;
    private boolean forTheClass;

    private TestDatabase(Clock clock) {
        this.clock = clock;
    }

    /** The house day is 20 October 2026, as in the demonstration. */
    public static TestDatabase fresh() {
        return on(LocalDate.of(2026, 10, 20));
    }

    public static TestDatabase on(LocalDate day) {
        return new TestDatabase(clockOn(day));
    }

    static Clock clockOn(LocalDate day) {
        ZoneId house = ZoneId.of("Asia/Ho_Chi_Minh");
        return Clock.fixed(day.atTime(LocalTime.of(9, 0)).atZone(house).toInstant(), house);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        forTheClass = true;
        open();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!forTheClass) {
            open();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!forTheClass) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    private void open() {
        gate = TestServer.get().freshDatabase();
        source = new HikariDataSource();
        source.setJdbcUrl(gate.url());
        source.setUsername(gate.user());
        source.setPassword(gate.password());
        source.setMaximumPoolSize(6);
        source.setMinimumIdle(0);
        transactions = new ActingTransactions(source, clock);
    }

    private void close() {
        if (source != null) {
            source.close();
        }
        if (gate != null) {
            TestServer.get().drop(gate.databaseName());
        }
    }

    public Clock clock() {
        return clock;
    }

    /** As the server has it: the gate's login, which can do nothing before it takes a role. */
    public DataSource source() {
        return started(source);
    }

    public DatabaseLogin gate() {
        return started(gate);
    }

    /** For what only the owner may do; a test of ordinary work has no use for it. */
    public DatabaseLogin owner() {
        return TestServer.get().owner(gate());
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source());
    }

    public PlatformTransactionManager transactions() {
        return started(transactions);
    }

    /** One transaction as this actor. */
    public <R extends @Nullable Object> R as(Actor actor, Supplier<R> work) {
        return Acting.as(actor, () -> new TransactionTemplate(transactions()).execute(status -> work.get()));
    }

    public void run(Actor actor, Runnable work) {
        Acting.run(actor, () -> new TransactionTemplate(transactions()).executeWithoutResult(status -> work.run()));
    }

    /** A new officer with one role, for these communes ({@code "*"}: the province) and the purpose of social assistance. */
    public OfficerId officer(String login, String role, String... communes) {
        return officerFor(login, role, List.of("social_assistance"), communes);
    }

    /** The same, with these purposes. */
    public OfficerId officerFor(String login, String role, List<String> purposes, String... communes) {
        return as(Actor.WORKER, () -> {
            int id = jdbc().sql("select access.open_officer(?, ?)")
                    .params(login, "Cán bộ " + login)
                    .query(Integer.class)
                    .single();
            String days = role.equals("inspector") ? "[2026-01-01,2027-01-01)" : "[2020-01-01,)";
            jdbc().sql("select access.give_role(?, ?, ?::daterange)")
                    .params(id, role, days)
                    .query(rs -> {});
            for (String commune : communes) {
                jdbc().sql("select access.give_area(?, ?, ?::daterange)")
                        .params(id, commune, days)
                        .query(rs -> {});
            }
            for (String purpose : purposes) {
                jdbc().sql("select access.give_purpose(?, ?, ?::daterange)")
                        .params(id, purpose, days)
                        .query(rs -> {});
            }
            return new OfficerId(id);
        });
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException(
                    "Register the database as a @RegisterExtension field; it starts with the class, or with each test.");
        }
        return part;
    }
}
