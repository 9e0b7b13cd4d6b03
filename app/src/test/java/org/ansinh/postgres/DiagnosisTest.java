package org.ansinh.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final Path DATA = Path.of("target");

    @Test
    void aFullDiskIsFoundHoweverDeepItIsWrapped() {
        assertThat(said(new IllegalStateException(
                        new RuntimeException(new SQLException("could not extend file \"base/1/2\"", "53100")))))
                .contains("is full")
                .contains("đã đầy");
        assertThat(said(new RuntimeException(new IOException("No space left on device"))))
                .contains("is full");
        assertThat(said(new RuntimeException(
                        new SQLException("could not write to file: No space left on device", "58030"))))
                .contains("is full");
    }

    @Test
    void aDatabaseThatWentAwayIsFound() {
        assertThat(said(new RuntimeException(
                        new SQLException("FATAL: terminating connection due to administrator command", "57P01"))))
                .contains("connection to the database was lost");
        assertThat(said(new RuntimeException(new SQLException("An I/O error occurred", "08006"))))
                .contains("connection to the database was lost");
    }

    @Test
    void aFolderThatIsNotOursIsFound() {
        assertThat(said(new RuntimeException(new AccessDeniedException("/srv/ansinh"))))
                .contains("/srv/ansinh")
                .contains("cannot be written");
    }

    @Test
    void whatNobodyForesawIsNotExplainedAway() {
        assertThat(Diagnosis.of(new IllegalStateException("a bug", new SQLException("duplicate key", "23505")), DATA))
                .isEmpty();
    }

    private static String said(Throwable trouble) {
        return String.valueOf(Diagnosis.of(trouble, DATA).orElseThrow().getMessage());
    }
}
