package org.ansinh.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Finds in an exception what a person can put right: a full disk, a database that stopped or refuses. */
public final class Diagnosis {
    private static final long NEARLY_NOTHING = 32L << 20;
    private static final String FULL = "No space left on device";

    private Diagnosis() {}

    /**
     * @param place a folder on the disk in question
     */
    public static Optional<HouseTrouble> of(Throwable trouble, Path place) {
        for (Throwable each = trouble; each != null; each = each.getCause()) {
            if (each instanceof HouseTrouble known) {
                return Optional.of(known);
            }
            String key = key(each);
            if (key != null) {
                var words = new HouseTrouble(key, place.toAbsolutePath(), firstLine(each));
                return Optional.of(
                        (isFull(place) && !key.equals("disk.readonly") ? full(place) : words).because(trouble));
            }
        }
        return Optional.empty();
    }

    public static HouseTrouble full(Path place) {
        return new HouseTrouble("disk.full", place.toAbsolutePath());
    }

    /** So little is left that whatever failed just now failed for it. */
    public static boolean isFull(Path place) {
        try {
            Path there = place.toAbsolutePath();
            while (there != null && Files.notExists(there)) {
                there = there.getParent();
            }
            return there != null && Files.getFileStore(there).getUsableSpace() < NEARLY_NOTHING;
        } catch (IOException e) {
            return false;
        }
    }

    private static @org.jspecify.annotations.Nullable String key(Throwable trouble) {
        String says = String.valueOf(trouble.getMessage());
        if (trouble instanceof SQLException database) {
            return key(database, says);
        }
        if (trouble instanceof IOException) {
            if (says.contains(FULL) || says.contains("Disk quota exceeded")) {
                return "disk.full";
            }
            if (says.contains("Read-only file system")) {
                return "disk.readonly";
            }
            return trouble instanceof AccessDeniedException
                            || trouble instanceof FileSystemException && says.contains("Permission denied")
                    ? "data.not_yours"
                    : null;
        }
        return null;
    }

    private static @org.jspecify.annotations.Nullable String key(SQLException trouble, String says) {
        String state = trouble.getSQLState() == null ? "" : trouble.getSQLState();
        if (state.equals("53100") || says.contains(FULL)) {
            return "disk.full";
        }
        boolean gone = state.startsWith("57P") || state.startsWith("08");
        return gone ? "database.gone" : null;
    }

    private static String firstLine(Throwable trouble) {
        String says = String.valueOf(trouble.getMessage());
        int end = says.indexOf('\n');
        return end < 0 ? says : says.substring(0, end);
    }
}
