package org.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.TreeSet;
import org.ansinh.app.testing.EmptyDatabase;
import org.ansinh.postgres.HouseTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

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

    /** What may be written again (R__…) is, wherever the program says it otherwise than the database remembers; no table changes. */
    @Test
    void functionsThatTheProgramWritesOtherwiseAreWrittenAgain() throws SQLException {
        tell(
                "create or replace function payments.hold_parts(people integer[]) returns void language sql as 'select 4711';"
                        + " update payments.flyway_schema_history set checksum = 4711 where script = 'R__held.sql'");
        Migrations.run(database.owner());
        assertThat(
                        count(
                                "select count(*) from pg_proc where proname = 'hold_parts' and pg_get_functiondef(oid) like '%4711%'"))
                .isZero();
    }

    /** Those that did are released and stay; a new one is an edit of a file that is written again (ADR 83). */
    @Test
    void noNewStepPatchesTheTextOfAFunction() throws IOException {
        var steps = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*/V*.sql");
        var patching = new TreeSet<String>();
        for (var step : steps) {
            if (step.getContentAsString(StandardCharsets.UTF_8).contains("pg_get_functiondef")) {
                patching.add(step.getFilename());
            }
        }
        assertThat(patching)
                .containsExactly(
                        "V15__recovery_on_lists.sql",
                        "V17__suspension.sql",
                        "V18__causes_among_what_is_read.sql",
                        "V25__recorded_after_approval.sql",
                        "V27__transfer.sql",
                        "V2__house_now.sql",
                        "V34__accounts_name_a_bank.sql",
                        "V35__staff.sql",
                        "V36__e_accounts.sql",
                        "V37__receives_otherwise.sql",
                        "V39__recordings_in_house_time.sql",
                        "V40__named_by_number.sql",
                        "V41__displaced_where_it_stands.sql",
                        "V46__facts_by_subject_and_kind.sql");
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
