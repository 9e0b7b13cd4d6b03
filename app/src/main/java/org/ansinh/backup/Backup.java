package org.ansinh.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.DatabaseTrouble;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/** Writes everything into one file, as it was at one moment; the server may go on working meanwhile. */
public final class Backup {
    static final String MANIFEST = "manifest.json";
    static final String SEAL = "manifest.sha256";

    private final DatabaseLogin owner;
    private final Clock clock;

    public Backup(DatabaseLogin owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * @param tableDone told the name of each table that is in the file
     * @return how many rows
     */
    public long write(Path file, Consumer<String> tableDone) {
        if (Files.exists(file)) {
            throw new DatabaseTrouble(
                    "The file %s exists. A backup never overwrites one; choose another name.".formatted(file));
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read read only; " + Catalog.PLAIN_TEXT);
            }
            Manifest manifest;
            try (OutputStream out = Files.newOutputStream(
                            unfinished, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
                    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16))) {
                zip.setLevel(Deflater.BEST_SPEED);
                manifest = write(connection, zip, tableDone);
            }
            connection.rollback();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        } catch (SQLException e) {
            throw new DatabaseTrouble(
                    "The backup stopped: %s. %s holds nothing of use and may be deleted."
                            .formatted(e.getMessage(), unfinished),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The backup cannot be written to " + file + ". Is the disk full, or the folder not yours?", e);
        }
    }

    private Manifest write(Connection connection, ZipOutputStream zip, Consumer<String> tableDone)
            throws SQLException, IOException {
        var catalog = new Catalog(connection);
        var tables = new ArrayList<Manifest.Table>();
        for (Catalog.Shape table : catalog.tables()) {
            tables.add(copyOut(connection, catalog, table, zip));
            tableDone.accept(table.name());
        }
        var manifest = new Manifest(
                Manifest.FORMAT,
                clock.instant().toString(),
                connection.getMetaData().getDatabaseProductVersion(),
                catalog.versions(),
                catalog.partitions(),
                List.copyOf(tables),
                catalog.sequences());
        byte[] bytes =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
        put(zip, MANIFEST, bytes);
        put(
                zip,
                SEAL,
                HexFormat.of().formatHex(sha256().digest(bytes)).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return manifest;
    }

    private static Manifest.Table copyOut(
            Connection connection, Catalog catalog, Catalog.Shape table, ZipOutputStream zip)
            throws SQLException, IOException {
        String[] proof = catalog.countAndDigest(table);
        zip.putNextEntry(new ZipEntry("tables/" + table.name()));
        var digest = sha256();
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select %s from only %s) to stdout".formatted(table.columnList(), table.name()),
                        new DigestOutputStream(zip, digest));
        zip.closeEntry();
        if (rows != Long.parseLong(proof[0])) {
            throw new DatabaseTrouble(
                    "%s has %s rows, and %d came out; the backup is not written. This is a bug: tell whoever maintains An Sinh."
                            .formatted(table.name(), proof[0], rows));
        }
        return new Manifest.Table(
                table.name(), table.columns(), rows, proof[1], HexFormat.of().formatHex(digest.digest()));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
