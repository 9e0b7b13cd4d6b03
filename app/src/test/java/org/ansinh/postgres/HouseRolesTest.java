package org.ansinh.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is not ours: a second embedded one plays it. */
class HouseRolesTest {
    private static final Secrets OURS = new Secrets("unused", "owner-secret", "gate-secret");

    @TempDir
    static Path place;

    private static DataFolder folder;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void aServerSomewhere() {
        folder = DataFolder.open(place.resolve("elsewhere"));
        server = EmbeddedPostgres.start(folder, 0, ServerSettings.FORGETFUL);
    }

    @AfterAll
    static void isLeft() {
        server.close();
        folder.close();
    }

    /** What a database administrator gives who does not give superuser away. */
    @Test
    void aLoginThatMayMakeRolesAndDatabasesIsEnough() throws Exception {
        tell("create role binh_dba login password 'dba' createrole createdb bypassrls");
        var dba = server.superuser().as("binh_dba", "dba");
        var owner = HouseRoles.prepare(dba, "ansinh_elsewhere", OURS);
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table made (one int)");
        }
        assertThat(HouseRoles.prepare(dba, "ansinh_elsewhere", OURS)).isEqualTo(owner);
        try (var gate = owner.as(HouseRoles.GATE, OURS.gate()).connect()) {
            assertThat(gate.isValid(5)).isTrue();
            var others = new Secrets("unused", "another-owner", "another-gate");
            assertThatThrownBy(() -> HouseRoles.prepare(server.superuser(), "ansinh_elsewhere", others))
                    .as("somebody works with these roles this minute")
                    .hasMessageContaining("is serving another An Sinh");
        }
    }

    @Test
    void aLoginWithoutRightsIsToldWhichItNeeds() throws Exception {
        tell("create role khach login password 'khach'");
        assertThatThrownBy(() -> HouseRoles.prepare(server.superuser().as("khach", "khach"), "ansinh_guest", OURS))
                .isInstanceOf(HouseTrouble.class)
                .hasMessageContaining("alter role \"khach\" createrole createdb bypassrls");
    }

    @Test
    void aWrongPasswordIsSaidToBeOne() {
        assertThatThrownBy(() -> HouseRoles.prepare(server.superuser().as("postgres", "nhầm"), "ansinh_wrong", OURS))
                .isInstanceOf(HouseTrouble.class)
                .hasMessageContaining("ANSINH_DB_PASSWORD");
    }

    @Test
    void aServerThatCannotBeReachedIsSaidToBeSo() {
        var nowhere = new DatabaseLogin("jdbc:postgresql://127.0.0.1:1/ansinh", "postgres", "");
        assertThatThrownBy(() -> HouseRoles.prepare(nowhere, "ansinh", OURS))
                .isInstanceOf(HouseTrouble.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("không kết nối được".substring(1));
    }

    /** A login to which the server gives itself out as 15: its own current_setting stands before PostgreSQL's. */
    @Test
    void anOldServerIsRefusedWithWhatItIsAndWhatIsNeeded() throws Exception {
        tell("create schema of_old");
        tell("create function of_old.current_setting(name text) returns text language sql as $$"
                + " select case name when 'server_version_num' then '150018' else '15.18 (Debian)' end $$");
        tell("create role cu_dba login password 'cu' superuser");
        tell("alter role cu_dba set search_path = of_old, pg_catalog");
        assertThatThrownBy(() -> HouseRoles.prepare(server.superuser().as("cu_dba", "cu"), "ansinh_old", OURS))
                .isInstanceOf(HouseTrouble.class)
                .hasMessageContaining("is version 15.18 (Debian); An Sinh needs 18 or newer")
                .hasMessageContaining("cần 18 trở lên");
    }

    @Test
    void aNameThatIsNoPlainNameIsRefused() {
        assertThatThrownBy(() -> HouseRoles.prepare(server.superuser(), "an-sinh; drop", OURS))
                .isInstanceOf(HouseTrouble.class)
                .hasMessageContaining("lower-case letters");
    }

    private static void tell(String sql) throws SQLException {
        try (var connection = server.superuser().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
