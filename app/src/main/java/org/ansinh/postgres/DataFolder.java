package org.ansinh.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder everything of one installation lies in. Held by one process at a time; the lock dies with the process, however it dies. */
public final class DataFolder implements AutoCloseable {
    private static final long LEAST_TO_BEGIN = 512L << 20;
    private static final long LEAST_TO_GO_ON = 64L << 20;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Opens the folder for this process alone, or says who holds it. */
    public static DataFolder open(Path path) {
        DataFolder folder = openIfFree(path);
        if (folder == null) {
            throw new HouseTrouble("data.in_use", path.toAbsolutePath().normalize(), holder(path));
        }
        return folder;
    }

    /** @return nothing while another process holds it */
    public static @Nullable DataFolder openIfFree(Path given) {
        Path path = given.toAbsolutePath().normalize();
        try {
            makeOurs(path);
            var channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = lockOf(channel);
            if (lock == null) {
                channel.close();
                return null;
            }
            Files.writeString(
                    path.resolve("holder"),
                    Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw trouble(path, e);
        }
    }

    /** Logs and figures of a whole province lie in it: nobody else looks in. */
    private static void makeOurs(Path path) throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectories(path.getParent() == null ? path : path.getParent());
            Files.createDirectory(path);
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        } else {
            Files.createDirectories(path);
        }
    }

    private static @Nullable FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** A disk that is nearly full ends a start in its middle; better before its beginning. */
    public void mustHaveRoom() {
        long least = Cluster.isIn(path) ? LEAST_TO_GO_ON : LEAST_TO_BEGIN;
        try {
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < least) {
                throw new HouseTrouble("disk.short", free >> 20, path, least >> 20);
            }
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private static String holder(Path path) {
        try {
            return Files.readString(path.resolve("holder")).strip();
        } catch (IOException e) {
            return "?";
        }
    }

    public Path path() {
        return path;
    }

    /** Whether a database of its own lies in it. */
    public boolean hasCluster() {
        return Cluster.isIn(path);
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** Made with the folder; lost, they are not made anew beside a database that knows the old ones. */
    public Secrets secrets() {
        Path file = file("secrets");
        if (Files.notExists(file) && Cluster.isIn(path)) {
            throw new HouseTrouble("data.no_secrets", path);
        }
        try {
            return Secrets.in(file);
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /** What to do about a file of this folder that cannot be read or written. */
    public HouseTrouble trouble(IOException cause) {
        return trouble(path, cause);
    }

    private static HouseTrouble trouble(Path path, IOException cause) {
        return Diagnosis.of(cause, path)
                .orElseGet(() -> new HouseTrouble("data.unreadable", path, cause).because(cause));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw trouble(e);
        }
    }
}
