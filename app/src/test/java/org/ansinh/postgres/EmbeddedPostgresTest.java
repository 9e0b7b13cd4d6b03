package org.ansinh.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path place;

    @Test
    void whatWasSavedSurvivesAServerThatWasLeftBehind() throws Exception {
        try (var folder = DataFolder.open(place.resolve("data"))) {
            var orphan = EmbeddedPostgres.start(folder, 0, ServerSettings.DURABLE);
            tell(orphan, "create table kept as select 'Hà Quảng'::text as name");
            // nobody closes the first one: that is how kill -9 of its An Sinh leaves it
            try (var second = EmbeddedPostgres.start(folder, 0, ServerSettings.DURABLE)) {
                assertThat(ask(second, "select name from kept")).isEqualTo("Hà Quảng");
                assertThat(second.port()).isNotEqualTo(orphan.port());
                assertThat(ask(second, "select setting from pg_settings where name = 'fsync'"))
                        .isEqualTo("on");
                assertThat(ask(second, "select setting from pg_settings where name = 'listen_addresses'"))
                        .isEqualTo("127.0.0.1");
                assertThatThrownBy(
                                () -> second.superuser().as("postgres", "wrong").connect())
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
        }
    }

    /** After the machine was switched off and on, the number in postmaster.pid may be anybody's. */
    @Test
    void aStrangerWithTheNumberOfADeadServerIsLeftInPeace() throws Exception {
        var stranger = new ProcessBuilder("sleep", "600").start();
        try (var folder = DataFolder.open(place.resolve("stranger"))) {
            EmbeddedPostgres.start(folder, 0, ServerSettings.FORGETFUL).close();
            Files.writeString(
                    folder.file("cluster").resolve("postmaster.pid"),
                    "%d%n%s%n1%n".formatted(stranger.pid(), folder.file("cluster")));
            try (var server = EmbeddedPostgres.start(folder, 0, ServerSettings.FORGETFUL)) {
                assertThat(ask(server, "select 'runs'")).isEqualTo("runs");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aServerKilledAtWorkComesBackAtTheSameAddressWithWhatWasSaved() throws Exception {
        try (var folder = DataFolder.open(place.resolve("killed"));
                var server = EmbeddedPostgres.start(folder, 0, ServerSettings.DURABLE)) {
            tell(server, "create table kept as select 'Trùng Khánh'::text as name");
            var told = new LinkedBlockingQueue<String>();
            server.keepRunning(told::add);
            new LeftBehind(folder.path(), folder.file("cluster"))
                    .postmaster()
                    .orElseThrow()
                    .destroyForcibly();
            assertThat(told.poll(2, TimeUnit.MINUTES)).contains("runs again");
            assertThat(ask(server, "select name from kept")).isEqualTo("Trùng Khánh");
        }
    }

    @Test
    void whatIsStoppedOnPurposeStaysStopped() throws Exception {
        try (var folder = DataFolder.open(place.resolve("stopped"))) {
            var server = EmbeddedPostgres.start(folder, 0, ServerSettings.FORGETFUL);
            server.keepRunning(told -> {});
            server.close();
            assertThat(new LeftBehind(folder.path(), folder.file("cluster")).postmaster())
                    .isEmpty();
            assertThatThrownBy(() -> server.start(0)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void lostPasswordsAreNotReplacedBesideADatabaseThatKnowsTheOldOnes() throws Exception {
        try (var folder = DataFolder.open(place.resolve("lost"))) {
            EmbeddedPostgres.start(folder, 0, ServerSettings.FORGETFUL).close();
            Files.delete(folder.file("secrets"));
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, 0, ServerSettings.FORGETFUL))
                    .isInstanceOf(HouseTrouble.class)
                    .hasMessageContaining("has lost its passwords' file");
        }
    }

    @Test
    void asRootWithoutUserNamespacesItRunsAsAnotherUser() throws Exception {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root needs another user");
        Path open = Files.createTempDirectory("ansinh-another-user");
        Files.setPosixFilePermissions(open, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var folder = DataFolder.open(open.resolve("data"))) {
            try (var server = EmbeddedPostgres.prepare(folder, ServerSettings.FORGETFUL, ServerUser.another())) {
                server.start(0);
                assertThat(ask(server, "select 'runs'")).isEqualTo("runs");
            }
            try (var again = EmbeddedPostgres.start(folder, 0, ServerSettings.FORGETFUL)) {
                assertThat(ask(again, "select 'runs as before'")).isEqualTo("runs as before");
            }
        }
    }

    @Test
    void aFolderInUseIsRefusedWithASentence() {
        try (var first = DataFolder.open(place.resolve("shared"))) {
            assertThatThrownBy(() -> DataFolder.open(first.path()))
                    .isInstanceOf(HouseTrouble.class)
                    .hasMessageContaining("in use by another An Sinh (process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void aTakenPortIsRefusedWithASentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var folder = DataFolder.open(place.resolve("port"))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, taken.getLocalPort(), ServerSettings.FORGETFUL))
                    .isInstanceOf(HouseTrouble.class)
                    .hasMessageContaining("--db-port");
        }
    }

    @Test
    void aFolderOfAnotherPostgresIsRefusedWithASentence() throws IOException {
        try (var folder = DataFolder.open(place.resolve("old"))) {
            var secrets = folder.secrets();
            assertThat(secrets.owner()).isNotBlank();
            Files.createDirectories(folder.file("cluster"));
            Files.writeString(folder.file("cluster").resolve("PG_VERSION"), "15\n");
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, 0, ServerSettings.FORGETFUL))
                    .isInstanceOf(HouseTrouble.class)
                    .hasMessageContaining("made by PostgreSQL 15");
        }
    }

    @Test
    void thePasswordsAreForTheirOwnerOnly() throws IOException {
        try (var folder = DataFolder.open(place.resolve("secret"))) {
            var secrets = folder.secrets();
            assertThat(Files.getPosixFilePermissions(folder.file("secrets")))
                    .containsExactlyInAnyOrder(
                            java.nio.file.attribute.PosixFilePermission.OWNER_READ,
                            java.nio.file.attribute.PosixFilePermission.OWNER_WRITE);
            assertThat(folder.secrets()).isEqualTo(secrets);
            assertThat(secrets.toString()).doesNotContain(secrets.gate());
        }
    }

    private static void tell(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = server.superuser().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = server.superuser().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
