package org.ansinh.app.exchange.web;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A file somebody has previewed and may now load; it waits on the server's disk as long as the session lasts. */
record BroughtFile(String place, String name, LocalDate asOf) implements Serializable {

    Path path() {
        return Path.of(place);
    }

    boolean isThere() {
        return Files.exists(path());
    }

    void forget() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException left) {
            path().toFile().deleteOnExit();
        }
    }
}
