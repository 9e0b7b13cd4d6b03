package org.ansinh.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.Diagnosis;
import org.ansinh.postgres.HouseTrouble;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup into an empty database, in one transaction, and proves table by table that nothing differs. */
public final class Restore {
    private final Path file;
    private final Manifest manifest;

    /** Reads what the file says it holds; a file that is none, or not whole, is refused before anything is touched. */
    public Restore(Path file) {
        this.file = file;
        if (Files.notExists(file)) {
            throw new HouseTrouble("restore.no_file", file);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            manifest = manifest(zip);
        } catch (ZipException e) {
            throw new HouseTrouble("restore.cut", file, e.getMessage()).because(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** How many there are to come. */
    public long rows() {
        return manifest.rows();
    }

    /**
     * Everything comes back, or the database is as empty as it was.
     *
     * @param migrations makes the tables, each schema up to the version given for it
     */
    public void into(DatabaseLogin owner, BiConsumer<DatabaseLogin, Map<String, String>> migrations, Watcher watcher) {
        boolean whole = false;
        var empty = new EmptyHouse(owner);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            empty.mustBe();
            migrations.accept(owner, manifest.versions());
            try (Connection connection = owner.connect()) {
                connection.setAutoCommit(false);
                watcher.expects(manifest.rows());
                read(connection, zip, watcher);
                connection.commit();
            }
            whole = true;
            analyze(owner);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (SQLException e) {
            String key = "53100".equals(e.getSQLState()) ? "restore.full" : "restore.refused";
            throw new HouseTrouble(key, e.getMessage()).because(e);
        } finally {
            if (!whole) {
                empty.againIfItCan();
            }
        }
    }

    private HouseTrouble unreadable(IOException e) {
        return Diagnosis.of(e, file).orElseGet(() -> new HouseTrouble("restore.cut", file, e.getMessage()).because(e));
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        if (zip.getEntry(Backup.MANIFEST) == null || zip.getEntry(Backup.SEAL) == null) {
            throw new HouseTrouble("restore.foreign", file);
        }
        byte[] bytes = bytes(zip, Backup.MANIFEST);
        String sealed = new String(bytes(zip, Backup.SEAL), StandardCharsets.US_ASCII);
        if (!sealed.equals(HexFormat.of().formatHex(Backup.sha256().digest(bytes)))) {
            throw new HouseTrouble("restore.changed", file, Backup.MANIFEST);
        }
        Manifest read = JsonMapper.builder().build().readValue(bytes, Manifest.class);
        if (read.format() != Manifest.FORMAT) {
            throw new HouseTrouble("restore.format", file, read.format(), Manifest.FORMAT);
        }
        return read;
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private void read(Connection connection, ZipFile zip, Watcher watcher) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Catalog.PLAIN_TEXT);
            var partitions = makePartitions(connection, statement);
            var shapes = new LinkedHashMap<String, Catalog.Shape>();
            new Catalog(connection).tables().forEach(shape -> shapes.put(shape.name(), shape));
            mustBeSameTables(shapes);
            // the rows were checked when they were written the first time; rules that stamp or refuse must not touch
            // them now
            for (String table : shapes.keySet()) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute("truncate " + String.join(", ", shapes.keySet()));
            for (Manifest.Table table : manifest.tables()) {
                copyIn(connection, zip, table, watcher);
            }
            for (String rule :
                    partitions.stream().flatMap(it -> it.rules().stream()).toList()) {
                statement.execute(rule);
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
        prove(connection);
    }

    private List<Manifest.Partition> makePartitions(Connection connection, Statement statement) throws SQLException {
        var known = new Catalog(connection)
                .partitions().stream().map(Manifest.Partition::name).collect(Collectors.toSet());
        var missing = manifest.partitions().stream()
                .filter(it -> !known.contains(it.name()))
                .toList();
        for (Manifest.Partition partition : missing) {
            statement.execute(partition.statement());
        }
        return missing;
    }

    private void mustBeSameTables(Map<String, Catalog.Shape> shapes) {
        for (Manifest.Table table : manifest.tables()) {
            Catalog.Shape shape = shapes.get(table.name());
            if (shape == null || !shape.columns().equals(table.columns())) {
                throw new HouseTrouble(
                        "restore.other_tables", table.name(), table.columns(), shape == null ? "–" : shape.columns());
            }
        }
    }

    private void copyIn(Connection connection, ZipFile zip, Manifest.Table table, Watcher watcher)
            throws SQLException, IOException {
        var entry = zip.getEntry("tables/" + table.name());
        if (entry == null) {
            throw new HouseTrouble("restore.changed", file, table.name());
        }
        var digest = Backup.sha256();
        try (InputStream in = new RowsComingIn(zip.getInputStream(entry), digest, watcher)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin".formatted(table.name(), String.join(", ", table.columns())),
                            in,
                            1 << 16);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(table.bytes())) {
            throw new HouseTrouble("restore.changed", file, table.name());
        }
    }

    private void prove(Connection connection) throws SQLException {
        var catalog = new Catalog(connection);
        for (Manifest.Table table : manifest.tables()) {
            String[] found = catalog.countAndDigest(new Catalog.Shape(table.name(), table.columns()));
            if (Long.parseLong(found[0]) != table.rows() || !found[1].equals(table.digest())) {
                throw new HouseTrouble(
                        "restore.not_equal",
                        table.name(),
                        found[0] + ", " + found[1],
                        table.rows() + ", " + table.digest());
            }
        }
        if (!catalog.sequences().equals(manifest.sequences())) {
            throw new HouseTrouble("restore.not_equal", "sequences", catalog.sequences(), manifest.sequences());
        }
    }

    private static void analyze(DatabaseLogin owner) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }
}
