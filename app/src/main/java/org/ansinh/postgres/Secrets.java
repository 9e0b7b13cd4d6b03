package org.ansinh.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the database's three logins, made once at random and kept in a file that only its owner may read. */
public record Secrets(String superuser, String owner, String gate) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Reads the file, or makes it when there is none. */
    public static Secrets in(Path file) throws IOException {
        return Files.exists(file) ? read(file) : make(file);
    }

    /** 144 bits as text that needs no quoting anywhere. */
    public static String randomPassword() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Secrets read(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return new Secrets(
                required(properties, "superuser", file),
                required(properties, "owner", file),
                required(properties, "gate", file));
    }

    private static String required(Properties properties, String key, Path file) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new HouseTrouble("data.secret_missing", file, key);
        }
        return value;
    }

    private static Secrets make(Path file) throws IOException {
        var secrets = new Secrets(randomPassword(), randomPassword(), randomPassword());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh,
                "superuser=%s%nowner=%s%ngate=%s%n".formatted(secrets.superuser, secrets.owner, secrets.gate),
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return secrets;
    }

    @Override
    public String toString() {
        return "Secrets[not shown]";
    }
}
