package org.ansinh.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs initdb and pg_ctl as the server's user; what they say goes to the log. */
final class PostgresPrograms {
    /** Where the running server writes, a file for each day of the week. */
    static final String LOGS = "log";

    private static final int TAIL = 2000;
    private static final long LARGE = 1L << 20;

    private final Path folder;
    private final Path programs;
    private final ServerUser user;
    private final Path log;
    private volatile @Nullable Process mayBeCutOff;
    private volatile boolean cutOff;

    PostgresPrograms(Path folder, Path programs, ServerUser user) {
        this.folder = folder;
        this.programs = programs;
        this.user = user;
        this.log = folder.resolve("postgresql.log");
    }

    /** Makes the places of the logs, for the user who will write there. */
    void makeLogs() throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGE) {
            Files.move(log, log.resolveSibling("postgresql.log.1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.notExists(log)) {
            Files.createFile(log);
        }
        Files.createDirectories(folder.resolve(LOGS));
        user.own(log);
        user.own(folder.resolve(LOGS));
    }

    /** Ends what has no state worth waiting for, and starts nothing like it any more. */
    void cutOff() {
        cutOff = true;
        var running = mayBeCutOff;
        if (running != null) {
            running.destroy();
        }
    }

    void initdb(String... arguments) throws IOException {
        FileTime began = now();
        long before = Files.size(log);
        int exit = run(120, true, "initdb", List.of(arguments));
        if (exit != 0) {
            throw failure("initdb", exit, said(before, began));
        }
    }

    int pgCtl(int seconds, String... arguments) throws IOException {
        return run(seconds, false, "pg_ctl", List.of(arguments));
    }

    /** What went wrong, when pg_ctl could not start the server. */
    Optional<String> startRefusal(Path cluster) throws IOException {
        FileTime began = now();
        long before = Files.size(log);
        int exit = pgCtl(150, "-D", cluster.toString(), "-w", "-t", "140", "-l", log.toString(), "start");
        return exit == 0 ? Optional.empty() : Optional.of("(%d) %s".formatted(exit, said(before, began)));
    }

    HouseTrouble failure(String program, int exit, String said) {
        return said.contains("No space left on device") || Diagnosis.isFull(folder)
                ? Diagnosis.full(folder)
                : new HouseTrouble("postgres.failed", program, exit, log, said.strip());
    }

    private FileTime now() throws IOException {
        return Files.getLastModifiedTime(Files.writeString(log, "", java.nio.file.StandardOpenOption.APPEND));
    }

    private String said(long before, FileTime began) throws IOException {
        var said = new StringBuilder(tail(log, before));
        try (var files = Files.list(folder.resolve(LOGS))) {
            Path newest =
                    files.max(Comparator.comparing(PostgresPrograms::writtenAt)).orElse(null);
            if (newest != null && writtenAt(newest).compareTo(began) >= 0) {
                said.append(tail(newest, 0));
            }
        }
        return said.toString();
    }

    private static FileTime writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static String tail(Path file, long from) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int start = (int) Math.max(Math.min(from, all.length), (long) all.length - TAIL);
        return new String(all, start, all.length - start, StandardCharsets.UTF_8);
    }

    private int run(int seconds, boolean stateless, String program, List<String> arguments) throws IOException {
        if (stateless && cutOff) {
            return -1;
        }
        List<String> command = new ArrayList<>(user.prefix());
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        mayBeCutOff = stateless ? process : null;
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
        } finally {
            mayBeCutOff = null;
        }
    }
}
