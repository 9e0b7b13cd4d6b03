package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.payments.SuspensionDesk.About;
import org.ansinh.app.payments.SuspensionDesk.Act;
import org.ansinh.app.payments.SuspensionDesk.NotFetched;
import org.ansinh.app.payments.SuspensionDesk.State;
import org.ansinh.app.payments.SuspensionDesk.Suspension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Suspensions as the database keeps them; what may be written is decided by the functions of the schema. */
@Repository
public class SuspensionRows {

    private static final String SUSPENSION = """
            select s.suspension_id, s.programme, s.subject_kind, s.subject_id, s.commune_code, coalesce(b.name, '') collate public.vietnamese as name, s.handling, s.cause, s.state,
                   d.full_name as drafted_by, s.drafted_at, '' as drafted_words, g.full_name as signed_by, s.signed_at, s.book_number || '/' || s.book_year as signed_words,
                   e.full_name as resume_drafted_by, s.resume_drafted_at, s.resume_cause as resume_drafted_words, r.full_name as resumed_by, s.resumed_at,
                   s.resume_number || '/' || s.resume_year as resumed_words, t.full_name as returned_by, s.returned_at, s.returned_because as returned_words
              from payments.suspension s
              left join registry.face_household h on s.subject_kind = 'h' and h.household_id = s.subject_id
              left join registry.face_person b on b.person_id = case s.subject_kind when 'p' then s.subject_id else h.head_id end
              left join access.face_officer d on d.role_name = s.drafted_by
              left join access.face_officer g on g.role_name = s.signed_by
              left join access.face_officer e on e.role_name = s.resume_drafted_by
              left join access.face_officer r on r.role_name = s.resumed_by
              left join access.face_officer t on t.role_name = s.returned_by""";

    private final JdbcClient jdbc;

    SuspensionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<NotFetched> notFetched(String programme, String commune, YearMonth through, int months, String ground) {
        return jdbc.sql("""
                        select n.*, coalesce(b.name, '') collate public.vietnamese as name from payments.not_fetched(:programme, :commune, :through, :months) n
                          left join registry.face_household h on n.subject_kind = 'h' and h.household_id = n.subject_id
                          left join registry.face_person b on b.person_id = case n.subject_kind when 'p' then n.subject_id else h.head_id end
                         order by n.months desc, name, n.subject_id""")
                .param("programme", programme)
                .param("commune", commune)
                .param("through", through.atDay(1))
                .param("months", months)
                .query((row, n) -> new NotFetched(
                        row.getString("subject_kind").equals("h"),
                        row.getInt("subject_id"),
                        row.getString("name"),
                        YearMonth.from(row.getObject("first_month", LocalDate.class)),
                        row.getInt("months"),
                        row.getLong("amount"),
                        ground))
                .list();
    }

    public long draft(About about, String ground, String cause) {
        return jdbc.sql("select payments.draft_suspension(?, ?::\"char\", ?, ?, ?, ?)")
                .params(
                        about.programme(),
                        about.household() ? "h" : "p",
                        about.subjectId(),
                        about.communeCode(),
                        ground,
                        cause)
                .query(Long.class)
                .single();
    }

    public void sign(long id) {
        jdbc.sql("select payments.move_suspension(?, 'sign')").param(id).query(row -> {});
    }

    public void sendBack(long id, String because) {
        jdbc.sql("select payments.move_suspension(?, 'return', ?)")
                .params(id, because)
                .query(row -> {});
    }

    public void resume(long id, String because) {
        jdbc.sql("select payments.move_suspension(?, 'resume', ?)")
                .params(id, because)
                .query(row -> {});
    }

    public List<Suspension> latest(int atMost) {
        return jdbc.sql(
                        SUSPENSION
                                + " order by s.state not in ('draft', 'resume_drafted'), s.state <> 'in_force', s.suspension_id desc limit ?")
                .param(atMost)
                .query(SuspensionRows::suspension)
                .list();
    }

    public Optional<Suspension> find(long id) {
        return jdbc.sql(SUSPENSION + " where s.suspension_id = ?")
                .param(id)
                .query(SuspensionRows::suspension)
                .optional();
    }

    private static Suspension suspension(ResultSet row, int n) throws SQLException {
        return new Suspension(
                row.getLong("suspension_id"),
                new About(
                        row.getString("programme"),
                        row.getString("subject_kind").equals("h"),
                        row.getInt("subject_id"),
                        row.getString("commune_code")),
                row.getString("name"),
                row.getString("handling"),
                row.getString("cause"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                act(row, "drafted").orElseThrow(),
                act(row, "signed"),
                act(row, "resume_drafted"),
                act(row, "resumed"),
                act(row, "returned"));
    }

    private static Optional<Act> act(ResultSet row, String what) throws SQLException {
        var by = Optional.ofNullable(row.getString(what + "_by")).orElse("");
        var words = Optional.ofNullable(row.getString(what + "_words")).orElse("");
        return Optional.ofNullable(row.getTimestamp(what + "_at")).map(at -> new Act(by, at.toInstant(), words));
    }
}
