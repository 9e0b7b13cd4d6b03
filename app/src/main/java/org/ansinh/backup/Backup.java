package org.ansinh.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.Diagnosis;
import org.ansinh.postgres.HouseTrouble;
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
     * The file is there whole, or not at all.
     *
     * @return how many rows
     */
    public long write(Path file, Watcher watcher) {
        if (Files.exists(file)) {
            throw new HouseTrouble("backup.exists", file);
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        unfinished.toFile().deleteOnExit();
        try {
            long rows = writeWhole(unfinished, watcher);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } catch (SQLException e) {
            // the database cannot say it better than the disk: COPY breaks off when the file cannot grow
            throw Diagnosis.isFull(file) ? full(file) : new HouseTrouble("backup.stopped", e.getMessage()).because(e);
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).contains("No space left on device") || Diagnosis.isFull(file)
                    ? full(file)
                    : new HouseTrouble("backup.unwritable", file, e).because(e);
        } finally {
            remove(unfinished);
        }
    }

    private static HouseTrouble full(Path file) {
        return new HouseTrouble("backup.full", file);
    }

    private static void remove(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new HouseTrouble("backup.unwritable", unfinished, e).because(e);
        }
    }

    private long writeWhole(Path unfinished, Watcher watcher) throws SQLException, IOException {
        try (Connection connection = owner.connect();
                FileChannel channel = forOurEyesOnly(unfinished);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read read only; " + Catalog.PLAIN_TEXT);
            }
            zip.setLevel(Deflater.BEST_SPEED);
            Manifest manifest = write(connection, zip, watcher);
            zip.finish();
            out.flush();
            channel.force(true);
            connection.rollback();
            return manifest.rows();
        }
    }

    /** It holds everything there is about everybody. */
    private static FileChannel forOurEyesOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    private Manifest write(Connection connection, ZipOutputStream zip, Watcher watcher)
            throws SQLException, IOException {
        var catalog = new Catalog(connection);
        watcher.expects(catalog.aboutHowManyRows());
        var tables = new ArrayList<Manifest.Table>();
        for (Catalog.Shape table : catalog.tables()) {
            tables.add(copyOut(connection, catalog, table, zip, watcher));
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
        put(zip, SEAL, HexFormat.of().formatHex(sha256().digest(bytes)).getBytes(StandardCharsets.US_ASCII));
        return manifest;
    }

    private static Manifest.Table copyOut(
            Connection connection, Catalog catalog, Catalog.Shape table, ZipOutputStream zip, Watcher watcher)
            throws SQLException, IOException {
        String[] proof = catalog.countAndDigest(table);
        zip.putNextEntry(new ZipEntry("tables/" + table.name()));
        var digest = sha256();
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select %s from only %s) to stdout".formatted(table.columnList(), table.name()),
                        new RowsGoingOut(zip, digest, watcher));
        zip.closeEntry();
        if (rows != Long.parseLong(proof[0])) {
            throw new HouseTrouble("backup.miscounted", table.name(), proof[0], rows);
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
