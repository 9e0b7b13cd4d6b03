package org.ansinh.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Writes down how long the demonstration's long steps took, a JSON object a line, for {@code ./ansinh bench}. */
final class DemoFigures {

    private final Path file;

    DemoFigures(Path folder) {
        this.file = folder.resolve("demo-figures.jsonl");
    }

    void rate(String name, long things, Duration took, String unit) {
        var perSecond = BigDecimal.valueOf(things)
                .multiply(BigDecimal.valueOf(1000))
                .divide(BigDecimal.valueOf(Math.max(1, took.toMillis())), 0, RoundingMode.HALF_UP);
        write(name, perSecond, unit);
    }

    void seconds(String name, Duration took) {
        write(name, BigDecimal.valueOf(took.toMillis()).divide(BigDecimal.valueOf(1000), 2, RoundingMode.HALF_UP), "s");
    }

    private void write(String name, BigDecimal value, String unit) {
        var line = "{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\"}%n".formatted(name, value.toPlainString(), unit);
        try {
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException trouble) {
            throw new UncheckedIOException("The figures of the demonstration cannot be written to " + file, trouble);
        }
    }
}
