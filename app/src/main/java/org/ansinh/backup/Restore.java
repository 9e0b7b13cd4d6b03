package org.ansinh.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.DatabaseTrouble;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup into an empty database, in one transaction, and proves table by table that nothing differs. */
public final class Restore {
    private final DatabaseLogin owner;
    private final BiConsumer<DatabaseLogin, Map<String, String>> migrations;

    /**
     * @param migrations makes the tables, each schema up to the version given for it
     */
    public Restore(DatabaseLogin owner, BiConsumer<DatabaseLogin, Map<String, String>> migrations) {
        this.owner = owner;
        this.migrations = migrations;
    }

    /**
     * @return how many rows came back
     */
    public long read(Path file, Consumer<String> tableDone) {
        if (Files.notExists(file)) {
            throw new DatabaseTrouble("There is no file %s.".formatted(file));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip, file);
            mustBeEmpty();
            migrations.accept(owner, manifest.versions());
            try (Connection connection = owner.connect()) {
                connection.setAutoCommit(false);
                read(connection, zip, manifest, tableDone);
                connection.commit();
            }
            analyze();
            return manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        } catch (ZipException e) {
            throw new DatabaseTrouble(
                    "%s is no whole backup (%s). It may have been cut off while it was copied; fetch it again."
                            .formatted(file, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The backup " + file + " cannot be read.", e);
        } catch (SQLException e) {
            throw new DatabaseTrouble(
                    "The database refused the backup: %s. Nothing of it was kept; use another, empty data folder for the next try."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        var entry = zip.getEntry(Backup.MANIFEST);
        var seal = zip.getEntry(Backup.SEAL);
        if (entry == null || seal == null) {
            throw new DatabaseTrouble("%s is not a backup that An Sinh made.".formatted(file));
        }
        byte[] bytes = bytes(zip, Backup.MANIFEST);
        String sealed = new String(bytes(zip, Backup.SEAL), StandardCharsets.US_ASCII);
        if (!sealed.equals(HexFormat.of().formatHex(Backup.sha256().digest(bytes)))) {
            throw new DatabaseTrouble(
                    "The table of contents of %s was changed after the backup was made; it is not restored."
                            .formatted(file));
        }
        Manifest manifest = JsonMapper.builder().build().readValue(bytes, Manifest.class);
        if (manifest.format() != Manifest.FORMAT) {
            throw new DatabaseTrouble(
                    "%s has the format %d; this An Sinh reads format %d. Use the version that made it."
                            .formatted(file, manifest.format(), Manifest.FORMAT));
        }
        return manifest;
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private void mustBeEmpty() throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r'"
                                + " and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'")) {
            row.next();
            if (row.getInt(1) > 0) {
                throw new DatabaseTrouble(
                        "There is data in this data folder already. A backup is restored into an empty one: choose another with --data.");
            }
        }
    }

    private static void read(Connection connection, ZipFile zip, Manifest manifest, Consumer<String> tableDone)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Catalog.PLAIN_TEXT);
            makePartitions(connection, statement, manifest);
            var shapes = new LinkedHashMap<String, Catalog.Shape>();
            new Catalog(connection).tables().forEach(shape -> shapes.put(shape.name(), shape));
            mustBeSameTables(shapes, manifest);
            // the rows were checked when they were written the first time; rules that stamp or refuse must not touch
            // them now
            for (String table : shapes.keySet()) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute("truncate " + String.join(", ", shapes.keySet()));
            for (Manifest.Table table : manifest.tables()) {
                copyIn(connection, zip, table);
                tableDone.accept(table.name());
            }
            for (String table : shapes.keySet()) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            for (Manifest.Sequence sequence : manifest.sequences()) {
                statement.execute(
                        "select setval('%s', %d, %b)".formatted(sequence.name(), sequence.last(), sequence.called()));
            }
            statement.execute("select access.open_missing_roles()");
        }
        prove(connection, manifest);
    }

    private static void makePartitions(Connection connection, Statement statement, Manifest manifest)
            throws SQLException {
        var known = new Catalog(connection).partitions();
        for (Manifest.Partition partition : manifest.partitions()) {
            if (!known.contains(partition)) {
                statement.execute("create table %s partition of %s %s"
                        .formatted(partition.name(), partition.parent(), partition.bound()));
            }
        }
    }

    private static void mustBeSameTables(Map<String, Catalog.Shape> shapes, Manifest manifest) {
        for (Manifest.Table table : manifest.tables()) {
            Catalog.Shape shape = shapes.get(table.name());
            if (shape == null || !shape.columns().equals(table.columns())) {
                throw new DatabaseTrouble(
                        "The backup's table %s (%s) is not what this An Sinh's migrations make (%s). Restore it with the version that made it."
                                .formatted(table.name(), table.columns(), shape == null ? "none" : shape.columns()));
            }
        }
    }

    private static void copyIn(Connection connection, ZipFile zip, Manifest.Table table)
            throws SQLException, IOException {
        var entry = zip.getEntry("tables/" + table.name());
        if (entry == null) {
            throw new DatabaseTrouble("The backup names the table %s and does not hold it.".formatted(table.name()));
        }
        var digest = Backup.sha256();
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin".formatted(table.name(), String.join(", ", table.columns())),
                            in,
                            1 << 16);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(table.bytes())) {
            throw new DatabaseTrouble(
                    "The rows of %s in the file are not those that were backed up; nothing is restored."
                            .formatted(table.name()));
        }
    }

    private static void prove(Connection connection, Manifest manifest) throws SQLException {
        var catalog = new Catalog(connection);
        for (Manifest.Table table : manifest.tables()) {
            String[] found = catalog.countAndDigest(new Catalog.Shape(table.name(), table.columns()));
            if (Long.parseLong(found[0]) != table.rows() || !found[1].equals(table.digest())) {
                throw new DatabaseTrouble(
                        "%s came back with %s rows and the digest %s instead of %d and %s; nothing is restored."
                                .formatted(table.name(), found[0], found[1], table.rows(), table.digest()));
            }
        }
        if (!catalog.sequences().equals(manifest.sequences())) {
            throw new DatabaseTrouble("The sequences did not come back where they stood; nothing is restored.");
        }
    }

    private void analyze() throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }
}
