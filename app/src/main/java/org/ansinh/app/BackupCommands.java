package org.ansinh.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansinh.backup.Backup;
import org.ansinh.backup.Restore;
import org.ansinh.postgres.DataFolder;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.DatabaseTrouble;
import org.ansinh.postgres.HouseRoles;

/** {@code backup FILE} and {@code restore FILE}. */
final class BackupCommands {
    private final Options options;
    private final PrintStream out;

    BackupCommands(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** From the running server's database, or from one started for the purpose. */
    void backup() {
        Path file = file("backup");
        if (Files.notExists(options.data().resolve("secrets"))) {
            throw new DatabaseTrouble(
                    "There is nothing in %s to back up. Name the data folder with --data.".formatted(options.data()));
        }
        DataFolder free = DataFolder.openIfFree(options.data());
        if (free == null) {
            backup(runningOwner(), file);
            return;
        }
        free.close();
        try (House house = House.open(options, System.getenv())) {
            backup(house.owner(), file);
        }
    }

    private DatabaseLogin runningOwner() {
        try {
            String url = Files.readString(options.data().resolve(House.ADDRESS)).strip();
            var secrets = org.ansinh.postgres.Secrets.in(options.data().resolve("secrets"));
            return new DatabaseLogin(url, HouseRoles.OWNER, secrets.owner());
        } catch (IOException e) {
            throw new UncheckedIOException("The running server's address cannot be read; is it still starting?", e);
        }
    }

    private void backup(DatabaseLogin owner, Path file) {
        var progress = new ConsoleProgress(out, false);
        progress.begin("Backup", 0);
        long rows = new Backup(owner, HouseClock.on(null)).write(file, table -> progress.advance(1));
        progress.finish();
        out.printf(
                "%s holds %,d rows. Keep it where the passwords' file (%s) is not.%n",
                file, rows, options.data().resolve("secrets"));
    }

    void restore() {
        Path file = file("restore");
        var progress = new ConsoleProgress(out, false);
        try (House house = House.open(options, System.getenv())) {
            progress.begin("Restore", 0);
            long rows = new Restore(house.owner(), Migrations::upTo).read(file, table -> progress.advance(1));
            Migrations.run(house.owner());
            progress.finish();
            out.printf("%,d rows are back, each table equal in count and digest to what was backed up.%n", rows);
        }
    }

    private Path file(String command) {
        if (options.rest().size() != 1) {
            throw new Options.Misunderstood("Say which file: ./ansinh " + command + " FILE.");
        }
        return Path.of(options.rest().getFirst()).toAbsolutePath();
    }
}
