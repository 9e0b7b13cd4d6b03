package org.ansinh.app.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.ansinh.app.Migrations;
import org.ansinh.postgres.DataFolder;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.EmbeddedPostgres;
import org.ansinh.postgres.HouseRoles;
import org.ansinh.postgres.Secrets;
import org.ansinh.postgres.ServerSettings;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL for the whole test run, with one migrated database that is copied for every test class. */
final class TestServer {
    private static final String TEMPLATE = "ansinh_template";
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static @Nullable TestServer running;

    private final EmbeddedPostgres postgres;
    private final Secrets secrets;

    private TestServer() {
        DataFolder folder = freeFolder();
        this.secrets = folder.secrets();
        this.postgres = EmbeddedPostgres.start(folder, 0, ServerSettings.FORGETFUL);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            postgres.close();
            folder.close();
        }));
        dropWhatEarlierRunsLeft();
        Migrations.run(HouseRoles.prepare(postgres.superuser(), TEMPLATE, secrets));
    }

    static synchronized TestServer get() {
        if (running == null) {
            running = new TestServer();
        }
        return running;
    }

    /** The folder stays between runs: unpacking and initdb are the slow part. Two runs at once take two folders. */
    private static DataFolder freeFolder() {
        for (int i = 1; i < 10; i++) {
            DataFolder folder = DataFolder.openIfFree(Path.of("target", "test-database-" + i));
            if (folder != null) {
                return folder;
            }
        }
        throw new IllegalStateException("Ten test runs at once in one working tree are too many.");
    }

    private void dropWhatEarlierRunsLeft() {
        asSuperuser("""
                select format('drop database %I with (force)', datname) from pg_database
                 where datname like 'ansinh_template' or datname like 'test\\_%'""", true);
        asSuperuser("""
                select format('drop role %I', rolname) from pg_roles where rolname ~ '^officer_[0-9]+$'""", true);
    }

    /** @return the login of the gate for a fresh copy of the template */
    DatabaseLogin freshDatabase() {
        String name = "test_" + COPIES.incrementAndGet();
        synchronized (this) {
            asSuperuser("create database " + name + " template " + TEMPLATE + " owner ansinh_owner", false);
            asSuperuser("revoke all on database " + name + " from public", false);
            asSuperuser("grant connect on database " + name + " to " + HouseRoles.GATE, false);
        }
        return postgres.superuser().database(name).as(HouseRoles.GATE, secrets.gate());
    }

    DatabaseLogin emptyDatabase() {
        String name = "test_empty_" + COPIES.incrementAndGet();
        asSuperuser("create database " + name + " template template0 owner ansinh_owner", false);
        return postgres.superuser().database(name).as(HouseRoles.OWNER, secrets.owner());
    }

    DatabaseLogin owner(DatabaseLogin gate) {
        return gate.as(HouseRoles.OWNER, secrets.owner());
    }

    DatabaseLogin superuser() {
        return postgres.superuser();
    }

    void drop(String database) {
        asSuperuser("drop database if exists " + database + " with (force)", false);
    }

    private void asSuperuser(String sql, boolean answersCommands) {
        try (Connection connection = postgres.superuser().connect();
                Statement statement = connection.createStatement()) {
            if (!answersCommands) {
                statement.execute(sql);
                return;
            }
            var commands = new java.util.ArrayList<String>();
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    commands.add(rows.getString(1));
                }
            }
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + sql, e);
        }
    }
}
