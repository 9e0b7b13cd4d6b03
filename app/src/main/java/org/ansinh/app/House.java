package org.ansinh.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.ansinh.postgres.DataFolder;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.DatabaseTrouble;
import org.ansinh.postgres.EmbeddedPostgres;
import org.ansinh.postgres.HouseRoles;
import org.ansinh.postgres.Secrets;
import org.ansinh.postgres.ServerSettings;
import org.jspecify.annotations.Nullable;

/** The data folder and the database that belongs to it, held by this process until it is closed. */
final class House implements AutoCloseable {
    /** The file in the data folder that says where its database can be reached while it runs. */
    static final String ADDRESS = "database.url";

    private static final String DATABASE = "ansinh";

    private final DataFolder folder;
    private final @Nullable EmbeddedPostgres embedded;
    private final DatabaseLogin owner;

    private House(DataFolder folder, @Nullable EmbeddedPostgres embedded, DatabaseLogin owner) {
        this.folder = folder;
        this.embedded = embedded;
        this.owner = owner;
        try {
            Files.writeString(folder.file(ADDRESS), owner.url());
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder.path() + " cannot be written.", e);
        }
    }

    /** Opens the folder, starts the embedded database or finds the one that ANSINH_DB_URL names, and makes roles and database where they are missing. */
    static House open(Options options, Map<String, String> environment) {
        DataFolder folder = DataFolder.open(options.data());
        @Nullable EmbeddedPostgres embedded = null;
        try {
            Secrets secrets = folder.secrets();
            String url = environment.get("ANSINH_DB_URL");
            if (url != null && !url.isBlank()) {
                return new House(folder, null, external(url, environment, secrets));
            }
            embedded = EmbeddedPostgres.start(folder, options.dbPort(), ServerSettings.DURABLE);
            return new House(folder, embedded, HouseRoles.prepare(embedded.superuser(), DATABASE, secrets));
        } catch (RuntimeException e) {
            if (embedded != null) {
                embedded.close();
            }
            folder.close();
            throw e;
        }
    }

    private static DatabaseLogin external(String url, Map<String, String> environment, Secrets secrets) {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new DatabaseTrouble(
                    "ANSINH_DB_URL must look like jdbc:postgresql://host:5432/ansinh, not '%s'.".formatted(url));
        }
        var login = new DatabaseLogin(
                url,
                environment.getOrDefault("ANSINH_DB_USER", "postgres"),
                environment.getOrDefault("ANSINH_DB_PASSWORD", ""));
        return HouseRoles.prepare(login.database("postgres"), login.databaseName(), secrets);
    }

    DataFolder folder() {
        return folder;
    }

    DatabaseLogin owner() {
        return owner;
    }

    DatabaseLogin gate() {
        return owner.as(HouseRoles.GATE, folder.secrets().gate());
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
        folder.close();
    }
}
