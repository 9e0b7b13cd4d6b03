package org.ansinh.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.ansinh.app.MigrationsForTests;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.access.store.AuditRows;
import org.ansinh.app.testing.EmptyDatabase;
import org.ansinh.app.testing.TestDatabase;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.HouseTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal: a database goes into a file, the file into an empty database, and both are the same. */
class BackupRehearsalTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-20T02:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void whatGoesInComesOutEqualTableByTable() throws Exception {
        var lan = database.officer("lan.backup", "commune_officer", "01290");
        database.run(Actor.officer(lan), () -> {
            var audit = new AuditRows(database.jdbc());
            audit.read(AuditDesk.Reading.OPEN_PERSON, 7);
            audit.searched("tab\tnewline\nbackslash\\ \\N 'quote' \"Hoà\" \uD83C\uDF3E", java.util.List.of(7));
        });
        Path file = folder.resolve("province.backup");
        long written = new Backup(database.owner(), CLOCK).write(file, Watcher.NOBODY);
        try (var empty = EmptyDatabase.create()) {
            long read = restored(file, empty.owner());
            assertThat(read).isEqualTo(written).isGreaterThan(5);
            assertThat(picture(empty.owner())).isEqualTo(picture(database.owner()));
            // the officer's account, role, area and purpose were written down, then the two readings
            assertThat(picture(empty.owner())).anyMatch(it -> it.startsWith("access.audit_entry 6 "));
        }
    }

    @Test
    void tablesThatWorkHasMadeComeBackWithTheirIndexesAndChecks() throws Exception {
        database.run(Actor.WORKER, () -> {
            var run = database.jdbc()
                    .sql("select determination.open_run('2026-10-01', 1, 'pack')")
                    .query(Long.class)
                    .single();
            for (int part = 0; part < 2; part++) {
                step("open_part(%d, %d::smallint)".formatted(run, part));
                database.jdbc().sql("""
                        insert into determination.outcome_%d_%d (programme, subject_kind, subject_id, answer, amount, floor, owed, if_signed, provisions, missing,
                            unverified, decided, payee_kind, commune_code)
                        values ('social_assistance', 'p', %d, 'm', 540000, 540000, 540000, 540000, 'x', '', false, true, 'beneficiary', '01273')""".formatted(run, part, part)).update();
                step("close_part(%d, %d::smallint)".formatted(run, part));
            }
            step("close_run(%d, 2)".formatted(run));
            step("finish_run(%d, 2, 1)".formatted(run));
        });
        Path file = folder.resolve("parts.backup");
        new Backup(database.owner(), CLOCK).write(file, Watcher.NOBODY);
        try (var empty = EmptyDatabase.create()) {
            restored(file, empty.owner());
            assertThat(made(empty.owner()))
                    .isEqualTo(made(database.owner()))
                    .anyMatch(it -> it.contains("USING gin (programme, commune_code)"))
                    .anyMatch(it -> it.contains("CHECK ((month = '2026-10-01'::date))"));
        }
    }

    private static void step(String step) {
        database.jdbc().sql("select determination." + step).query(rs -> {});
    }

    /** Partitions with their bounds, and the indexes and checks of each. */
    private static java.util.List<String> made(DatabaseLogin login) throws SQLException {
        try (Connection connection = login.connect();
                var rows = connection.createStatement().executeQuery("""
                        select c.relname || ' ' || pg_get_expr(c.relpartbound, c.oid) from pg_class c where c.relispartition and c.relname ~ '^outcome' and c.relkind in ('r', 'p')
                        union all select indexdef from pg_indexes where tablename ~ '^outcome_[0-9]'
                        union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and conrelid::regclass::text ~ 'outcome_[0-9]'
                        order by 1""")) {
            var made = new java.util.ArrayList<String>();
            while (rows.next()) {
                made.add(rows.getString(1));
            }
            return made;
        }
    }

    @Test
    void aDatabaseWithDataIsNotOverwritten() {
        Path file = folder.resolve("again.backup");
        new Backup(database.owner(), CLOCK).write(file, Watcher.NOBODY);
        assertThatThrownBy(() -> restored(file, database.owner()))
                .isInstanceOf(HouseTrouble.class)
                .hasMessageContaining("empty");
    }

    @Test
    void aFileThatWasCutOffIsRefusedWithASentence() throws Exception {
        Path file = folder.resolve("cut.backup");
        new Backup(database.owner(), CLOCK).write(file, Watcher.NOBODY);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
        try (var empty = EmptyDatabase.create()) {
            assertThatThrownBy(() -> restored(file, empty.owner()))
                    .isInstanceOf(HouseTrouble.class)
                    .hasMessageContaining("no whole backup");
        }
    }

    @Test
    void aBackupNeverOverwritesAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("there.backup"));
        assertThatThrownBy(() -> new Backup(database.owner(), CLOCK).write(file, Watcher.NOBODY))
                .hasMessageContaining("never overwrites");
    }

    private static long restored(Path file, DatabaseLogin owner) {
        var restore = new Restore(file);
        restore.into(owner, MigrationsForTests::upTo, Watcher.NOBODY);
        return restore.rows();
    }

    private static java.util.List<String> picture(DatabaseLogin owner) throws SQLException {
        var lines = new java.util.ArrayList<String>();
        try (Connection connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(Catalog.PLAIN_TEXT);
            var catalog = new Catalog(connection);
            for (var table : catalog.tables()) {
                lines.add(table.name() + " " + String.join(" ", catalog.countAndDigest(table)));
            }
            catalog.sequences().forEach(it -> lines.add(it.toString()));
        }
        return lines;
    }
}
