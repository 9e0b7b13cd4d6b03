package org.ansinh.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.ansinh.app.MigrationsForTests;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.testing.EmptyDatabase;
import org.ansinh.app.testing.TestDatabase;
import org.ansinh.backup.Backup;
import org.ansinh.backup.Restore;
import org.ansinh.backup.Watcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the database itself keeps of papers, whatever the program above it does. */
class AttachmentGuardsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final String BAO_LAC = "01321";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-20T02:00:00Z"), ZoneOffset.UTC);

    private static OfficerId lan;
    private static OfficerId stranger;

    @TempDir
    Path folder;

    @BeforeAll
    static void officers() {
        lan = database.officer("lan.paper", "commune_officer", BAO_LAC);
        stranger = database.officer("xa.khac.paper", "commune_officer", "01273");
    }

    @Test
    void whoDoesNotSeeTheFileSeesNoPaperNorItsBytesAndAttachesNothing() {
        long file = opened(201);
        attached(lan, file, "ảnh 201", "ảnh 201");
        var payer = database.officer("ke.toan.paper", "paying_officer", BAO_LAC);
        for (var outsider : List.of(stranger, payer)) {
            assertThat(text(outsider, "select count(*) from casework.attachment"))
                    .isEqualTo("0");
            assertThat(text(outsider, "select count(*) from casework.attachment_part"))
                    .isEqualTo("0");
            assertThatThrownBy(() -> attached(outsider, file, "ảnh khác", "ảnh khác"))
                    .hasStackTraceContaining("row-level security");
        }
        assertThat(text(lan, "select count(*) from casework.attachment_part")).isNotEqualTo("0");
    }

    @Test
    void anInspectorReadsPapersAndAttachesNone() {
        long file = opened(202);
        attached(lan, file, "ảnh 202", "ảnh 202");
        var inspector = database.officer("thanh.tra.paper", "inspector", "*");
        assertThat(text(inspector, "select count(*) from casework.attachment where application_id = " + file))
                .isEqualTo("1");
        assertThatThrownBy(() -> attached(inspector, file, "x", "x")).hasStackTraceContaining("row-level security");
    }

    @Test
    void bytesThatAreNotThoseThatWereNamedLeaveNothingBehind() {
        long file = opened(203);
        assertThatThrownBy(() -> attached(lan, file, "nửa ảnh", "cả ảnh")).hasStackTraceContaining("not those that");
        assertThat(text(lan, "select count(*) from casework.attachment where application_id = " + file))
                .isEqualTo("0");
    }

    @Test
    void aPaperThatIsThereGrowsNoBytesAndLosesNone() {
        long file = opened(204);
        attached(lan, file, "ảnh 204", "ảnh 204");
        long paper = paper(file);
        assertThatThrownBy(() -> run(
                        lan, "insert into casework.attachment_part values (%d, 1, '\\x00'::bytea)".formatted(paper)))
                .hasStackTraceContaining("stays as it is");
        assertThatThrownBy(() -> run(lan, "delete from casework.attachment_part"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> run(lan, "update casework.attachment set digest = repeat('0', 64)"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aPaperIsTakenAwayOnceWithAReasonAndStays() {
        long file = opened(205);
        attached(lan, file, "ảnh 205", "ảnh 205");
        assertThatThrownBy(() -> attached(lan, file, "ảnh 205", "ảnh 205")).hasStackTraceContaining("attachment_once");
        assertThatThrownBy(() -> run(lan, takeAway(file, " "))).hasStackTraceContaining("taken_away_with_a_reason");
        run(lan, takeAway(file, "Nhầm người"));
        assertThatThrownBy(() -> run(lan, takeAway(file, "Lần nữa"))).hasStackTraceContaining("taken away once");
        assertThat(text(
                        lan,
                        "select concat_ws(' ', taken_away_on, taken_away_because, (select count(*) from casework.attachment_part p where p.attachment_id = a.attachment_id))"
                                + " from casework.attachment a where application_id = " + file))
                .isEqualTo("2026-10-20 Nhầm người 1");
        attached(lan, file, "ảnh 205", "ảnh 205");
        assertThat(steps(file)).isEqualTo("opened:, attached:Giấy, taken_away:Giấy: Nhầm người, attached:Giấy");
    }

    @Test
    void onceADecisionIsDraftedItsPapersAreNotTakenAway() {
        long file = opened(206);
        attached(lan, file, "ảnh 206", "ảnh 206");
        run(
                lan,
                "update casework.application set state = 'received', received_on = '2026-10-19' where application_id = "
                        + file);
        run(lan, "update casework.application set state = 'complete' where application_id = " + file);
        run(
                lan,
                "insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, payee_id, amount, cause_key, cause,"
                        + " authority, state, drafted_by) values ('social_pension', 'refuse', 'p', 206, '01321', 'beneficiary', 206, 0, 'refuse:x', 'Căn cứ', 'commune_chair', 'draft', 'x')");
        run(
                lan,
                "update casework.application set decision_id = (select max(decision_id) from casework.decision where subject_id = 206) where application_id = "
                        + file);
        assertThatThrownBy(() -> run(lan, takeAway(file, "Nhầm"))).hasStackTraceContaining("drafted on this file");
        attached(lan, file, "giấy đến sau", "giấy đến sau");
    }

    @Test
    void aFileThatHasEndedTakesNoMorePapers() {
        long file = opened(207);
        run(
                lan,
                "update casework.application set state = 'withdrawn', because = 'Không có nhu cầu' where application_id = "
                        + file);
        assertThatThrownBy(() -> attached(lan, file, "muộn", "muộn")).hasStackTraceContaining("has ended");
    }

    @Test
    void aBackupTakesThePapersAlongAndBringsThemBackEqual() throws Exception {
        long file = opened(208);
        attached(lan, file, "ảnh chụp giấy xác nhận khuyết tật", "ảnh chụp giấy xác nhận khuyết tật");
        var kept = folder.resolve("province.backup");
        new Backup(database.owner(), CLOCK).write(kept, Watcher.NOBODY);
        try (var empty = EmptyDatabase.create()) {
            new Restore(kept).into(empty.owner(), MigrationsForTests::upTo, Watcher.NOBODY);
            try (var connection = empty.owner().connect();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select convert_from(p.bytes, 'UTF8'), encode(sha256(p.bytes), 'hex') = a.digest from casework.attachment a join casework.attachment_part p using (attachment_id)"
                                    + " where a.application_id = " + file)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("ảnh chụp giấy xác nhận khuyết tật");
                assertThat(row.getBoolean(2)).isTrue();
            }
        }
    }

    private static String takeAway(long file, String because) {
        return "update casework.attachment set taken_away_on = '2020-01-01', taken_away_by = 'x', taken_away_because = '%s' where application_id = %d"
                .formatted(because, file);
    }

    private static String steps(long file) {
        return text(
                lan,
                "select string_agg(step || ':' || note, ', ' order by step_id) from casework.application_step where application_id = "
                        + file);
    }

    private static long paper(long file) {
        return Long.parseLong(
                text(lan, "select max(attachment_id) from casework.attachment where application_id = " + file));
    }

    private static long opened(int person) {
        run(
                lan,
                "insert into casework.application (programme, subject_kind, subject_id, commune_code, came, occasion, state)"
                        + " values ('social_pension', 'p', %d, '01321', 'applicant', 'asked', 'waiting_signature')"
                                .formatted(person));
        return Long.parseLong(
                text(lan, "select max(application_id) from casework.application where subject_id = " + person));
    }

    /** @param named whose size and digest are written down */
    private static void attached(OfficerId officer, long file, String kept, String named) {
        var bytes = kept.getBytes(StandardCharsets.UTF_8);
        var said = named.getBytes(StandardCharsets.UTF_8);
        database.run(Actor.officer(officer), () -> {
            long paper = database.jdbc()
                    .sql("""
                            insert into casework.attachment (application_id, paper, given_name, content_type, size_bytes, digest)
                            values (?, 'Giấy', 'giay.jpg', 'image/jpeg', ?, ?) returning attachment_id""")
                    .params(file, said.length, digest(said))
                    .query(Long.class)
                    .single();
            database.jdbc()
                    .sql("insert into casework.attachment_part values (?, 0, ?)")
                    .params(paper, bytes)
                    .update();
        });
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(OfficerId officer, String sql) {
        database.run(Actor.officer(officer), () -> database.jdbc().sql(sql).update());
    }

    private static String text(OfficerId officer, String sql) {
        return database.as(
                Actor.officer(officer),
                () -> database.jdbc().sql(sql).query(String.class).single());
    }
}
