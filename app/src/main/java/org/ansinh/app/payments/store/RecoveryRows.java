package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.payments.RecoveryDesk.About;
import org.ansinh.app.payments.RecoveryDesk.Act;
import org.ansinh.app.payments.RecoveryDesk.Month;
import org.ansinh.app.payments.RecoveryDesk.Recovery;
import org.ansinh.app.payments.RecoveryDesk.Standing;
import org.ansinh.app.payments.RecoveryDesk.State;
import org.ansinh.app.payments.RecoveryDesk.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recoveries as the database keeps them; what may be written is decided by the functions of the schema. */
@Repository
public class RecoveryRows {

    private static final String RECOVERY = """
            select r.recovery_id, r.programme, r.subject_kind, r.subject_id, r.commune_code, coalesce(b.name, '') as name, r.instalment, r.kept_percent, r.cause, r.state,
                   coalesce(d.full_name, '') as drafted_by, r.drafted_at, s.full_name as signed_by, r.signed_at, coalesce(r.book_number || '/' || r.book_year, '') as number,
                   c.full_name as closed_by, r.closed_at, coalesce(r.closed_because, '') as because, t.total, t.deducted, t.on_drafts, t.repaid
              from payments.recovery r
              cross join lateral payments.recovery_standing(r.recovery_id) t
              left join registry.face_household h on r.subject_kind = 'h' and h.household_id = r.subject_id
              left join registry.face_person b on b.person_id = case r.subject_kind when 'p' then r.subject_id else h.head_id end
              left join access.face_officer d on d.role_name = r.drafted_by
              left join access.face_officer s on s.role_name = r.signed_by
              left join access.face_officer c on c.role_name = r.closed_by""";

    private final JdbcClient jdbc;

    RecoveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Month> overpaid(About about, YearMonth through) {
        return jdbc.sql("""
                        select for_month, amount from payments.overpaid_of(?, ?::"char", ?, ?, ?) order by for_month""")
                .params(
                        about.programme(),
                        about.household() ? "h" : "p",
                        about.subjectId(),
                        about.communeCode(),
                        through.atDay(1))
                .query(RecoveryRows::month)
                .list();
    }

    public long draft(About about, YearMonth through, Optional<Long> instalment, String cause) {
        return jdbc.sql("""
                        select payments.draft_recovery(:programme, cast(:kind as "char"), :subject, :commune, :through, :way, cast(:instalment as bigint), :cause)""")
                .param("programme", about.programme())
                .param("kind", about.household() ? "h" : "p")
                .param("subject", about.subjectId())
                .param("commune", about.communeCode())
                .param("through", through.atDay(1))
                .param("way", instalment.isPresent() ? "deducted" : "repaid")
                .param("instalment", instalment.orElse(null))
                .param("cause", cause)
                .query(Long.class)
                .single();
    }

    public void sign(long id) {
        jdbc.sql("select payments.sign_recovery(?)").param(id).query(row -> {});
    }

    public void sendBack(long id, String because) {
        jdbc.sql("select payments.return_recovery(?, ?)").params(id, because).query(row -> {});
    }

    public void end(long id, String because) {
        jdbc.sql("select payments.end_recovery(?, ?)").params(id, because).query(row -> {});
    }

    public void repay(long id, long amount, LocalDate on, String document) {
        jdbc.sql("select payments.repay(?, ?, ?, ?)")
                .params(id, amount, on, document)
                .query(row -> {});
    }

    public void setKeptPercent(int percent) {
        jdbc.sql("select payments.set_kept_percent(?::smallint)").param(percent).query(row -> {});
    }

    public int keptPercent() {
        return jdbc.sql("select payments.kept_percent()").query(Integer.class).single();
    }

    public List<Recovery> latest(int atMost) {
        return jdbc.sql(
                        RECOVERY
                                + " order by r.state <> 'draft', r.state <> 'signed', t.total = t.deducted + t.repaid, r.recovery_id desc limit ?")
                .param(atMost)
                .query(RecoveryRows::recovery)
                .list();
    }

    public Optional<Recovery> find(long id) {
        return jdbc.sql(RECOVERY + " where r.recovery_id = ?")
                .param(id)
                .query(RecoveryRows::recovery)
                .optional();
    }

    public List<Month> months(long id) {
        return jdbc.sql(
                        "select for_month, amount from payments.recovery_month where recovery_id = ? order by for_month")
                .param(id)
                .query(RecoveryRows::month)
                .list();
    }

    public List<Step> steps(long id) {
        return jdbc.sql("""
                        select p.payroll_id, p.month, sum(d.amount)::bigint as amount, coalesce(p.approved_at, p.prepared_at)::date as on_day, '' as document, p.state = 'draft' as draft
                          from payments.deduction d join payments.payroll p using (payroll_id) where d.recovery_id = :id group by 1, 2, 4, 6
                        union all
                        select null, null, y.amount, y.happened_on, y.document, false from payments.repayment y where y.recovery_id = :id
                        order by on_day desc""").param("id", id).query(RecoveryRows::step).list();
    }

    private static Month month(ResultSet row, int n) throws SQLException {
        return new Month(YearMonth.from(row.getObject("for_month", LocalDate.class)), row.getLong("amount"));
    }

    private static Step step(ResultSet row, int n) throws SQLException {
        return new Step(
                Optional.ofNullable(row.getObject("payroll_id", Long.class)),
                Optional.ofNullable(row.getObject("month", LocalDate.class)).map(YearMonth::from),
                row.getLong("amount"),
                row.getObject("on_day", LocalDate.class),
                row.getString("document"),
                row.getBoolean("draft"));
    }

    private static Recovery recovery(ResultSet row, int n) throws SQLException {
        return new Recovery(
                row.getLong("recovery_id"),
                new About(
                        row.getString("programme"),
                        row.getString("subject_kind").equals("h"),
                        row.getInt("subject_id"),
                        row.getString("commune_code")),
                row.getString("name"),
                Optional.ofNullable(row.getObject("instalment", Long.class)),
                row.getInt("kept_percent"),
                row.getString("cause"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Act(
                        row.getString("drafted_by"),
                        row.getTimestamp("drafted_at").toInstant()),
                act(row, "signed"),
                row.getString("number"),
                act(row, "closed"),
                row.getString("because"),
                new Standing(
                        row.getLong("total"),
                        row.getLong("deducted"),
                        row.getLong("on_drafts"),
                        row.getLong("repaid")));
    }

    private static Optional<Act> act(ResultSet row, String what) throws SQLException {
        var by = Optional.ofNullable(row.getString(what + "_by")).orElse("");
        return Optional.ofNullable(row.getTimestamp(what + "_at"))
                .map(Timestamp::toInstant)
                .map(at -> new Act(by, at));
    }
}
