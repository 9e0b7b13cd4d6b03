package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.payments.CaseMoney;
import org.ansinh.app.payments.CaseMoney.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The money of one case, as rows; everything as whoever acts. */
@Repository
public class CaseMoneyRows {

    private static final String OF =
            " subject_kind = cast(:kind as \"char\") and subject_id = :subject and programme = :programme";

    private final JdbcClient jdbc;

    CaseMoneyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose money in which programme. */
    public record Beneficiary(boolean household, int subjectId, String programme) {}

    private JdbcClient.StatementSpec about(String sql, Beneficiary of) {
        return jdbc.sql(sql)
                .param("kind", of.household() ? "h" : "p")
                .param("subject", of.subjectId())
                .param("programme", of.programme());
    }

    public Optional<YearMonth> paidBefore(Beneficiary of) {
        return about("""
                        select max(f.day) as day from registry.face_facts_of(cast(:kind as "char"), :subject) f
                         where f.fact = case when :kind = 'p' then 'person.paid_through' else 'household.paid_through' end and f.instance = :programme""", of)
                .query((row, n) -> day(row, "day").map(YearMonth::from))
                .single();
    }

    public List<CaseMoney.Payee> payees(Beneficiary of) {
        return about("""
                        select coalesce(y.name, '') as name, p.channel, coalesce(right(p.account, 4), '') as account, lower(p.days) as from_day,
                               upper(p.days) - 1 as to_day, p.source
                          from payments.payee p left join registry.face_person y on y.person_id = p.payee_id
                         where p.subject_kind = :kind and p.subject_id = :subject and p.programme = :programme order by lower(p.days) nulls first""", of)
                .query((row, n) -> new CaseMoney.Payee(
                        row.getString("name"),
                        row.getString("channel"),
                        row.getString("account"),
                        day(row, "from_day").orElse(LocalDate.MIN),
                        day(row, "to_day"),
                        row.getString("source")))
                .list();
    }

    /** One row of a month for each thing that was reported of it. */
    private record MonthRow(String key, CaseMoney.Month month, Optional<CaseMoney.Outcome> outcome) {}

    public List<CaseMoney.Month> months(Beneficiary of) {
        var rows = about("""
                        select l.for_month, l.sequence, l.amount, l.withheld, coalesce(i.payee_name, y.name, '') as payee, l.channel, l.payroll_id, p.month, p.round,
                               coalesce(a.full_name, '') as prepared_by, p.prepared_at, b.full_name as approved_by, p.approved_at, coalesce(i.key, '') as key,
                               c.full_name as released_by, d.released_at, h.handed_at, o.outcome, r.happened_on, r.document, coalesce(e.full_name, '') as reported_by
                          from payments.line l
                          join payments.payroll p using (payroll_id)
                          left join payments.instruction i on i.payroll_id = l.payroll_id and i.subject_kind = l.subject_kind and i.subject_id = l.subject_id
                          left join payments.dispatch d on d.dispatch_id = i.dispatch_id
                          left join payments.handed_over h on h.dispatch_id = i.dispatch_id and h.nth = i.file_nth
                          left join payments.outcome o on o.programme = l.programme and o.subject_kind = l.subject_kind and o.subject_id = l.subject_id
                                and o.for_month = l.for_month and o.sequence = l.sequence
                          left join payments.report r on r.payroll_id = o.payroll_id and r.nth = o.report
                          left join registry.face_person y on y.person_id = l.payee_id
                          left join access.face_officer a on a.role_name = p.prepared_by
                          left join access.face_officer b on b.role_name = p.approved_by
                          left join access.face_officer c on c.role_name = d.released_by
                          left join access.face_officer e on e.role_name = r.reported_by
                         where l.subject_kind = cast(:kind as "char") and l.subject_id = :subject and l.programme = :programme
                         order by l.for_month, l.sequence, o.nth""", of).query(CaseMoneyRows::month).list();
        var months = new LinkedHashMap<String, CaseMoney.Month>();
        for (var row : rows) {
            months.merge(
                    row.key(),
                    withOutcome(row.month(), row.outcome()),
                    (known, more) -> withOutcome(known, row.outcome()));
        }
        return List.copyOf(months.values());
    }

    private static CaseMoney.Month withOutcome(CaseMoney.Month it, Optional<CaseMoney.Outcome> outcome) {
        var all = new ArrayList<>(it.outcomes());
        outcome.ifPresent(all::add);
        return new CaseMoney.Month(
                it.forMonth(),
                it.amount(),
                it.withheld(),
                it.payee(),
                it.channel(),
                it.list(),
                it.key(),
                it.released(),
                it.handedOver(),
                List.copyOf(all));
    }

    private static MonthRow month(ResultSet row, int n) throws SQLException {
        var forMonth = YearMonth.from(row.getObject("for_month", LocalDate.class));
        var list = new CaseMoney.ListOfIt(
                row.getLong("payroll_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("round"),
                new Act(
                        row.getString("prepared_by"),
                        row.getTimestamp("prepared_at").toInstant()),
                act(row, "approved_by", "approved_at"));
        var what = Optional.ofNullable(row.getString("outcome"));
        var on = day(row, "happened_on");
        var document = Optional.ofNullable(row.getString("document")).orElse("");
        var by = row.getString("reported_by");
        return new MonthRow(
                forMonth + "/" + row.getInt("sequence"),
                new CaseMoney.Month(
                        forMonth,
                        row.getLong("amount"),
                        row.getLong("withheld"),
                        row.getString("payee"),
                        row.getString("channel"),
                        list,
                        row.getString("key"),
                        act(row, "released_by", "released_at"),
                        moment(row, "handed_at"),
                        List.of()),
                what.flatMap(it -> on.map(day -> new CaseMoney.Outcome(it, day, document, by))));
    }

    public List<Long> recoveries(Beneficiary of) {
        return about("select recovery_id from payments.recovery where" + OF + " order by recovery_id", of)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    public List<Long> suspensions(Beneficiary of) {
        return about("select suspension_id from payments.suspension where" + OF + " order by suspension_id", of)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    public List<Long> transfers(Beneficiary of) {
        return about("select transfer_id from payments.transfer where" + OF + " order by transfer_id", of)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static Optional<Act> act(ResultSet row, String officer, String at) throws SQLException {
        var who = Optional.ofNullable(row.getString(officer));
        return moment(row, at).map(moment -> new Act(who.orElse(""), moment));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
