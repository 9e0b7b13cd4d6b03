package org.ansinh.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A PostgreSQL of our own in the data folder: real, durable, with passwords, reachable from this machine alone. Whatever an earlier process left running
 * there is stopped first and started afresh, so that port and settings are always the ones asked for.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final int TRIES = 5;

    private final DataFolder folder;
    private final ServerSettings settings;
    private final Cluster cluster;
    private final PostgresPrograms programs;
    private final Secrets secrets;
    private volatile int port;
    private volatile boolean closing;

    private EmbeddedPostgres(DataFolder folder, ServerSettings settings, Path unpacked, ServerUser user) {
        this.folder = folder;
        this.settings = settings;
        this.programs = new PostgresPrograms(folder.path(), unpacked.resolve("bin"), user);
        this.cluster = new Cluster(folder.file("cluster"), programs, user);
        this.secrets = folder.secrets();
    }

    /**
     * @param wantedPort 0 for any free one
     */
    public static EmbeddedPostgres start(DataFolder folder, int wantedPort, ServerSettings settings) {
        var server = prepare(folder, settings);
        server.start(wantedPort);
        return server;
    }

    /** Everything but starting: from here on {@link #close()} stops whatever state the start has reached. */
    public static EmbeddedPostgres prepare(DataFolder folder, ServerSettings settings) {
        try {
            return prepare(folder, settings, ServerUser.here(folder.path()));
        } catch (IOException e) {
            throw folder.trouble(e);
        }
    }

    static EmbeddedPostgres prepare(DataFolder folder, ServerSettings settings, ServerUser user) {
        try {
            user.mustReach(folder.path());
            return new EmbeddedPostgres(folder, settings, PostgresBinaries.unpackedInto(folder.path()), user);
        } catch (IOException e) {
            throw folder.trouble(e);
        }
    }

    public synchronized void start(int wantedPort) {
        if (closing) {
            throw new IllegalStateException("The server was stopped before it was started.");
        }
        try {
            if (wantedPort != 0) {
                mustBeFree(wantedPort);
            }
            programs.makeLogs();
            cluster.make(secrets.superuser());
            stopWhatWasLeft();
            port = wantedPort == 0 ? freePort() : wantedPort;
            launch(wantedPort == 0);
        } catch (IOException e) {
            throw folder.trouble(e);
        }
    }

    public DatabaseLogin superuser() {
        return new DatabaseLogin(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), SUPERUSER, secrets.superuser());
    }

    public int port() {
        return port;
    }

    /**
     * Starts the server again whenever it ends unasked, at the same address, for as long as it takes: a full disk may be emptied meanwhile.
     *
     * @param tell what an operator should know, as it happens
     */
    public void keepRunning(Consumer<String> tell) {
        try {
            Optional<ProcessHandle> running = new LeftBehind(folder.path(), cluster.path()).postmaster();
            running.ifPresent(it -> it.onExit().thenRun(() -> revive(tell)));
        } catch (IOException e) {
            throw folder.trouble(e);
        }
    }

    private void revive(Consumer<String> tell) {
        String told = "";
        while (!closing) {
            String now = revived();
            if (now.isEmpty()) {
                if (!closing) {
                    tell.accept(Sentences.both("postgres.back"));
                    keepRunning(tell);
                }
                return;
            }
            if (!closing && !now.equals(told)) {
                tell.accept(Sentences.both("postgres.stopped") + "\n" + now);
                told = now;
            }
            pause();
        }
    }

    /** @return why not, in a sentence */
    private synchronized String revived() {
        if (closing) {
            return "";
        }
        try {
            stopWhatWasLeft();
            launch(false);
            return "";
        } catch (HouseTrouble trouble) {
            return String.valueOf(trouble.getMessage());
        } catch (IOException e) {
            return String.valueOf(folder.trouble(e).getMessage());
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the server, however far its start has come. */
    @Override
    public void close() {
        closing = true;
        programs.cutOff();
        synchronized (this) {
            try {
                stopRunning();
            } catch (IOException e) {
                throw folder.trouble(e);
            }
        }
    }

    private void stopRunning() throws IOException {
        var left = new LeftBehind(folder.path(), cluster.path());
        if (left.postmaster().isEmpty()) {
            return;
        }
        String place = cluster.path().toString();
        if (programs.pgCtl(60, "-D", place, "-m", "fast", "-w", "-t", "55", "stop") != 0
                && left.postmaster().isPresent()) {
            int stopped = programs.pgCtl(30, "-D", place, "-m", "immediate", "-w", "stop");
            if (stopped != 0) {
                left.postmaster().ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** A server that outlived its An Sinh (kill -9, power button) has nobody left to serve: the folder's lock is ours. */
    private void stopWhatWasLeft() throws IOException {
        stopRunning();
        var left = new LeftBehind(folder.path(), cluster.path());
        left.endOrphans();
        left.forgetStranger();
    }

    /** Between looking for a free port and taking it, somebody else may have taken it. */
    private void launch(boolean anyPort) throws IOException {
        for (int tries = 1; ; tries++) {
            cluster.write(settings.text(port, folder.file(PostgresPrograms.LOGS)));
            Optional<String> refusal = programs.startRefusal(cluster.path());
            if (refusal.isEmpty()) {
                return;
            }
            if (tries == TRIES || !anyPort || !refusal.get().contains("Address already in use")) {
                throw programs.failure("pg_ctl start", 1, refusal.get());
            }
            port = freePort();
        }
    }

    private static void mustBeFree(int wantedPort) throws IOException {
        try (var probe = new ServerSocket(wantedPort, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (java.net.BindException e) {
            throw new HouseTrouble("port.db_taken", wantedPort).because(e);
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
