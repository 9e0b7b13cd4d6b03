package org.ansinh.app;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.ansinh.postgres.Diagnosis;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.postgres.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command line: {@code ./ansinh demo | start | backup FILE | restore FILE}. The script in front of it finds Java and builds. */
public final class Ansinh {
    private static final int PUT_RIGHT = 2;
    private static final int UNFORESEEN = 1;
    private static final int NOT_WHOLE = 3;

    private Ansinh() {}

    public static void main(String[] words) {
        // until the server sets up its log: nothing but what somebody must know
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.ERROR);
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.of(List.of(words));
        } catch (HouseTrouble e) {
            out.println(e.getMessage());
            System.exit(PUT_RIGHT);
            return;
        }
        var stopping = Stopping.onSignal(out);
        int status = run(options, stopping, out);
        if (stopping.isUnderWay()) {
            return;
        }
        if (status != 0) {
            stopping.finish();
            System.exit(status);
        }
    }

    private static int run(Options options, Stopping stopping, PrintStream out) {
        try {
            switch (options.command()) {
                case "demo", "start" -> new Start(options, stopping, out).run();
                case "backup" -> new BackupCommands(options, stopping, out).backup();
                case "admin" -> new HouseCommands(options, stopping, out).admin();
                case "audit" -> {
                    return new HouseCommands(options, stopping, out).audit() ? 0 : NOT_WHOLE;
                }
                case "restore" -> new BackupCommands(options, stopping, out).restore();
                default -> throw new HouseTrouble("option.no_command", options.command());
            }
            return 0;
        } catch (RuntimeException e) {
            if (stopping.isUnderWay()) {
                return 0;
            }
            return told(e, options.data(), out);
        }
    }

    private static int told(RuntimeException trouble, Path data, PrintStream out) {
        var known = Diagnosis.of(trouble, data);
        out.println();
        if (known.isPresent()) {
            out.println(known.get().getMessage());
            return PUT_RIGHT;
        }
        Path story = data.toAbsolutePath().resolve("trouble.log");
        try (var writer = new PrintWriter(Files.newBufferedWriter(
                story, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE))) {
            trouble.printStackTrace(writer);
        } catch (IOException e) {
            // nowhere to write it down: the whole story here, for whoever has to find out
            trouble.printStackTrace(out);
        }
        out.println(Sentences.both("start.unforeseen", trouble, story));
        return UNFORESEEN;
    }
}
