package org.ansinh.app.casework.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.casework.AdjustDesk.Cause;
import org.ansinh.app.casework.AdjustDesk.Difference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed levels beside what the law gives, and drafting for the difference as one set. */
@Repository
public class AdjustmentRows {

    private final JdbcClient jdbc;

    AdjustmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Difference> byCause(YearMonth through) {
        return jdbc.sql("""
                        select programme, commune_code, old_level, new_level, first_month, count(*) as number, sum(new_level - old_level) as rise,
                               sum(arrears) as arrears, count(*) filter (where unverified) as unverified
                          from casework.differences(?) d
                         where not exists (select from casework.decision x where x.state = 'draft' and x.programme = d.programme
                                and x.subject_kind = d.subject_kind and x.subject_id = d.subject_id
                                and (x.kind <> 'adjust' or x.amount = d.new_level and x.effective_from = d.first_month and (d.unverified or not x.unverified)))
                         group by programme, commune_code, old_level, new_level, first_month
                         order by programme, number desc, old_level, new_level, first_month, commune_code""")
                .param(through.atDay(1))
                .query((row, n) -> new Difference(
                        new Cause(
                                row.getString("programme"),
                                row.getLong("old_level"),
                                row.getLong("new_level"),
                                YearMonth.from(row.getObject("first_month", LocalDate.class))),
                        row.getString("commune_code"),
                        row.getLong("number"),
                        row.getLong("rise"),
                        row.getLong("arrears"),
                        row.getLong("unverified")))
                .list();
    }

    public long draft(YearMonth through, Cause cause, String commune, String authority, String because) {
        return jdbc.sql("select casework.draft_adjustments(?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        through.atDay(1),
                        cause.programme(),
                        commune,
                        cause.oldLevel(),
                        cause.newLevel(),
                        cause.from().atDay(1),
                        authority,
                        because)
                .query(Long.class)
                .single();
    }
}
