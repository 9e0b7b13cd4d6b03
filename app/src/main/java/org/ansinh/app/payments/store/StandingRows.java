package org.ansinh.app.payments.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.payments.PaymentDesk.Cause;
import org.ansinh.app.payments.PaymentDesk.CommuneStanding;
import org.ansinh.app.payments.PaymentDesk.Withheld;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where everybody with a decision stands: what is open, and what is beside the list and why. */
@Repository
public class StandingRows {

    private final JdbcClient jdbc;

    StandingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Withheld> withheld(YearMonth month, String programme, String commune) {
        return jdbc.sql("""
                        select w.cause, w.subject_kind, w.subject_id, coalesce(b.name, '') collate public.vietnamese as name, w.for_month, w.amount, w.missing
                          from payments.withheld(:programme, :commune, :month) w
                          left join registry.face_household h on w.subject_kind = 'h' and h.household_id = w.subject_id
                          left join registry.face_person b on b.person_id = case w.subject_kind when 'p' then w.subject_id else h.head_id end
                         order by w.cause, name, w.subject_id, w.for_month""")
                .param("programme", programme)
                .param("commune", commune)
                .param("month", month.atDay(1))
                .query((row, n) -> new Withheld(
                        Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                        row.getString("subject_kind").equals("h"),
                        row.getInt("subject_id"),
                        row.getString("name"),
                        YearMonth.from(row.getObject("for_month", LocalDate.class)),
                        row.getLong("amount"),
                        row.getString("missing")))
                .list();
    }

    public List<CommuneStanding> overview(YearMonth month, Optional<String> programme) {
        return jdbc.sql("select * from payments.overview(cast(:programme as text), :month)")
                .param("programme", programme.orElse(null))
                .param("month", month.atDay(1))
                .query((row, n) -> new CommuneStanding(
                        row.getString("programme"),
                        row.getString("commune_code"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getLong("open_lines"),
                        row.getLong("open"),
                        row.getLong("unverified"),
                        row.getLong("above_level"),
                        row.getLong("unknown"),
                        row.getLong("overpaid")))
                .list();
    }

    /** A programme in a commune whose sums nobody has counted since something overtook them. */
    public record Uncounted(String programme, String commune) {}

    /** Of one's area: of one programme or of every one, in some communes or in all. */
    public List<Uncounted> uncounted(YearMonth month, Optional<String> programme, Optional<String> commune) {
        return jdbc.sql("select * from payments.uncounted(cast(:programme as text), cast(:commune as text), :month)")
                .param("programme", programme.orElse(null))
                .param("commune", commune.orElse(null))
                .param("month", month.atDay(1))
                .query((row, n) -> new Uncounted(row.getString("programme"), row.getString("commune_code")))
                .list();
    }

    /** Counts unless somebody is changing what is counted. */
    public void count(Uncounted it, YearMonth month) {
        jdbc.sql("select payments.count_anew(:programme, :commune, :month)")
                .param("programme", it.programme())
                .param("commune", it.commune())
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    /** How many communes nobody has worked out, and how many people and households have a decision in them. */
    public record Unopened(long communes, long subjects) {}

    public Unopened unopened(YearMonth month) {
        return jdbc.sql("select communes, subjects from payments.to_open(:month)")
                .param("month", month.atDay(1))
                .query((row, n) -> new Unopened(row.getLong("communes"), row.getLong("subjects")))
                .single();
    }

    public List<String> communes() {
        return jdbc.sql("select unnest(access.my_communes())")
                .query((row, n) -> row.getString(1))
                .list();
    }
}
