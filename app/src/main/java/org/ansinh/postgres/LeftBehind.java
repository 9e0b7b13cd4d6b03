package org.ansinh.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a server that was cut off left running in a data folder, read from the machine's list of processes. The number in {@code postmaster.pid} alone proves
 * nothing: after a restart of the machine it may be anybody's, and a signal sent there would hit a stranger.
 */
final class LeftBehind {
    private final Path folder;
    private final Path cluster;

    LeftBehind(Path folder, Path cluster) throws IOException {
        this.folder = folder.toRealPath();
        this.cluster = cluster;
    }

    /** The running server of this folder, if the file names one that is really ours. */
    Optional<ProcessHandle> postmaster() throws IOException {
        return named().filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    /** Takes away a file that names nobody of ours, so that nobody is taken for the server. */
    void forgetStranger() throws IOException {
        if (named().isPresent() && postmaster().isEmpty()) {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
    }

    /** Ends what still works for a server that is gone: it holds the server's memory, and no new one may start beside it. */
    void endOrphans() throws IOException {
        if (postmaster().isPresent()) {
            return;
        }
        List<ProcessHandle> orphans =
                ProcessHandle.allProcesses().filter(this::isOurs).toList();
        orphans.forEach(ProcessHandle::destroy);
        if (!gone(orphans, 10)) {
            orphans.forEach(ProcessHandle::destroyForcibly);
            if (!gone(orphans, 10)) {
                throw new IOException("Processes of a server that is gone do not end: "
                        + orphans.stream().map(ProcessHandle::pid).toList());
            }
        }
    }

    private static boolean gone(List<ProcessHandle> processes, int seconds) {
        var all = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(all).get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<ProcessHandle> named() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    /** Any build's {@code postgres} that was unpacked in this folder. */
    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(it -> it.startsWith(folder) && it.endsWith("bin/postgres"))
                .isPresent();
    }
}
