package org.ansinh.app;

import ch.qos.logback.classic.Level;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ansinh.postgres.DatabaseTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command line: {@code ./ansinh demo | start | backup FILE | restore FILE}. The script in front of it finds Java and builds. */
public final class Ansinh {
    private Ansinh() {}

    public static void main(String[] words) {
        // until the server sets up its log: nothing but what somebody must know
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Options options = Options.of(List.of(words));
            switch (options.command()) {
                case "demo", "start" -> new Start(options, out).run();
                case "backup" -> new BackupCommands(options, out).backup();
                case "restore" -> new BackupCommands(options, out).restore();
                default -> throw new Options.Misunderstood("'" + options.command() + "' is not a command.");
            }
        } catch (Options.Misunderstood | DatabaseTrouble e) {
            out.println(e.getMessage());
            System.exit(2);
        } catch (RuntimeException e) {
            // nothing we foresaw: the whole story, for whoever has to find out
            e.printStackTrace(out);
            out.println(
                    "The same and more stands in ansinh.log in the data folder. What was saved is kept; start again to go on.");
            System.exit(1);
        }
    }
}
