package org.ansinh.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.ansinh.postgres.DataFolder;
import org.springframework.context.ApplicationContext;

/** The accounts that {@code ./ansinh demo} opens, with the passwords it made. */
public final class DemoAccounts {

    private DemoAccounts() {}

    /** Passwords by login. */
    public static Map<String, String> open(ApplicationContext context, Path folder) {
        try (var data = DataFolder.open(folder);
                var quiet = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            new Accounts(context, data, quiet).show(true);
            return Files.readAllLines(data.file("demo-accounts.txt")).stream()
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(it -> it[0], it -> it[1]));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
