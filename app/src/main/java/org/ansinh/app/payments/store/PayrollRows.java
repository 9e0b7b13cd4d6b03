package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.payments.PaymentDesk.Line;
import org.ansinh.app.payments.PaymentDesk.Payroll;
import org.ansinh.app.payments.PaymentDesk.VillageTotal;
import org.ansinh.app.payments.PaymentDesk.Withheld;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists and their lines; what may be written is decided by the functions of the schema. */
@Repository
public class PayrollRows {

    private static final String PAYROLL = """
            select p.payroll_id, p.month, p.programme, p.commune_code, p.round, p.state, p.prepared_by, p.prepared_at, p.approved_by, p.approved_at,
                   count(l.payroll_id) as lines, coalesce(sum(l.amount), 0) as amount
              from payments.payroll p left join payments.line l using (payroll_id)""";

    private static final String VILLAGE =
            " left join territory.face_village v on v.village_id = l.village_id and v.days @> current_date ";

    private final JdbcClient jdbc;

    PayrollRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long prepare(YearMonth month, String programme, String commune) {
        return jdbc.sql("select payments.prepare(:month, :programme, :commune)")
                .param("month", month.atDay(1))
                .param("programme", programme)
                .param("commune", commune)
                .query(Long.class)
                .single();
    }

    public void approve(long id) {
        jdbc.sql("select payments.approve(:id)")
                .param("id", id)
                .query((row, n) -> id)
                .single();
    }

    public void discard(long id) {
        jdbc.sql("select payments.discard(:id)")
                .param("id", id)
                .query((row, n) -> id)
                .single();
    }

    public List<Payroll> lists(YearMonth month) {
        return jdbc.sql(PAYROLL
                        + " where p.month = :month group by p.payroll_id order by p.programme, p.commune_code, p.round")
                .param("month", month.atDay(1))
                .query(PayrollRows::payroll)
                .list();
    }

    public Optional<Payroll> list(long id) {
        return jdbc.sql(PAYROLL + " where p.payroll_id = :id group by p.payroll_id")
                .param("id", id)
                .query(PayrollRows::payroll)
                .optional();
    }

    public List<Line> lines(long id, int offset, int limit) {
        return jdbc.sql("""
                        select l.subject_kind, l.subject_id, coalesce(b.name, '') as beneficiary, coalesce(extract(year from b.born), 0)::int as year,
                               b.personal_number, coalesce(y.name, '') as payee, coalesce(v.name, '') as village, l.for_month, l.sequence, l.amount, l.channel,
                               l.bank, l.account
                          from payments.line l
                          left join registry.face_household h on l.subject_kind = 'h' and h.household_id = l.subject_id
                          left join registry.face_person b on b.person_id = coalesce(h.head_id, l.subject_id)
                          left join registry.face_person y on y.person_id = l.payee_id""" + VILLAGE + """
                                 where l.payroll_id = :id
                                 order by village, payee, l.subject_id, l.for_month, l.sequence offset :offset limit :limit""")
                .param("id", id)
                .param("offset", offset)
                .param("limit", limit)
                .query(PayrollRows::line)
                .list();
    }

    public List<VillageTotal> villages(long id) {
        return jdbc.sql(
                        "select coalesce(v.name, '') as village, count(*) as lines, sum(l.amount) as amount from payments.line l"
                                + VILLAGE + "where l.payroll_id = :id group by 1 order by 1")
                .param("id", id)
                .query((row, n) ->
                        new VillageTotal(row.getString("village"), row.getLong("lines"), row.getLong("amount")))
                .list();
    }

    public List<Withheld> blocked(YearMonth month, String programme, String commune) {
        return withheld("payments.blocked", "and w.for_month <= :month", month, programme, commune);
    }

    public List<Withheld> overpaid(YearMonth month, String programme, String commune) {
        return withheld("payments.overpaid", "and w.for_month <= :month", month, programme, commune);
    }

    private List<Withheld> withheld(String view, String until, YearMonth month, String programme, String commune) {
        return jdbc.sql("""
                        select w.subject_kind, w.subject_id, coalesce(b.name, '') as name, w.for_month, w.amount from %s w
                          left join registry.face_household h on w.subject_kind = 'h' and h.household_id = w.subject_id
                          left join registry.face_person b on b.person_id = coalesce(h.head_id, w.subject_id)
                         where w.programme = :programme and w.commune_code = :commune %s order by name, w.subject_id, w.for_month""".formatted(view, until))
                .param("programme", programme)
                .param("commune", commune)
                .param("month", month.atDay(1))
                .query((row, n) -> new Withheld(
                        row.getString("subject_kind").equals("h"),
                        row.getInt("subject_id"),
                        row.getString("name"),
                        YearMonth.from(row.getObject("for_month", LocalDate.class)),
                        row.getLong("amount")))
                .list();
    }

    private static Payroll payroll(ResultSet row, int n) throws SQLException {
        return new Payroll(
                row.getLong("payroll_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("programme"),
                row.getString("commune_code"),
                row.getInt("round"),
                row.getString("state").equals("approved"),
                row.getString("prepared_by"),
                row.getTimestamp("prepared_at").toInstant(),
                Optional.ofNullable(row.getString("approved_by")),
                Optional.ofNullable(row.getTimestamp("approved_at")).map(Timestamp::toInstant),
                row.getLong("lines"),
                row.getLong("amount"));
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getString("subject_kind").equals("h"),
                row.getInt("subject_id"),
                row.getString("beneficiary"),
                row.getInt("year"),
                Optional.ofNullable(row.getString("personal_number")),
                row.getString("payee"),
                row.getString("village"),
                YearMonth.from(row.getObject("for_month", LocalDate.class)),
                row.getInt("sequence"),
                row.getLong("amount"),
                row.getString("channel"),
                Optional.ofNullable(row.getString("bank")),
                Optional.ofNullable(row.getString("account")));
    }
}
