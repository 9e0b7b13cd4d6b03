package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sums of what is open are kept, and never differ from what they count: whatever a sum rests on overtakes it in its own transaction. */
class TallyTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final LocalDate SIGNED = LocalDate.of(2026, 7, 6);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final long LEVEL = 540_000;

    private static int communes = 40_000;

    private final PayingOffice office = new PayingOffice(database, Integer.toString(++communes), "social_pension");

    @Test
    void aSignatureOvertakesTheSum() {
        int hoa = decided("Nông Thị Hoà");
        int thiem = person("Nông Văn Thiêm");
        fourMonths(hoa, thiem);
        counted();
        assertThat(shown()).as("nobody decided about Thiêm yet").isEqualTo("4 lines 2160000, unknown 4, above 0");

        office.takenOver(thiem, LEVEL, SIGNED);
        overtaken("8 lines 4320000, unknown 0, above 0");
        counted();

        office.adjusted(thiem, 500_000, TODAY, LocalDate.of(2026, 9, 1));
        overtaken("8 lines 4240000, unknown 0, above 80000");
        counted();

        office.stopped(hoa, TODAY, LocalDate.of(2026, 10, 1));
        overtaken("7 lines 3700000, unknown 0, above 80000");
        counted();
    }

    @Test
    void whatListsHoldOvertakesTheSumAndWhatBecomesOfItOnlyWhenMoneyCameBack() {
        int hoa = decided("Nông Thị Hoà");
        int thiem = decided("Nông Văn Thiêm");
        fourMonths(hoa, thiem);
        counted();

        long list = office.prepare(OCTOBER);
        overtaken("0 lines 0, unknown 0, above 0");
        counted();
        office.discard(list);
        overtaken("8 lines 4320000, unknown 0, above 0");
        counted();

        list = office.prepare(OCTOBER);
        overtaken("0 lines 0, unknown 0, above 0");
        counted();
        office.approve(office.chair, list);
        stands("0 lines 0, unknown 0, above 0");
        report(list, "paid", "p%d/2026-10-01/0".formatted(hoa));
        stands("0 lines 0, unknown 0, above 0");
        report(list, "not_collected", "p%d/2026-10-01/0".formatted(thiem));
        overtaken("1 lines 540000, unknown 0, above 0");
        counted();
        report(list, "returned", "p%d/2026-10-01/0".formatted(hoa));
        overtaken("2 lines 1080000, unknown 0, above 0");
        counted();

        office.prepare(OCTOBER);
        overtaken("0 lines 0, unknown 0, above 0");
    }

    @Test
    void monthsThatTheOfficeBeforeUsPaidOvertakeTheSumWhenTheirBookIsTakenOver() {
        int hoa = decided("Nông Thị Hoà");
        int thiem = office.person("Nông Văn Thiêm");
        office.takenOver(thiem, LEVEL, SIGNED);
        fourMonths(hoa, thiem);
        counted();
        assertThat(shown())
                .as("through which month Thiêm was paid nobody knows")
                .isEqualTo("4 lines 2160000, unknown 4, above 0");

        bookSays(thiem, YearMonth.of(2026, 8), false);
        overtaken("6 lines 3240000, unknown 0, above 0");
        counted();

        bookSays(thiem, YearMonth.of(2026, 8), true);
        overtaken("4 lines 2160000, unknown 4, above 0");
    }

    @Test
    void aNewAnswerOfTheLawHasASumOfItsOwn() {
        int hoa = decided("Nông Thị Hoà");
        fourMonths(hoa);
        counted();

        office.workedOut(OCTOBER, List.of(Months.of(hoa, JULY, YearMonth.of(2026, 8), LEVEL)));
        overtaken("2 lines 1080000, unknown 0, above 0");
        counted();
    }

    /** Whoever counts while a signature is not committed would count past it. */
    @Test
    void nobodyCountsWhileSomebodySigns() throws SQLException {
        int hoa = decided("Nông Thị Hoà");
        fourMonths(hoa);
        counted();

        try (var signing = database.gate().connect();
                var statement = signing.createStatement()) {
            signing.setAutoCommit(false);
            statement.execute("set local role ansinh_worker");
            statement.execute(stopOf(hoa));
            assertThat(count()).as("somebody is signing").isFalse();
            stands("4 lines 2160000, unknown 0, above 0");
            signing.commit();
        }
        overtaken("3 lines 1620000, unknown 0, above 0");
        counted();
    }

    /** Whoever signs while somebody counts waits until the sum is there, and overtakes it. */
    @Test
    void whoeverSignsWaitsForWhoeverCounts() throws SQLException {
        int hoa = decided("Nông Thị Hoà");
        fourMonths(hoa);

        try (var counting = database.gate().connect();
                var statement = counting.createStatement()) {
            counting.setAutoCommit(false);
            statement.execute("set local role ansinh_worker");
            statement.execute(counting());
            assertThatThrownBy(() -> database.run(Actor.WORKER, () -> {
                        database.jdbc().sql("set local lock_timeout = '50ms'").update();
                        database.jdbc().sql(stopOf(hoa)).update();
                    }))
                    .hasStackTraceContaining("lock timeout");
            counting.commit();
        }
        stands("4 lines 2160000, unknown 0, above 0");
        database.run(Actor.WORKER, () -> database.jdbc().sql(stopOf(hoa)).update());
        overtaken("3 lines 1620000, unknown 0, above 0");
    }

    @Test
    void sumsAreSeenInOnesOwnAreaAndByWhoeverWorksWithPeople() {
        int hoa = decided("Nông Thị Hoà");
        fourMonths(hoa);
        counted();

        var neighbour = new PayingOffice(database, Integer.toString(++communes), "social_pension");
        var statistics = database.officer("thong.ke." + office.commune, "statistician", office.commune);
        var rows = "select count(*) from payments.overview(null, '2026-10-01')";
        assertThat(office.number(office.preparer, rows)).isEqualTo(1);
        assertThat(office.number(office.chair, rows)).isEqualTo(1);
        assertThat(office.number(neighbour.preparer, rows)).isZero();
        assertThat(office.number(statistics, rows)).isZero();
        for (var secret : List.of(
                "select count(*) from payments.tally",
                "select count(*) from payments.told('social_pension', array['%s'], '2026-10-01')"
                        .formatted(office.commune),
                counting().replace("select ", "select 1 where "))) {
            assertThatThrownBy(() -> office.number(office.preparer, secret))
                    .hasStackTraceContaining("permission denied");
        }
    }

    /** Paid through June by the office before us. */
    private int person(String name) {
        int person = office.person(name);
        office.paidThrough(person, YearMonth.of(2026, 6));
        return person;
    }

    private int decided(String name) {
        int person = person(name);
        office.takenOver(person, LEVEL, SIGNED);
        return person;
    }

    private void fourMonths(Integer... people) {
        office.workedOut(
                OCTOBER,
                List.of(people).stream()
                        .map(it -> Months.of(it, JULY, OCTOBER, LEVEL))
                        .toList());
    }

    private void report(long list, String outcome, String line) {
        assertThat(office.number(
                        office.preparer,
                        "select payments.report_lines(%d, '%s', '2026-10-20', 'Biên bản', array['%s'])"
                                .formatted(list, outcome, line)))
                .isEqualTo(1);
    }

    /** What the book of the office before us says, or said by mistake: by the registry's own way in. */
    private void bookSays(int person, YearMonth paidThrough, boolean byMistake) {
        database.run(Actor.WORKER, () -> {
            var jdbc = database.jdbc();
            jdbc.sql("select registry.open_staging()").query(row -> {});
            jdbc.sql("insert into pg_temp.staged_recording (key, act) values (1, 'load')")
                    .update();
            jdbc.sql("insert into pg_temp.staged_person (ref, line, mention, person_id) values (1, 1, true, ?)")
                    .param(person)
                    .update();
            jdbc.sql("""
                            insert into pg_temp.staged_fact (line, recording_key, ref, subject_kind, fact, instance, from_day, day, retracted, source)
                            select 1, 1, 1, 'p', 90, ?, '2020-01-01', case when ? then null else ?::date end, ?, 'sổ chi'""")
                    .params(office.programme, byMistake, paidThrough.atEndOfMonth(), byMistake)
                    .update();
            jdbc.sql("select registry.post()").query(row -> {});
        });
    }

    private String stopOf(int person) {
        return """
                insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, payee_id, amount, effective_from, cause_key,
                    cause, authority, state, drafted_by, signed_on, taken_over, paper_number, office, signer_title)
                values ('%s', 'stop', 'p', %d, '%s', 'beneficiary', %2$d, 0, '2026-10-01', 'x', 'x', 'commune_chair', 'signed', 'ansinh_worker', '2026-10-20', true,
                    'Thôi/QĐ', 'UBND', 'Chủ tịch')""".formatted(office.programme, person, office.commune);
    }

    private String counting() {
        return "select payments.count_anew('%s', '%s', '2026-10-01')".formatted(office.programme, office.commune);
    }

    private boolean count() {
        return database.as(
                Actor.WORKER,
                () -> database.jdbc().sql(counting()).query(Boolean.class).single());
    }

    private void counted() {
        assertThat(count()).as("something was to be counted").isTrue();
        stands(shown());
    }

    /** Nothing overtook the sum; and it is what is told one by one. */
    private void stands(String expected) {
        assertThat(isCounted()).as("the sum stands").isTrue();
        assertSame(expected);
    }

    private void overtaken(String expected) {
        assertThat(isCounted()).as("the sum was overtaken").isFalse();
        assertSame(expected);
    }

    private void assertSame(String expected) {
        assertThat(shown()).isEqualTo(expected).isEqualTo(toldOneByOne());
    }

    private boolean isCounted() {
        return office.owner("select count(*) from payments.tallied('%s', array['%s'], '2026-10-01') where counted"
                        .formatted(office.programme, office.commune))
                == 1;
    }

    private String shown() {
        return sums(office.preparer, """
                select open_lines || ' lines ' || open || ', unknown ' || unknown || ', above ' || above_level from payments.overview('%s', '2026-10-01')""".formatted(office.programme));
    }

    private String toldOneByOne() {
        return sums(office.preparer, """
                select count(*) filter (where payable > listed) || ' lines ' || sum(greatest(payable - listed, 0)) || ', unknown '
                    || count(*) filter (where level_unknown > 0 or paid_unknown > 0 or missing <> '') || ', above ' || sum(above_level)
                  from payments.standing('%s', '%s', '2026-10-01')""".formatted(office.programme, office.commune));
    }

    private String sums(OfficerId officer, String sql) {
        return database.as(
                Actor.officer(officer),
                () -> database.jdbc().sql(sql).query(String.class).single());
    }
}
