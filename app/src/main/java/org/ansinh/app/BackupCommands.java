package org.ansinh.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ansinh.backup.Backup;
import org.ansinh.backup.Restore;
import org.ansinh.backup.Watcher;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.postgres.Sentences;

/** {@code backup FILE} and {@code restore FILE}. */
final class BackupCommands {
    private final Options options;
    private final Stopping stopping;
    private final PrintStream out;

    BackupCommands(Options options, Stopping stopping, PrintStream out) {
        this.options = options;
        this.stopping = stopping;
        this.out = out;
    }

    /** From the running server's database, or from one started for the purpose. */
    void backup() {
        Path file = file();
        if (Files.notExists(options.data().resolve("secrets"))) {
            throw new HouseTrouble(
                    "backup.nothing", options.data().toAbsolutePath().normalize());
        }
        backup(OwnersDoor.to(options, stopping), file);
        stopping.finish();
    }

    private void backup(DatabaseLogin owner, Path file) {
        var progress = ConsoleProgress.on(out);
        long rows = new Backup(owner, HouseClock.on(null)).write(file, watched(progress, "start.backup"));
        progress.finish();
        out.println(Sentences.both(
                "backup.done",
                file,
                count(rows),
                options.data().resolve("secrets").toAbsolutePath()));
    }

    void restore() {
        Path file = file();
        var restore = new Restore(file);
        var owner = OwnersDoor.toItsOwn(options, stopping);
        var progress = ConsoleProgress.on(out);
        restore.into(owner, Migrations::upTo, watched(progress, "start.restore"));
        Migrations.run(owner);
        progress.finish();
        out.println(Sentences.both("restore.done", count(restore.rows())));
        stopping.finish();
    }

    private static Watcher watched(ConsoleProgress progress, String what) {
        return new Watcher() {
            @Override
            public void expects(long rows) {
                progress.begin(Sentences.label(what), rows);
            }

            @Override
            public void moved(long rows) {
                progress.advance(rows);
            }
        };
    }

    private Path file() {
        if (options.rest().size() != 1) {
            throw new HouseTrouble("option.which_file", options.command());
        }
        return Path.of(options.rest().getFirst()).toAbsolutePath().normalize();
    }

    private static String count(long number) {
        return String.format(Locale.of("vi"), "%,d", number);
    }
}
