package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.payments.OutcomeDesk.Line;
import org.ansinh.app.payments.OutcomeDesk.NewReport;
import org.ansinh.app.payments.OutcomeDesk.Outcome;
import org.ansinh.app.payments.OutcomeDesk.Report;
import org.ansinh.app.payments.OutcomeDesk.Totals;
import org.ansinh.app.payments.OutcomeDesk.Village;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of lines; what may be reported is decided by the functions of the schema. */
@Repository
public class OutcomeRows {

    private static final String LAST = """
             left join lateral (select o.outcome from payments.outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind
                  and o.subject_id = l.subject_id and o.for_month = l.for_month and o.sequence = l.sequence order by o.nth desc limit 1) o on true
            """;

    private final JdbcClient jdbc;

    OutcomeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Line> lines(long payrollId, Optional<Integer> village) {
        return jdbc.sql("""
                        select l.subject_kind::text || l.subject_id::text || '/' || l.for_month || '/' || l.sequence as key, l.subject_kind, l.subject_id,
                               coalesce(b.name, '') collate public.vietnamese as beneficiary, coalesce(y.name, '') collate public.vietnamese as payee, l.for_month, l.channel, l.amount, o.outcome
                          from payments.line l
                        """ + LAST + """
                          left join registry.face_household h on l.subject_kind = 'h' and h.household_id = l.subject_id
                          left join registry.face_person b on b.person_id = case l.subject_kind when 'p' then l.subject_id else h.head_id end
                          left join registry.face_person y on y.person_id = l.payee_id
                         where l.payroll_id = :list and l.village_id is not distinct from cast(:village as integer)
                         order by payee, beneficiary, l.subject_id, l.for_month, l.sequence""")
                .param("list", payrollId)
                .param("village", village.orElse(null))
                .query((row, n) -> new Line(
                        row.getString("key"),
                        row.getString("subject_kind").equals("h"),
                        row.getInt("subject_id"),
                        row.getString("beneficiary"),
                        row.getString("payee"),
                        YearMonth.from(row.getObject("for_month", LocalDate.class)),
                        row.getString("channel"),
                        row.getLong("amount"),
                        Optional.ofNullable(row.getString("outcome")).map(OutcomeRows::outcome)))
                .list();
    }

    private static Outcome outcome(String word) {
        return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
    }

    public Totals totals(long payrollId) {
        return jdbc.sql("""
                        select count(*) filter (where o.outcome is null) as open_lines, coalesce(sum(l.amount) filter (where o.outcome is null), 0) as open,
                               count(*) filter (where o.outcome = 'paid') as paid_lines, coalesce(sum(l.amount) filter (where o.outcome = 'paid'), 0) as paid,
                               count(*) filter (where o.outcome <> 'paid') as back_lines, coalesce(sum(l.amount) filter (where o.outcome <> 'paid'), 0) as back
                          from payments.line l
                        """ + LAST + " where l.payroll_id = ?")
                .param(payrollId)
                .query((row, n) -> new Totals(
                        row.getLong("open_lines"),
                        row.getLong("open"),
                        row.getLong("paid_lines"),
                        row.getLong("paid"),
                        row.getLong("back_lines"),
                        row.getLong("back")))
                .single();
    }

    public List<Village> villages(long payrollId) {
        return jdbc.sql("""
                        select l.village_id, coalesce(max(v.name), '') collate public.vietnamese as name, count(*) as lines, count(*) filter (where o.outcome is null) as open
                          from payments.line l
                        """ + LAST + """
                          left join territory.face_village v on v.village_id = l.village_id and v.days @> public.house_today()
                         where l.payroll_id = ? group by l.village_id order by name, l.village_id""")
                .param(payrollId)
                .query((row, n) -> new Village(
                        Optional.ofNullable(row.getObject("village_id", Integer.class)),
                        row.getString("name"),
                        row.getLong("lines"),
                        row.getLong("open")))
                .list();
    }

    public List<Report> reports(long payrollId) {
        return jdbc.sql("""
                        select r.*, coalesce(o.full_name, '') as officer from payments.report r left join access.face_officer o on o.role_name = r.reported_by
                         where r.payroll_id = ? order by r.nth""").param(payrollId).query(OutcomeRows::report).list();
    }

    private static Report report(ResultSet row, int n) throws SQLException {
        return new Report(
                row.getInt("nth"),
                outcome(row.getString("outcome")),
                row.getObject("happened_on", LocalDate.class),
                row.getString("document"),
                row.getLong("lines"),
                row.getLong("amount"),
                row.getString("officer"),
                row.getTimestamp("reported_at").toInstant());
    }

    /** How many lines were reported now. */
    public long report(long payrollId, NewReport report, List<String> keys) {
        return jdbc.sql("select payments.report_lines(?, ?, ?, ?, ?)")
                .params(
                        payrollId,
                        report.outcome().name().toLowerCase(Locale.ROOT),
                        report.happenedOn(),
                        report.paper(),
                        keys.toArray(String[]::new))
                .query(Long.class)
                .single();
    }
}
