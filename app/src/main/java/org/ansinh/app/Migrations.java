package org.ansinh.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.HouseTrouble;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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
            List.of("casework"),
            List.of("payments"),
            List.of("reporting", "exchange", "demo"));

    private Migrations() {}

    public static void run(DatabaseLogin owner) {
        migrate(owner, Map.of());
    }

    /** Only so far, for tables as an older version knew them; a schema that is not named stays away. */
    static void upTo(DatabaseLogin owner, Map<String, String> versions) {
        migrate(owner, versions);
    }

    private static void migrate(DatabaseLogin owner, Map<String, String> versions) {
        var source = new DriverManagerDataSource(owner.url(), owner.user(), owner.password());
        Stream.concat(Stream.of("__root"), FLOORS.stream().flatMap(List::stream))
                .forEach(room -> {
                    String schema = room.equals("__root") ? "public" : room;
                    if (versions.isEmpty() || versions.containsKey(schema)) {
                        migrate(room, schema, versions.getOrDefault(schema, "latest"), source);
                    }
                });
    }

    private static void migrate(String room, String schema, String version, DriverManagerDataSource source) {
        String folder = "db/migration/" + room;
        if (Migrations.class.getClassLoader().getResource(folder) == null) {
            return;
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (!schema.equals("public")) {
                statement.execute("create schema if not exists " + schema);
                statement.execute("grant usage on schema " + schema
                        + " to ansinh_officer, ansinh_worker, ansinh_determiner, ansinh_doorkeeper");
            }
        } catch (SQLException e) {
            throw new HouseTrouble("tables.failed", room, e.getMessage()).because(e);
        }
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + folder)
                .schemas(schema)
                .target(version)
                .createSchemas(false)
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
