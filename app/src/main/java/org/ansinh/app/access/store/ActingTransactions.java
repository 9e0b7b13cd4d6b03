package org.ansinh.app.access.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.NobodyActs;
import org.ansinh.app.access.OneReading;
import org.ansinh.app.access.ReadingAlong;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that begin by taking the actor's database role and the house day. The connection's own login has no rights at all, so SQL outside a
 * transaction, or before this line ran, is refused by the database.
 */
public final class ActingTransactions implements PlatformTransactionManager, ReadingAlong, OneReading {
    private static final String PAGE = "a page";
    private final JdbcTransactionManager transactions;
    private final DataSource gate;

    public ActingTransactions(DataSource gate, Clock clock) {
        this.transactions = new RoleTaking(gate, clock);
        this.gate = gate;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition wanted) {
        Actor actor = Acting.now().orElseThrow(NobodyActs::new);
        var definition = wanted == null ? TransactionDefinition.withDefaults() : wanted;
        var running = (Actor) TransactionSynchronizationManager.getResource(this);
        if (running != null && joins(definition) && !running.equals(actor)) {
            throw new IllegalStateException(
                    "A transaction of %s is open; %s cannot join it. Finish it first, or ask for a transaction of its own (REQUIRES_NEW)."
                            .formatted(running.role(), actor.role()));
        }
        TransactionStatus status = transactions.getTransaction(definition);
        if (status.isNewTransaction() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, actor);
            TransactionSynchronizationManager.registerSynchronization(new Remembering(actor));
        }
        return status;
    }

    private static boolean joins(TransactionDefinition definition) {
        return switch (definition.getPropagationBehavior()) {
            case TransactionDefinition.PROPAGATION_REQUIRES_NEW,
                    TransactionDefinition.PROPAGATION_NOT_SUPPORTED,
                    TransactionDefinition.PROPAGATION_NEVER -> false;
            default -> true;
        };
    }

    @Override
    public void commit(TransactionStatus status) {
        transactions.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        transactions.rollback(status);
    }

    @Override
    public <R> R of(Supplier<R> page) {
        var whole = new TransactionTemplate(this);
        whole.setName(PAGE);
        return Objects.requireNonNull(whole.execute(status -> page.get()));
    }

    @Override
    public <R> R asDeterminerAnywhere(Supplier<R> reading) {
        if (TransactionSynchronizationManager.getResource(this) != null) {
            return asDeterminer(reading);
        }
        var own = new TransactionTemplate(this);
        own.setReadOnly(true);
        return Acting.as(Actor.DETERMINER, () -> Objects.requireNonNull(own.execute(status -> reading.get())));
    }

    @Override
    public <R> R asDeterminer(Supplier<R> reading) {
        if (!(TransactionSynchronizationManager.getResource(this) instanceof Actor actor)) {
            throw new IllegalStateException("No transaction is running in which the determiner could read along.");
        }
        become(Actor.DETERMINER);
        R answer;
        try {
            answer = Acting.as(Actor.DETERMINER, reading::get);
        } catch (RuntimeException trouble) {
            // after an error of the database nothing more is done in this transaction, not even this
            try {
                become(actor);
            } catch (DataAccessException broken) {
                trouble.addSuppressed(broken);
            }
            throw trouble;
        }
        become(actor);
        return answer;
    }

    /** The running transaction is this actor's from here on. */
    private void become(Actor actor) {
        TransactionSynchronizationManager.unbindResource(this);
        TransactionSynchronizationManager.bindResource(this, actor);
        Connection connection = DataSourceUtils.getConnection(gate);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local role " + actor.role());
        } catch (SQLException trouble) {
            throw new UncategorizedSQLException("taking a role within a transaction", null, trouble);
        } finally {
            DataSourceUtils.releaseConnection(connection, gate);
        }
    }

    /** Keeps whose transaction it is, and steps aside while another one runs within. */
    private final class Remembering implements TransactionSynchronization {
        private final Actor actor;

        Remembering(Actor actor) {
            this.actor = actor;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ActingTransactions.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ActingTransactions.this, actor);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ActingTransactions.this);
        }
    }

    private static final class RoleTaking extends JdbcTransactionManager {
        private static final long serialVersionUID = 1L;
        private final transient Clock clock;

        RoleTaking(DataSource gate, Clock clock) {
            super(gate);
            this.clock = clock;
        }

        @Override
        protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
                throws SQLException {
            super.prepareTransactionalConnection(connection, definition);
            Actor actor = Acting.now().orElseThrow(NobodyActs::new);
            try (Statement statement = connection.createStatement()) {
                // a role's name is made by us from a number, a moment by the calendar: neither carries text from
                // outside
                var now = ZonedDateTime.now(clock);
                statement.execute("set local role %s; set local ansinh.today = '%s'; set local ansinh.moment = '%s'%s%s"
                        .formatted(
                                actor.role(),
                                now.toLocalDate(),
                                now.toInstant(),
                                definition.isReadOnly() ? "; set transaction read only" : "",
                                PAGE.equals(definition.getName())
                                        ? "; set local plan_cache_mode = force_generic_plan"
                                        : ""));
            }
        }
    }
}
