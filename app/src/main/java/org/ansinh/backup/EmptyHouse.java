package org.ansinh.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.HouseTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database in which nobody has worked yet: without tables, or with tables and no officer, as a restore that was cut off leaves it. */
final class EmptyHouse {
    private static final Logger LOG = LoggerFactory.getLogger(EmptyHouse.class);
    private static final String OURS = "nspname not like 'pg\\_%' and nspname <> 'information_schema'";

    private final DatabaseLogin owner;
    private boolean wasEmpty;

    EmptyHouse(DatabaseLogin owner) {
        this.owner = owner;
    }

    void mustBe() throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            if (holds(statement, "select from pg_class where oid = to_regclass('access.officer')")
                    && holds(statement, "select from access.officer")) {
                throw new HouseTrouble("restore.not_empty");
            }
        }
        wasEmpty = true;
        empty();
    }

    /** Takes away what a restore that did not come to its end has made; never what was there before it. If the server is gone, the next restore does it. */
    void againIfItCan() {
        if (!wasEmpty) {
            return;
        }
        try {
            empty();
        } catch (SQLException e) {
            LOG.warn("The tables of a restore that broke off are still there", e);
        }
    }

    /** Takes away whatever is there. */
    void empty() throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var drops = new ArrayList<String>();
            new Catalog(connection)
                    .each(
                            "select format('drop schema %I cascade', nspname) from pg_namespace where " + OURS,
                            row -> drops.add(row.getString(1)));
            for (String drop : drops) {
                statement.execute(drop);
            }
            statement.execute("create schema public authorization pg_database_owner");
            statement.execute("grant usage on schema public to public");
            connection.commit();
        }
    }

    private static boolean holds(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query + " limit 1")) {
            return rows.next();
        }
    }
}
