package org.ansinh.app.payments.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.payments.MoneyDesk.Line;
import org.ansinh.app.payments.MoneyDesk.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of one person or household, with the last thing that became of each. */
@Repository
public class MoneyRows {

    private final JdbcClient jdbc;

    MoneyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Line> of(boolean household, int subjectId, int most) {
        return jdbc.sql("""
                        select l.programme, l.for_month, l.amount, l.withheld, l.payroll_id, p.month, l.channel, coalesce(i.key, '') as key, r.happened_on, coalesce(r.document, '') as document,
                               case when p.state = 'draft' then 'DRAFTED' when o.outcome is not null then upper(o.outcome)
                                    when i.state in ('released', 'sent', 'accepted') then 'ON_ITS_WAY'
                                    when exists (select from payments.held_part h where h.payroll_id = l.payroll_id and h.subject_kind = l.subject_kind and h.subject_id = l.subject_id) then 'HELD' else 'APPROVED' end as whereabouts
                          from payments.line l
                          join payments.payroll p using (payroll_id)
                          left join payments.instruction i on i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id
                          left join lateral (select q.outcome, q.payroll_id, q.report from payments.outcome q
                               where (q.programme, q.subject_kind, q.subject_id, q.for_month, q.sequence) = (l.programme, l.subject_kind, l.subject_id, l.for_month, l.sequence)
                               order by q.nth desc limit 1) o on true
                          left join payments.report r on r.payroll_id = o.payroll_id and r.nth = o.report
                         where l.subject_kind = cast(:kind as "char") and l.subject_id = :subject
                         order by l.for_month desc, l.programme, l.sequence desc limit :most""")
                .param("kind", household ? "h" : "p")
                .param("subject", subjectId)
                .param("most", most)
                .query((row, n) -> new Line(
                        row.getString("programme"),
                        YearMonth.from(row.getObject("for_month", LocalDate.class)),
                        row.getLong("amount"),
                        row.getLong("withheld"),
                        row.getLong("payroll_id"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("channel"),
                        Where.valueOf(row.getString("whereabouts")),
                        row.getString("key"),
                        Optional.ofNullable(row.getObject("happened_on", LocalDate.class)),
                        row.getString("document")))
                .list();
    }
}
