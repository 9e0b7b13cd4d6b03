package org.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A demonstration stands on a day: what is drafted, signed, approved or paid on it carries that day, beside the days it speaks of. */
class HouseTimeTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void theMomentOfATransactionIsTheServersClock() {
        var moment = database.as(
                Actor.WORKER,
                () -> database.jdbc()
                        .sql("select public.house_now()")
                        .query(Timestamp.class)
                        .single());
        assertThat(moment.toInstant()).isEqualTo(database.clock().instant());
        var day = database.as(
                Actor.WORKER,
                () -> database.jdbc()
                        .sql("select (public.house_now() at time zone 'Asia/Ho_Chi_Minh')::date = public.house_today()")
                        .query(Boolean.class)
                        .single());
        assertThat(day).isTrue();
    }

    /** Else "as known on" the demonstration's day would miss what was recorded on it. */
    @Test
    void whatIsRecordedCarriesTheHousesMoment() {
        var recorded = database.as(Actor.WORKER, () -> {
            long number = database.jdbc()
                    .sql("select registry.open_recording('fact', null, null, null)")
                    .query(Long.class)
                    .single();
            return database.jdbc()
                    .sql("select at from registry.recording where number = :number")
                    .param("number", number)
                    .query(Timestamp.class)
                    .single();
        });
        assertThat(recorded.toInstant()).isEqualTo(database.clock().instant());
        var loads = database.as(
                Actor.WORKER, () -> database.jdbc().sql("""
                        select prosrc from pg_proc where proname = 'open_recordings' and pronamespace = 'registry'::regnamespace""").query(String.class).single());
        assertThat(loads).contains("house_now()").doesNotContain("clock_timestamp()");
    }

    /** Of a decision that is signed, a list, an instruction, an entry of the book, and a month that is worked out. */
    @Test
    void nothingInTheRoomsOfDecisionsAndMoneyAsksAnotherClock() throws SQLException {
        assertThat(found("""
                select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where n.nspname in ('casework', 'payments', 'ledger', 'determination')
                   and p.prosrc ~ '(?<![_\\w])(now\\(\\)|clock_timestamp\\(\\)|current_date|current_timestamp|localtimestamp)'""")).isEmpty();
        assertThat(found("""
                select d.adrelid::regclass || '.' || a.attname from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                  join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in ('casework', 'payments', 'ledger', 'determination') and a.attname <> 'installed_on'
                   and pg_get_expr(d.adbin, d.adrelid) ~* '(?<!house_)(now\\(\\)|clock_timestamp\\(\\)|current_date|current_timestamp)'""")).isEmpty();
    }

    private static List<String> found(String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.owner().connect();
                var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
