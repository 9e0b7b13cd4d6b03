package org.ansinh.app.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An inspector comes for a time: the database knows the days, and after the last one it shows nothing. The house day is 20 October 2026. */
class InspectorsTimeTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static int logins;

    @BeforeAll
    static void oneDecision() throws SQLException {
        owner("""
                insert into registry.person (name, folded, born, born_precision, sex, commune_code, recording)
                values ('Nông Thị Sen', 'x', '1944-05-01', 'day', 'female', '03501', 1)""");
        database.run(Actor.WORKER, () -> database.jdbc().sql("""
                insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, amount, effective_from, cause_key, cause, authority, state, drafted_by,
                    signed_on, taken_over, paper_number, office, signer_title)
                select 'social_pension', 'grant', 'p', person_id, '03501', 'beneficiary', 500000, '2025-07-08', 'x', 'x', 'commune_chair', 'signed', 'ansinh_worker', '2025-07-08', true, '1/QĐ',
                    'UBND', 'Chủ tịch' from registry.face_person""").update());
    }

    private static void owner(String sql) throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Area for ever, the role for these days: what an administrator may well forget to end. */
    private static OfficerId inspector(String days) {
        return database.as(Actor.WORKER, () -> {
            int id = database.jdbc()
                    .sql("select access.open_officer(?, 'Thanh tra')")
                    .param("thanh.tra." + ++logins)
                    .query(Integer.class)
                    .single();
            database.jdbc()
                    .sql("select access.give_area(?, '03501', '[2026-01-01,)')")
                    .param(id)
                    .query(row -> {});
            database.jdbc()
                    .sql("select access.give_role(?, 'inspector', ?::daterange)")
                    .params(id, days)
                    .query(row -> {});
            return new OfficerId(id);
        });
    }

    private static List<String> seen(OfficerId officer) {
        return database.as(
                Actor.officer(officer),
                () -> database.jdbc().sql("""
                        select 'person' from registry.face_person union all select 'decision' from casework.face_decision
                        union all select 'audit' from (select 1 from access.audit_entry limit 1) a""").query(String.class).list());
    }

    private static long drawn(OfficerId officer, String once) {
        return database.as(
                Actor.officer(officer),
                () -> database.jdbc()
                        .sql("select inspection.draw('decisions', null, null, '2025-01-01', '2026-10-20', 1, ?)")
                        .param(once)
                        .query(Long.class)
                        .single());
    }

    @Test
    void onTheLastDayEverythingIsSeenAndOnTheNextNothing() {
        assertThat(seen(inspector("[2026-10-01,2026-10-21)"))).containsExactly("person", "decision", "audit");
        var gone = inspector("[2026-09-01,2026-10-20)");
        assertThat(seen(gone)).isEmpty();
        assertThat(seen(inspector("[2026-10-21,2026-12-01)")))
                .as("before the first day")
                .isEmpty();
        assertThatThrownBy(() -> drawn(gone, "sau")).hasStackTraceContaining("may not draw samples");
    }

    @Test
    void nobodyIsAnInspectorWithoutALastDay() {
        assertThatThrownBy(() -> inspector("[2026-10-01,)")).hasStackTraceContaining("officer_role");
    }

    @Test
    void samplesOfAnInspectorWhoLeftStayForTheNextOne() {
        long sample = drawn(inspector("[2026-10-01,2026-10-21)"), "trước");
        var next = inspector("[2026-10-10,2026-11-01)");
        assertThat(database.as(
                        Actor.officer(next),
                        () -> database.jdbc()
                                .sql("select inspection.is_reproduced(?)")
                                .param(sample)
                                .query(Boolean.class)
                                .single()))
                .isTrue();
        for (var sql : List.of(
                "update inspection.sampled set amount = 1",
                "delete from inspection.sample",
                "truncate inspection.sampled",
                "update inspection.sample set seed = 'x'")) {
            assertThatThrownBy(() -> owner(sql)).as(sql).hasStackTraceContaining("A sample is not changed");
        }
    }

    @Test
    void theHouseKnowsWhoseLastDayHasPassed() {
        var gone = inspector("[2026-09-01,2026-10-19)");
        var here = inspector("[2026-09-01,2026-10-21)");
        var ended = database.as(
                Actor.WORKER,
                () -> database.jdbc()
                        .sql(
                                "select officer_id from access.face_ended_role where role = 'inspector' and last_day < '2026-10-20'")
                        .query(Integer.class)
                        .list());
        assertThat(ended).contains(gone.number()).doesNotContain(here.number());
    }
}
