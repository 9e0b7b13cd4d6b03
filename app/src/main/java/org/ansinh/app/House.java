package org.ansinh.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ansinh.postgres.DataFolder;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.EmbeddedPostgres;
import org.ansinh.postgres.HouseRoles;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.postgres.ServerSettings;
import org.jspecify.annotations.Nullable;

/** The data folder and the database that belongs to it, held by this process until it is closed; it may be closed while it is still being opened. */
final class House implements AutoCloseable {
    /** The file in the data folder that says where its database can be reached while it runs. */
    static final String ADDRESS = "database.url";

    /** The file that says that the folder's database lies elsewhere, and where. */
    private static final String ELSEWHERE = "database.elsewhere";

    private static final String DATABASE = "ansinh";

    private final Options options;
    private final Map<String, String> environment;
    private volatile @Nullable DataFolder folder;
    private volatile @Nullable EmbeddedPostgres embedded;
    private volatile @Nullable DatabaseLogin owner;
    private volatile boolean closed;

    House(Options options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
    }

    /** Opens the folder, starts the embedded database or finds the one that ANSINH_DB_URL names, and makes roles and database where they are missing. */
    void open() {
        var opened = DataFolder.open(options.data());
        folder = opened;
        opened.mustHaveRoom();
        String url = environment.getOrDefault("ANSINH_DB_URL", "").strip();
        mustBeTheSameAsBefore(opened, url);
        var login = url.isEmpty() ? inside(opened) : outside(opened, url);
        write(opened.file(ADDRESS), login.url());
        owner = login;
    }

    private DatabaseLogin inside(DataFolder opened) {
        var server = EmbeddedPostgres.prepare(opened, ServerSettings.DURABLE);
        embedded = server;
        if (closed) {
            throw new IllegalStateException("Closed while it was opened.");
        }
        server.start(options.dbPort());
        return HouseRoles.prepare(server.superuser(), DATABASE, opened.secrets());
    }

    private DatabaseLogin outside(DataFolder opened, String url) {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new HouseTrouble("database.bad_url", url);
        }
        var login = new DatabaseLogin(
                url,
                environment.getOrDefault("ANSINH_DB_USER", "postgres"),
                environment.getOrDefault("ANSINH_DB_PASSWORD", ""));
        var prepared = HouseRoles.prepare(login, login.databaseName(), opened.secrets());
        write(opened.file(ELSEWHERE), url);
        return prepared;
    }

    /** A setting that was forgotten must not open an empty database where the people's used to be. */
    private static void mustBeTheSameAsBefore(DataFolder opened, String url) {
        Path elsewhere = opened.file(ELSEWHERE);
        if (url.isEmpty() && Files.exists(elsewhere)) {
            throw new HouseTrouble("data.external", opened.path(), read(opened, elsewhere));
        }
        if (!url.isEmpty() && opened.hasCluster()) {
            throw new HouseTrouble("data.embedded", opened.path(), url);
        }
    }

    private static String read(DataFolder opened, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw opened.trouble(e);
        }
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw folder().trouble(e);
        }
    }

    /** From now on an embedded database that stops unasked is started again. */
    void keepRunning(java.util.function.Consumer<String> tell) {
        var server = embedded;
        if (server != null) {
            server.keepRunning(tell);
        }
    }

    DataFolder folder() {
        return opened(folder);
    }

    DatabaseLogin owner() {
        return opened(owner);
    }

    DatabaseLogin gate() {
        return owner().as(HouseRoles.GATE, folder().secrets().gate());
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The house is not open.");
        }
        return part;
    }

    @Override
    public void close() {
        closed = true;
        var server = embedded;
        if (server != null) {
            server.close();
        }
        var held = folder;
        if (held != null) {
            held.close();
        }
    }
}
