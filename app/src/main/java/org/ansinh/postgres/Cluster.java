package org.ansinh.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** The files of the embedded database: made once, whole or not at all. */
final class Cluster {
    static final int VERSION = 18;
    private static final String SUPERUSER = "postgres";

    private final Path path;
    private final PostgresPrograms programs;
    private final ServerUser user;

    Cluster(Path path, PostgresPrograms programs, ServerUser user) {
        this.path = path;
        this.programs = programs;
        this.user = user;
    }

    Path path() {
        return path;
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve("cluster").resolve("PG_VERSION"));
    }

    void make(String superuserPassword) throws IOException {
        Path versionFile = path.resolve("PG_VERSION");
        if (Files.exists(versionFile)) {
            String found = Files.readString(versionFile).strip();
            if (!found.equals(Integer.toString(VERSION))) {
                throw new HouseTrouble("data.other_postgres", path.getParent(), found, VERSION);
            }
            user.own(path);
            return;
        }
        // initdb wants an empty folder of its own user: what an interrupted first start left is not worth keeping, it
        // never held data
        Path unfinished = path.resolveSibling("cluster.unfinished");
        deleteTree(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = path.resolveSibling("cluster.password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, superuserPassword);
            user.own(unfinished);
            user.own(password);
            initdb(unfinished, password);
        } finally {
            Files.deleteIfExists(password);
        }
        Files.writeString(unfinished.resolve("postgresql.conf"), "include 'ansinh.conf'\n", StandardOpenOption.APPEND);
        Files.move(unfinished, path);
    }

    private void initdb(Path unfinished, Path password) throws IOException {
        programs.initdb(
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
    }

    void write(String settings) throws IOException {
        Path file = path.resolve("ansinh.conf");
        Files.writeString(file, settings);
        user.own(file);
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
