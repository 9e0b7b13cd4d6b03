package org.ansinh.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.Diagnosis;
import org.ansinh.postgres.HouseTrouble;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings every room's tables up to date, ground floor first: {@code db/migration/<room>} into the schema of the room, with a history of its own there. Runs
 * as the owner, before the server opens its doors; the server itself never holds the owner's password.
 */
public final class Migrations {
    /** The house, ground floor first. A room may lean only on rooms of lower floors; the same holds for its SQL. */
    static final List<List<String>> FLOORS = List.of(
            List.of("territory", "lawbook", "pages"),
            List.of("access"),
            List.of("jobs"),
            List.of("registry"),
            List.of("determination"),
            List.of("casework", "ledger"),
            List.of("payments"),
            List.of("reporting", "exchange", "inspection", "demo"));

    /** What one doing of Flyway's holds at a time is two; the third is for a callback. */
    private static final int CONNECTIONS = 3;

    private Migrations() {}

    public static void run(DatabaseLogin owner) {
        if (!TablesSeal.holds(owner)) {
            migrate(owner, Map.of());
        }
    }

    /** Only so far, for tables as an older version knew them; a schema that is not named stays away. */
    static void upTo(DatabaseLogin owner, Map<String, String> versions) {
        migrate(owner, versions);
    }

    /** All rooms are looked at before the first is changed: what is refused leaves everything as it was. */
    private static void migrate(DatabaseLogin owner, Map<String, String> versions) {
        try (var source = connections(owner)) {
            migrate(source, versions);
        }
    }

    /** Flyway asks for a few connections for each thing it does: kept open they cost one greeting, not hundreds. */
    private static HikariDataSource connections(DatabaseLogin owner) {
        var source = new HikariDataSource();
        source.setJdbcUrl(owner.url());
        source.setUsername(owner.user());
        source.setPassword(owner.password());
        source.setMaximumPoolSize(CONNECTIONS);
        source.setMinimumIdle(0);
        source.setInitializationFailTimeout(-1);
        return source;
    }

    private static void migrate(DataSource source, Map<String, String> versions) {
        var rooms = new LinkedHashMap<String, Flyway>();
        Stream.concat(Stream.of("__root"), FLOORS.stream().flatMap(List::stream))
                .filter(Migrations::hasTables)
                .filter(it -> versions.isEmpty() || versions.containsKey(schema(it)))
                .forEach(it -> rooms.put(it, room(it, versions.getOrDefault(schema(it), "latest"), source)));
        var behind = new LinkedHashMap<String, Flyway>();
        rooms.forEach((room, steps) -> {
            if (mustBeOurs(room, steps)) {
                behind.put(room, steps);
            }
        });
        mayBeEntered(rooms.keySet(), source);
        behind.forEach(Migrations::migrate);
        if (versions.isEmpty()) {
            seal(source);
        }
    }

    private static void seal(DataSource source) {
        try {
            TablesSeal.set(source);
        } catch (SQLException e) {
            throw trouble("*", e);
        }
    }

    private static boolean hasTables(String room) {
        return Migrations.class.getClassLoader().getResource(folder(room)) != null;
    }

    private static String folder(String room) {
        return "db/migration/" + room;
    }

    private static String schema(String room) {
        return room.equals("__root") ? "public" : room;
    }

    private static Flyway room(String room, String version, DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + folder(room))
                .schemas(schema(room))
                .target(version)
                .createSchemas(false)
                .validateMigrationNaming(true)
                .validateOnMigrate(false)
                .ignoreMigrationPatterns("*:pending")
                .load();
    }

    /** @return whether steps are missing */
    private static boolean mustBeOurs(String room, Flyway steps) {
        var found = steps.info();
        mustNotBeNewer(room, found);
        try {
            steps.validate();
        } catch (FlywayValidateException e) {
            throw new HouseTrouble("tables.others", room, finding(e)).because(e);
        }
        return found.pending().length > 0;
    }

    private static void mayBeEntered(Set<String> rooms, DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String room : rooms) {
                if (!room.equals("__root")) {
                    statement.execute("create schema if not exists " + room);
                    statement.execute("grant usage on schema " + room
                            + " to ansinh_officer, ansinh_worker, ansinh_determiner, ansinh_doorkeeper");
                }
            }
        } catch (SQLException e) {
            throw trouble("*", e);
        }
    }

    private static void migrate(String room, Flyway steps) {
        try {
            steps.migrate();
        } catch (FlywayException e) {
            throw trouble(room, e);
        }
    }

    /** A full disk or a database that went away has a sentence of its own. */
    private static HouseTrouble trouble(String room, Exception e) {
        return Diagnosis.of(e, Path.of(""))
                .orElseGet(() -> new HouseTrouble("tables.failed", room, cause(e)).because(e));
    }

    /** Flyway passes over steps that it does not know; the program would then work on tables that it does not know. */
    private static void mustNotBeNewer(String room, MigrationInfoService steps) {
        var unknown = Arrays.stream(steps.applied())
                .filter(it -> it.getState().name().startsWith("FUTURE"))
                .reduce((one, next) -> next);
        if (unknown.isPresent()) {
            var known = Arrays.stream(steps.all())
                    .filter(it -> it.getState().isResolved() && it.getVersion() != null)
                    .reduce((one, next) -> next);
            throw new HouseTrouble(
                    "tables.newer",
                    room,
                    unknown.get().getVersion(),
                    known.isPresent() ? known.get().getVersion() : 0);
        }
    }

    private static String cause(Throwable trouble) {
        Throwable root = trouble;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    /** Flyway's finding without its advice, which is for developers and would change what was recorded. */
    private static String finding(FlywayValidateException trouble) {
        return String.valueOf(trouble.getMessage())
                .lines()
                .map(String::strip)
                .filter(it -> it.contains("version"))
                .findFirst()
                .orElse(cause(trouble));
    }
}
