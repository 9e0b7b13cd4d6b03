package org.ansinh.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ansinh.app.access.InspectionDesk.Finding;
import org.ansinh.app.access.InspectionDesk.Question;
import org.ansinh.app.access.store.AuditProof;
import org.ansinh.app.access.store.AuditRows;
import org.ansinh.app.access.store.InspectionRows;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody with every right to the database changes the record of who read whom; the chain of seals tells. */
class SealedAuditTest {
    /** Entries are dated by the real clock; what is erased must lie before the house day. */
    @RegisterExtension
    static final TestDatabase database = TestDatabase.on(LocalDate.of(2099, 1, 1));

    private static OfficerId lan;
    private static OfficerId inspector;

    private final AuditDesk audit = new AuditRows(database.jdbc());
    private final AuditProof proof = new AuditProof(database.jdbc());

    @BeforeAll
    static void officers() {
        lan = database.officer("lan.sealed", "commune_officer", "01290");
        inspector = database.as(Actor.WORKER, () -> {
            int id = database.jdbc()
                    .sql("select access.open_officer('thanh.tra.sealed', 'Triệu Văn Minh')")
                    .query(Integer.class)
                    .single();
            database.jdbc()
                    .sql("select access.give_role(?, 'inspector', '[2098-01-01,2100-01-01)')")
                    .param(id)
                    .query(row -> {});
            return new OfficerId(id);
        });
    }

    @BeforeEach
    void aDaysReadingIsSealed() {
        database.run(Actor.officer(lan), () -> {
            audit.read(AuditDesk.Reading.OPEN_PERSON, 4711);
            audit.searched("nông văn bảo 1950", List.of(4711, 4712));
        });
        assertThat(database.as(Actor.WORKER, proof::seal)).isGreaterThanOrEqualTo(2);
        assertThat(found()).isEmpty();
    }

    @Test
    void whatIsSealedOnceIsNotSealedAgainAndWhatIsNotWaits() {
        assertThat(database.as(Actor.WORKER, proof::seal)).isZero();
        database.run(Actor.officer(lan), () -> audit.read(AuditDesk.Reading.PRINT_PERSON, 4711));
        assertThat(database.as(Actor.officer(inspector), proof::prove).waiting())
                .isEqualTo(1);
        assertThat(database.as(Actor.WORKER, proof::seal)).isEqualTo(1);
    }

    @Test
    void anEntryThatNamesAnotherPersonNowIsFound() {
        long entry = newest("open_person");
        tampered(
                "update access.audit_entry set person_id = 9999 where entry_id = " + entry,
                () -> assertThat(found())
                        .extracting(Finding::what, Finding::entry)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("entry_changed", entry)));
    }

    @Test
    void anEntryThatNamesAnotherOfficerOrHourIsFound() {
        long entry = newest("search");
        tampered(
                "update access.audit_entry set officer = 'officer_77' where entry_id = " + entry,
                () -> assertThat(found()).extracting(Finding::entry).containsExactly(entry));
        tampered(
                "update access.audit_entry set at = at - interval '1 hour' where entry_id = " + entry,
                () -> assertThat(found()).extracting(Finding::entry).containsExactly(entry));
    }

    @Test
    void anEntryThatWasTakenAwayIsFoundEvenWithItsLeaf() {
        long entry = newest("open_person");
        tampered(
                "delete from access.audit_entry where entry_id = " + entry,
                () -> assertThat(found()).extracting(Finding::what).containsExactly("entry_missing"));
        tampered(
                "delete from access.audit_leaf where entry_id = %d; delete from access.audit_entry where entry_id = %d"
                        .formatted(entry, entry),
                () -> assertThat(found()).extracting(Finding::what).containsExactly("batch_changed"));
    }

    @Test
    void anEntrySlippedInPastTheSealerIsFound() {
        tampered(
                "insert into access.audit_entry (officer, act, person_id) values ('officer_1', 'open_person', 1);"
                        + " delete from access.audit_unsealed",
                () -> assertThat(found()).extracting(Finding::what).containsExactly("entry_slipped_in"));
    }

    /** Whoever remakes a batch must remake every one after it, and then the seal that somebody wrote down is gone. */
    @Test
    void aBatchThatWasMadeAnewBreaksTheChain() {
        tampered(
                "update access.audit_batch b set root = sha256('x'::bytea) where batch_id = 1",
                () -> assertThat(found()).extracting(Finding::what).contains("batch_changed"));
        tampered(
                """
                update access.audit_batch b set sealed_at = sealed_at - interval '1 day' where batch_id = 1;
                update access.audit_batch b set seal = access.audit_seal_of(b) where batch_id = 1""",
                () -> assertThat(found())
                        .extracting(Finding::what, Finding::batch)
                        .contains(org.assertj.core.groups.Tuple.tuple("chain_broken", 2L)));
        var noted = String.valueOf(
                database.as(Actor.officer(inspector), proof::prove).seal());
        assertThat(database.as(
                        Actor.officer(inspector), () -> proof.batchOf(" " + noted.toUpperCase(java.util.Locale.ROOT))))
                .isPresent();
        assertThat(database.as(Actor.officer(inspector), () -> proof.batchOf("ab".repeat(32))))
                .isEmpty();
    }

    @Test
    void personalDataPastItsTermIsErasedAndTheChainStillHolds() {
        long before = database.as(Actor.officer(inspector), proof::prove).erased();
        long erased = database.as(
                Actor.WORKER,
                () -> database.jdbc()
                        .sql("select access.erase_audit_content('2098-12-31', 'Quyết định số 12/QĐ-STTTT (ví dụ)')")
                        .query(Long.class)
                        .single());
        assertThat(erased).isGreaterThanOrEqualTo(2);
        assertThat(found()).isEmpty();
        var kept = database.as(
                Actor.officer(inspector),
                () -> new InspectionRows(database.jdbc())
                        .entries(
                                new Question(
                                        java.util.Optional.of(lan.toString()),
                                        java.util.Optional.empty(),
                                        java.util.Optional.of("open_person"),
                                        java.util.Optional.empty(),
                                        java.util.Optional.empty()),
                                0,
                                1)
                        .getFirst());
        assertThat(kept.erased()).isTrue();
        assertThat(kept.person()).isNull();
        assertThat(kept.officerName()).isEqualTo("Cán bộ lan.sealed");
        assertThat(database.as(Actor.officer(inspector), proof::prove).erased()).isEqualTo(before + erased);
        tampered(
                "update access.audit_entry set officer = 'officer_77' where entry_id = " + kept.number(),
                () -> assertThat(found()).extracting(Finding::entry).containsExactly(kept.number()));
    }

    @Test
    void erasingHidesNothingThatIsNotWrittenDown() throws Exception {
        long entry = newest("open_person");
        try (var owner = database.owner().connect();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(
                            "update access.audit_entry set salt = null, person_id = null where entry_id = " + entry))
                    .hasMessageContaining("the audit is never changed");
        }
    }

    @Test
    void whoIsNoInspectorMayNeitherReadNorProveNorSealNorErase() {
        assertThatThrownBy(() -> database.as(Actor.officer(lan), proof::prove))
                .hasStackTraceContaining("may not inspect the audit");
        assertThatThrownBy(() -> database.as(Actor.officer(lan), proof::seal))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> database.as(
                        Actor.officer(inspector),
                        () -> database.jdbc()
                                .sql("select access.erase_audit_content('2098-12-31', 'x')")
                                .query(Long.class)
                                .single()))
                .hasStackTraceContaining("permission denied");
        assertThat(database.as(
                        Actor.officer(lan), () -> new InspectionRows(database.jdbc()).count(Question.anything())))
                .isZero();
    }

    @Test
    void whoSawSomebodyInASearchIsFoundByThatPersonsNumber() {
        var question = new Question(
                java.util.Optional.empty(),
                java.util.Optional.of(4712),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty());
        assertThat(database.as(
                        Actor.officer(inspector),
                        () -> Set.copyOf(new InspectionRows(database.jdbc())
                                .entries(question, 0, 10).stream()
                                        .map(InspectionDesk.Entry::act)
                                        .toList())))
                .containsExactly("search");
    }

    private static List<Finding> found() {
        return database.as(
                Actor.officer(inspector),
                () -> new AuditProof(database.jdbc()).prove().findings());
    }

    private static long newest(String act) {
        return database.as(
                Actor.WORKER,
                () -> database.jdbc()
                        .sql("select max(entry_id) from access.audit_entry where act = ? and erased_by is null")
                        .param(act)
                        .query(Long.class)
                        .single());
    }

    /** As the superuser, past every trigger; undone afterwards, so that the next test finds an honest record. */
    private static void tampered(String sql, Runnable look) {
        try (var owner = database.owner().connect();
                var statement = owner.createStatement()) {
            statement.execute(
                    "alter table access.audit_entry disable trigger user; alter table access.audit_leaf disable trigger user;"
                            + " alter table access.audit_batch disable trigger user");
            statement.execute("create table access.kept_entry as table access.audit_entry;"
                    + " create table access.kept_leaf as table access.audit_leaf;"
                    + " create table access.kept_batch as table access.audit_batch;"
                    + " create table access.kept_waiting as table access.audit_unsealed");
            try {
                statement.execute(sql);
                look.run();
            } finally {
                statement.execute("""
                        set constraints all deferred;
                        begin;
                        truncate access.audit_leaf, access.audit_batch, access.audit_entry, access.audit_unsealed;
                        insert into access.audit_batch table access.kept_batch;
                        insert into access.audit_entry overriding system value table access.kept_entry;
                        insert into access.audit_leaf table access.kept_leaf;
                        insert into access.audit_unsealed table access.kept_waiting;
                        commit;
                        drop table access.kept_entry, access.kept_leaf, access.kept_batch, access.kept_waiting;
                        alter table access.audit_entry enable trigger user; alter table access.audit_leaf enable trigger user;
                        alter table access.audit_batch enable trigger user""");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
