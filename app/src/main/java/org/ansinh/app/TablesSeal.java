package org.ansinh.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.ansinh.postgres.DatabaseLogin;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the tables were when they had last been brought up to date: a digest of every step of this program and of every step the database remembers, kept as the comment of
 * the history. Where both are as they were there is nothing to look at, and a start is seconds shorter; where either differs every room is looked at as if there were no seal.
 */
final class TablesSeal {
    private static final String STEPS = "classpath:db/migration/**/*.sql";
    private static final String HISTORY = "public.flyway_schema_history";
    private static final String HISTORIES = """
            select coalesce(string_agg(format('select %L as room, installed_rank, version, checksum, success from %I.flyway_schema_history', n.nspname, n.nspname), ' union all '), '')
              from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relname = 'flyway_schema_history'""";

    private TablesSeal() {}

    /** Whether nothing has changed since the tables were sealed. */
    static boolean holds(DatabaseLogin owner) {
        try (var connection = owner.connect()) {
            var kept = one(connection, "select obj_description(to_regclass('" + HISTORY + "'), 'pg_class')");
            return kept.isPresent() && kept.get().equals(seal(connection));
        } catch (SQLException unknown) {
            return false; // whatever it is, looking at the rooms one by one will tell
        }
    }

    static void set(DataSource owner) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("comment on table " + HISTORY + " is '" + seal(connection) + "'");
        }
    }

    private static String seal(Connection connection) throws SQLException {
        var digest = digest();
        try {
            var steps = new PathMatchingResourcePatternResolver().getResources(STEPS);
            Arrays.sort(steps, Comparator.comparing(TablesSeal::address));
            for (var step : steps) {
                digest.update(address(step).getBytes(StandardCharsets.UTF_8));
                digest.update(step.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var histories = one(connection, HISTORIES).orElse("");
        if (!histories.isEmpty()) {
            var remembered = one(
                    connection,
                    "select string_agg(h::text, ';' order by h.room, h.installed_rank) from (" + histories + ") h");
            digest.update(remembered.orElse("").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Room and file, wherever the program lies. */
    private static String address(Resource step) {
        try {
            var whole = step.getURL().toString();
            return whole.substring(whole.lastIndexOf("db/migration/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
