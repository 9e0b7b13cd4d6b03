package org.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.ansinh.app.testing.EmptyDatabase;
import org.ansinh.postgres.HouseTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A data folder met by a program that does not fit it: told in a sentence, before anything is changed. */
class MigrationsTest {
    private EmptyDatabase database;

    @BeforeEach
    void aHouseThatWasStartedOnce() {
        database = EmptyDatabase.create();
        Migrations.run(database.owner());
    }

    @AfterEach
    void isGivenBack() {
        database.close();
    }

    @Test
    void startingAgainChangesNothing() throws SQLException {
        int steps = count("select count(*) from registry.flyway_schema_history");
        Migrations.run(database.owner());
        assertThat(count("select count(*) from registry.flyway_schema_history")).isEqualTo(steps);
    }

    @Test
    void tablesOfANewerProgramAreLeftAlone() throws SQLException {
        tell(
                "insert into casework.flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success)"
                        + " values (9999, '9999', 'of next year', 'SQL', 'V9999__of_next_year.sql', 1, 'ansinh_owner', 1, true)");
        assertThatThrownBy(() -> Migrations.run(database.owner()))
                .isInstanceOf(HouseTrouble.class)
                .extracting("key")
                .isEqualTo("tables.newer");
        assertThatThrownBy(() -> Migrations.run(database.owner()))
                .hasMessageContaining("casework")
                .hasMessageContaining("9999")
                .hasMessageContaining("backup taken before the upgrade");
    }

    /** A branch of a developer, or a file that was changed after it had been applied somewhere. */
    @Test
    void tablesOfAnotherEditionAreLeftAlone() throws SQLException {
        tell("update payments.flyway_schema_history set checksum = 4711 where version = '1'");
        tell("drop schema demo cascade");
        assertThatThrownBy(() -> Migrations.run(database.owner()))
                .isInstanceOf(HouseTrouble.class)
                .hasMessageContaining("payments")
                .hasMessageContaining("version 1")
                .hasMessageNotContaining("repair");
        assertThat(count("select count(*) from pg_namespace where nspname = 'demo'"))
                .as("the rooms that would have fitted are not begun either")
                .isZero();
    }

    @Test
    void aStepThatFailsSaysWhichAndWhy() throws SQLException {
        tell("drop schema reporting cascade; create schema reporting; create table reporting.face_made_by_hand (a int);"
                + " drop schema demo cascade; create schema demo; create table demo.step (a int)");
        assertThatThrownBy(() -> Migrations.run(database.owner()))
                .isInstanceOf(HouseTrouble.class)
                .extracting("key")
                .isEqualTo("tables.failed");
    }

    private int count(String sql) throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void tell(String sql) throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
