package org.ansinh.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of our own in the data folder: real, durable, with passwords, reachable from this machine alone. Whatever an earlier process left running
 * there is stopped first and started afresh, so that port and settings are always the ones asked for.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final int VERSION = 18;
    private static final String SUPERUSER = "postgres";

    private final Path cluster;
    private final Path log;
    private final Path programs;
    private final ServerUser user;
    private final int port;
    private final Secrets secrets;

    private EmbeddedPostgres(DataFolder folder, Path programs, ServerUser user, int port) {
        this.cluster = folder.file("cluster");
        this.log = folder.file("postgresql.log");
        this.programs = programs;
        this.user = user;
        this.port = port;
        this.secrets = folder.secrets();
    }

    /**
     * @param wantedPort 0 for any free one
     */
    public static EmbeddedPostgres start(DataFolder folder, int wantedPort, ServerSettings settings) {
        try {
            return start(folder, wantedPort, settings, ServerUser.here(folder.path()));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be started in " + folder.path() + ".", e);
        }
    }

    static EmbeddedPostgres start(DataFolder folder, int wantedPort, ServerSettings settings, ServerUser user)
            throws IOException {
        user.mustReach(folder.path());
        Path programs = PostgresBinaries.unpackedInto(folder.path()).resolve("bin");
        var server = new EmbeddedPostgres(folder, programs, user, wantedPort == 0 ? freePort() : wantedPort);
        server.makeCluster();
        server.stopWhatWasLeft();
        server.mustBeFree(wantedPort);
        server.write(settings);
        server.launch();
        return server;
    }

    public DatabaseLogin superuser() {
        return new DatabaseLogin(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), SUPERUSER, secrets.superuser());
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            if (run(60, "pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "55", "stop") != 0) {
                run(30, "pg_ctl", "-D", cluster.toString(), "-m", "immediate", "-w", "stop");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL in " + cluster + " cannot be stopped.", e);
        }
    }

    private void makeCluster() throws IOException {
        Path versionFile = cluster.resolve("PG_VERSION");
        if (Files.exists(versionFile)) {
            String found = Files.readString(versionFile).strip();
            if (!found.equals(Integer.toString(VERSION))) {
                throw new DatabaseTrouble(
                        ("The data folder %s was made by PostgreSQL %s; this An Sinh brings PostgreSQL %d."
                                        + " Start the An Sinh that made it, run './ansinh backup FILE', then './ansinh restore FILE' with this one into an empty folder.")
                                .formatted(cluster.getParent(), found, VERSION));
            }
            user.own(cluster);
            user.own(log);
            return;
        }
        // initdb wants an empty folder of its own user: what an interrupted first start left is not worth keeping, it
        // never held data
        Path unfinished = cluster.resolveSibling("cluster.unfinished");
        deleteTree(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = cluster.resolveSibling("cluster.password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, secrets.superuser());
        if (Files.notExists(log)) {
            Files.createFile(log);
        }
        user.own(unfinished);
        user.own(password);
        user.own(log);
        try {
            must(
                    120,
                    "initdb",
                    "-D",
                    unfinished.toString(),
                    "-U",
                    SUPERUSER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + password,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums");
        } finally {
            Files.deleteIfExists(password);
        }
        Files.writeString(
                unfinished.resolve("postgresql.conf"),
                "include 'ansinh.conf'\n",
                java.nio.file.StandardOpenOption.APPEND);
        Files.move(unfinished, cluster);
    }

    private void write(ServerSettings settings) throws IOException {
        Path file = cluster.resolve("ansinh.conf");
        Files.writeString(file, settings.text(port));
        user.own(file);
    }

    /** A server that outlived its An Sinh (kill -9, power button) has nobody left to serve: the folder's lock is ours. */
    private void stopWhatWasLeft() throws IOException {
        if (Files.exists(cluster.resolve("postmaster.pid"))
                && run(20, "pg_ctl", "-D", cluster.toString(), "status") == 0) {
            close();
        }
    }

    private void mustBeFree(int wantedPort) throws IOException {
        if (wantedPort == 0) {
            return;
        }
        try (var probe = new ServerSocket(wantedPort, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (java.net.BindException e) {
            throw new DatabaseTrouble(
                    "Port %d, asked for with --db-port, is taken by another program. Choose another, or leave --db-port out to use any free one."
                            .formatted(wantedPort),
                    e);
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void launch() throws IOException {
        must(150, "pg_ctl", "-D", cluster.toString(), "-w", "-t", "140", "-l", log.toString(), "start");
    }

    private void must(int seconds, String program, String... arguments) throws IOException {
        long before = Files.exists(log) ? Files.size(log) : 0;
        int exit = run(seconds, program, arguments);
        if (exit != 0) {
            String said = tail(before);
            if (said.contains("No space left on device")) {
                throw new DatabaseTrouble(
                        "The disk of %s is full. Make room, or choose another disk with --data; nothing that was saved is lost."
                                .formatted(cluster.getParent()));
            }
            throw new DatabaseTrouble("PostgreSQL's %s failed (exit %d). The end of its log %s says:%n%s"
                    .formatted(program, exit, log, said));
        }
    }

    private String tail(long from) throws IOException {
        if (Files.notExists(log)) {
            return "";
        }
        byte[] all = Files.readAllBytes(log);
        int start = (int) Math.max(Math.min(from, all.length), all.length - 2000L);
        return new String(all, start, all.length - start, java.nio.charset.StandardCharsets.UTF_8);
    }

    private int run(int seconds, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(cluster.resolveSibling(".").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return -1;
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
