package org.ansinh.app.access.web;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.postgres.Diagnosis;

/** What keeps the database from serving anybody just now: no fault of the program, and nothing that whoever asks did. */
enum Hindrance {
    DISK_FULL("disk.full"),
    DATABASE_GONE("database.gone");

    private final String trouble;

    Hindrance(String trouble) {
        this.trouble = trouble;
    }

    static Optional<Hindrance> in(Throwable trouble) {
        var known = Diagnosis.of(trouble, Path.of(""));
        for (var it : values()) {
            if (known.filter(found -> found.key().equals(it.trouble)).isPresent()) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    /** Short and lasting, for programs; its sentence is {@code hindrance.WORD}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
