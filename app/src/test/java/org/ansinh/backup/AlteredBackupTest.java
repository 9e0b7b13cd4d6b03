package org.ansinh.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ansinh.app.MigrationsForTests;
import org.ansinh.app.testing.EmptyDatabase;
import org.ansinh.app.testing.TestDatabase;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.HouseTrouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup that somebody altered, or that a bad disk did, is refused with a sentence, and the database it should have gone into is as empty as before. */
class AlteredBackupTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-20T02:00:00Z"), ZoneOffset.UTC);
    private static final String OFFICERS = "tables/access.officer";

    @TempDir
    static Path folder;

    private static Path whole;
    private static EmptyDatabase empty;

    @BeforeAll
    static void aBackupWithAnOfficer() {
        database.officer("lan.altered", "commune_officer", "01290");
        whole = folder.resolve("whole.backup");
        new Backup(database.owner(), CLOCK).write(whole, Watcher.NOBODY);
        empty = EmptyDatabase.create();
    }

    @AfterAll
    static void theWholeOneStillGoesInWhereNoneDid() throws SQLException {
        restore(whole);
        assertThat(logins()).contains("lan.altered");
        empty.close();
    }

    /** What may happen to the contents of a backup, and which sentence it is refused with. */
    enum Alteration {
        ANOTHER_LOGIN("was changed after it was made"),
        AN_OFFICER_LEFT_OUT("was changed after it was made"),
        AN_OFFICER_TWICE("The database refused the backup"),
        NO_OFFICERS("was changed after it was made");

        private final String told;

        Alteration(String told) {
            this.told = told;
        }

        private String of(String rows) {
            return switch (this) {
                case ANOTHER_LOGIN -> rows.replace("lan.altered", "lan.changed");
                case AN_OFFICER_LEFT_OUT -> rows.substring(rows.indexOf('\n') + 1);
                case AN_OFFICER_TWICE -> rows + rows;
                case NO_OFFICERS -> "";
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatWereAlteredAreRefusedAndNothingStays(Alteration alteration) throws Exception {
        var file = altered(parts -> parts.computeIfPresent(
                OFFICERS,
                (name, rows) ->
                        alteration.of(new String(rows, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));

        isRefused(file, alteration.told);
    }

    @Test
    void aTableThatIsMissingIsRefused() throws Exception {
        isRefused(altered(parts -> parts.remove(OFFICERS)), "was changed after it was made");
    }

    @Test
    void aListOfContentsThatWasAlteredIsRefusedBeforeAnythingIsRead() throws Exception {
        var file = altered(parts -> parts.computeIfPresent(
                Backup.MANIFEST,
                (name, text) -> new String(text, StandardCharsets.UTF_8)
                        .replaceFirst("\"rows\"\\s*:\\s*[0-9]+", "\"rows\":4711")
                        .getBytes(StandardCharsets.UTF_8)));

        isRefused(file, "was changed after it was made (manifest.json)");
    }

    @Test
    void whatIsNoBackupIsRefused() throws Exception {
        isRefused(altered(parts -> parts.remove(Backup.SEAL)), "not a backup that An Sinh made");
        isRefused(Files.writeString(folder.resolve("list.csv"), "Họ và tên;Ngày sinh\n"), "no whole backup");
        isRefused(Files.createFile(folder.resolve("nothing.backup")), "no whole backup");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 60, 90, 99})
    void aFileThatWasCutAnywhereIsRefused(int percent) throws Exception {
        byte[] bytes = Files.readAllBytes(whole);
        var cut = Files.write(
                folder.resolve("cut-" + percent + ".backup"), Arrays.copyOf(bytes, bytes.length * percent / 100));

        isRefused(cut, "no whole backup");
    }

    /** Not every bit of such a file means something; where one does, it is seen. */
    @Test
    void aBitThatFellOverIsSeenOrMeansNothing() throws Exception {
        byte[] bytes = Files.readAllBytes(whole);
        var random = new Random(20261020);
        for (int i = 0; i < 12; i++) {
            byte[] worn = bytes.clone();
            worn[random.nextInt(worn.length)] ^= (byte) (1 << random.nextInt(8));
            var file = Files.write(folder.resolve("worn-" + i + ".backup"), worn);

            var trouble = catchThrowable(() -> restore(file));

            if (trouble == null) {
                assertThat(logins()).isEqualTo(List.of("lan.altered"));
                new EmptyHouse(empty.owner()).empty();
            } else {
                assertThat(trouble).as("the %dth", i).isInstanceOf(HouseTrouble.class);
                assertThat(tables()).isEmpty();
            }
        }
    }

    private static void isRefused(Path file, String told) throws SQLException {
        assertThatThrownBy(() -> restore(file)).isInstanceOf(HouseTrouble.class).hasMessageContaining(told);
        assertThat(tables()).as("nothing of it stays").isEmpty();
    }

    private static void restore(Path file) {
        new Restore(file).into(empty.owner(), MigrationsForTests::upTo, Watcher.NOBODY);
    }

    /** The same file with other contents. */
    private static Path altered(Consumer<Map<String, byte[]>> hand) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(whole.toFile())) {
            for (var entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        var before = new LinkedHashMap<>(parts);
        hand.accept(parts);
        assertThat(parts.keySet().stream()
                        .filter(it -> Arrays.equals(parts.get(it), before.get(it)))
                        .count())
                .as("something is altered")
                .isLessThan(before.size());
        var file = Files.createTempFile(folder, "altered", ".backup");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(Objects.requireNonNull(part.getValue()));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static List<String> tables() throws SQLException {
        return asked(
                "select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')");
    }

    private static List<String> logins() throws SQLException {
        return asked("select login from access.officer order by 1");
    }

    private static List<String> asked(String query) throws SQLException {
        var found = new ArrayList<String>();
        DatabaseLogin owner = empty.owner();
        try (Connection connection = owner.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
