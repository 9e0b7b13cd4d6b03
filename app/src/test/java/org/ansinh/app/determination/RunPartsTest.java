package org.ansinh.app.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a run writes in parts is one run to whoever reads: all of it or none, counted right, and only the newest of its month. */
class RunPartsTest {

    private static final String OCTOBER = "2026-10-01";
    private static final String NOVEMBER = "2026-11-01";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void twoPartsAreReadAsOneRun() {
        var run = opened(OCTOBER);
        part(run, 0, "('social_assistance', 'p', 1, 'm', 540000, '01273'), ('electricity', 'h', 7, 'u', 0, '01273')");
        part(
                run,
                1,
                "('social_assistance', 'p', 2, 'm', 810000, '01273'), ('social_pension', 'p', 3, 'm', 500000, '01576')");
        closed(run, 2);

        assertThat(
                        rows(
                                "select programme || ' ' || subject_id || ' ' || owed from determination.face_outcome where month = '2026-10-01' order by 1"))
                .containsExactly(
                        "electricity 7 0",
                        "social_assistance 1 540000",
                        "social_assistance 2 810000",
                        "social_pension 3 500000");
        assertThat(rows("""
                        select programme || ' ' || commune_code || ' ' || answer::text || ' ' || sum(number) || ' ' || sum(owed)
                          from determination.face_outcome_tally where month = '2026-10-01' group by programme, commune_code, answer order by 1"""))
                .as("what is counted by part adds up")
                .containsExactly(
                        "electricity 01273 u 1 0",
                        "social_assistance 01273 m 2 1350000",
                        "social_pension 01576 m 1 500000");
    }

    @Test
    void aRunAgainTakesThePlaceOfTheOneBefore() {
        var first = opened(NOVEMBER);
        part(first, 0, "('social_assistance', 'p', 1, 'm', 540000, '01273')");
        closed(first, 1);
        var again = opened(NOVEMBER);
        part(again, 0, "('social_assistance', 'p', 1, 'm', 810000, '01273')");

        assertThat(rows("select owed::text from determination.face_outcome where month = '2026-11-01'"))
                .as("until the new run is finished the old one is read")
                .containsExactly("540000");
        closed(again, 1);
        assertThat(rows("select owed::text from determination.face_outcome where month = '2026-11-01'"))
                .containsExactly("810000");
        assertThat(tablesOf(first)).as("nobody reads them any more").isEmpty();
        assertThat(rows("select state from determination.run where run_id = " + first))
                .as("that it was asked stays known")
                .containsExactly("finished");
    }

    @Test
    void aRunThatFailedAfterOneOfItsPartsLeavesNoRowsAndNoCounts() {
        var run = opened("2027-01-01");
        part(run, 0, "('social_assistance', 'p', 1, 'm', 540000, '01273')");

        abandoned(run);

        assertThat(tablesOf(run)).isEmpty();
        assertThat(rows("select number::text from determination.outcome_tally where run_id = " + run))
                .isEmpty();
        assertThat(rows("select state || ': ' || trouble from determination.run where run_id = " + run))
                .containsExactly("failed: Không đọc được lát 12");
    }

    @Test
    void aFinishedRunIsNotTakenAwayByTroubleThatComesAfter() {
        var run = opened("2027-02-01");
        part(run, 0, "('social_assistance', 'p', 1, 'm', 540000, '01273')");
        closed(run, 1);

        abandoned(run);

        assertThat(rows("select owed::text from determination.face_outcome where month = '2027-02-01'"))
                .containsExactly("540000");
    }

    @Test
    void aMonthIsReadFromTheTableOfThatMonth() {
        var one = opened("2027-03-01");
        part(one, 0, "('social_assistance', 'p', 1, 'm', 540000, '01273')");
        closed(one, 1);
        var other = opened("2027-04-01");
        part(other, 0, "('social_assistance', 'p', 1, 'm', 540000, '01273')");
        closed(other, 1);

        assertThat(rows("explain select count(*) from determination.face_outcome where month = '2027-03-01'"))
                .anyMatch(line -> line.contains("outcome_%d_0".formatted(one)))
                .noneMatch(line -> line.contains("outcome_%d_0".formatted(other)));
    }

    private static long opened(String month) {
        return database.as(
                Actor.WORKER,
                () -> database.jdbc()
                        .sql("select determination.open_run(?::date, 1, 'pack')")
                        .param(month)
                        .query(Long.class)
                        .single());
    }

    /** Programme, kind and number of the subject, answer, owed, commune. */
    private static void part(long run, int part, String rows) {
        database.run(Actor.WORKER, () -> {
            step("open_part(%d, %d::smallint)".formatted(run, part));
            database.jdbc().sql("""
                    insert into determination.outcome_%d_%d (programme, subject_kind, subject_id, answer, amount, floor, owed, if_signed, provisions, missing, unverified, decided,
                        payee_kind, commune_code)
                    select programme, kind::"char", subject, answer::"char", owed, owed, owed, owed, 'x', '', false, true, 'beneficiary', commune
                      from (values %s) v (programme, kind, subject, answer, owed, commune)""".formatted(run, part, rows)).update();
            step("close_part(%d, %d::smallint)".formatted(run, part));
        });
    }

    private static void closed(long run, int parts) {
        for (var step : List.of(
                "close_run(%d, %d)".formatted(run, parts),
                "finish_run(%d, 3, 1)".formatted(run),
                "drop_superseded()")) {
            database.run(Actor.WORKER, () -> step(step));
        }
    }

    private static void abandoned(long run) {
        database.run(Actor.WORKER, () -> step("abandon_run(%d, 'Không đọc được lát 12')".formatted(run)));
    }

    private static void step(String step) {
        database.jdbc().sql("select determination." + step).query(rs -> {});
    }

    private static List<String> tablesOf(long run) {
        return rows("select relname::text from pg_class where relname ~ '^outcome_%d(_|$)' and relkind in ('r', 'p')"
                .formatted(run));
    }

    private static List<String> rows(String sql) {
        return database.as(
                Actor.WORKER, () -> database.jdbc().sql(sql).query(String.class).list());
    }
}
