package org.ansinh.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder everything of one installation lies in. Held by one process at a time; the lock dies with the process, however it dies. */
public final class DataFolder implements AutoCloseable {
    private static final long LEAST_FREE_BYTES = 512L << 20;

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
            throw new DatabaseTrouble(("The data folder %s is in use by another An Sinh%s."
                            + " Stop that one first, or choose another folder with --data.")
                    .formatted(path, holder(path)));
        }
        return folder;
    }

    /** @return nothing while another process holds it */
    public static @Nullable DataFolder openIfFree(Path given) {
        Path path = given.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            enoughSpace(path);
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
        } catch (java.nio.file.AccessDeniedException | java.nio.file.FileAlreadyExistsException e) {
            throw new DatabaseTrouble(
                    "The data folder %s cannot be written. Choose another with --data, or give yourself the right to write there."
                            .formatted(path),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + path + " cannot be opened.", e);
        }
    }

    private static @Nullable FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void enoughSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new DatabaseTrouble(("Only %d MB are free on the disk of %s; An Sinh needs at least %d MB to start"
                            + " (the whole province with its history about 4 GB). Make room, or choose another disk with --data.")
                    .formatted(free >> 20, path, LEAST_FREE_BYTES >> 20));
        }
    }

    private static String holder(Path path) {
        try {
            return " (process " + Files.readString(path.resolve("holder")).strip() + ")";
        } catch (IOException e) {
            return "";
        }
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    public Secrets secrets() {
        return Secrets.in(file("secrets"));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + path + " cannot be given back.", e);
        }
    }
}
