package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.payments.BankList;
import org.ansinh.app.payments.PaymentDesk.Channel;
import org.ansinh.app.payments.PaymentDesk.Line;
import org.ansinh.app.payments.PaymentDesk.Payroll;
import org.ansinh.app.payments.PaymentDesk.VillageTotal;
import org.ansinh.app.payments.model.ReceiptCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists and their lines; what may be written is decided by the functions of the schema. */
@Repository
public class PayrollRows {

    private static final String PAYROLL = """
            select p.payroll_id, p.month, p.programme, p.commune_code, p.round, p.state, coalesce(a.full_name, '') as prepared_by, p.prepared_at,
                   b.full_name as approved_by, p.approved_at, l.lines, l.amount, l.withheld
              from payments.payroll p
              left join access.face_officer a on a.role_name = p.prepared_by
              left join access.face_officer b on b.role_name = p.approved_by
              left join lateral (select count(*) as lines, coalesce(sum(amount), 0) as amount, coalesce(sum(withheld), 0) as withheld from payments.line l where l.payroll_id = p.payroll_id) l on true""";

    private static final String VILLAGE =
            " left join territory.face_village v on v.village_id = l.village_id and v.days @> public.house_today() ";

    private static final int WHOLE_LIST = 1_000_000;

    private final JdbcClient jdbc;

    PayrollRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where nothing is open. */
    public Optional<Long> prepare(YearMonth month, String programme, String commune) {
        return jdbc.sql("select payments.prepare(:month, :programme, :commune)")
                .param("month", month.atDay(1))
                .param("programme", programme)
                .param("commune", commune)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    /** Where those live whom a commune pays some months and who live elsewhere. */
    public List<String> homesPaidBy(String programme, String commune) {
        return jdbc.sql("select commune_code from payments.homes_paid_by(?, ?)")
                .params(programme, commune)
                .query((row, n) -> row.getString(1))
                .list();
    }

    public void approve(long id) {
        act("select payments.approve(?)", id);
    }

    public void discard(long id) {
        act("select payments.discard(?)", id);
    }

    private void act(String sql, long id) {
        jdbc.sql(sql).param(id).query((row, n) -> id).single();
    }

    public List<Payroll> lists(YearMonth month) {
        return jdbc.sql(PAYROLL + " where p.month = :month order by p.programme, p.commune_code, p.round")
                .param("month", month.atDay(1))
                .query(PayrollRows::payroll)
                .list();
    }

    public Optional<Payroll> list(long id) {
        return jdbc.sql(PAYROLL + " where p.payroll_id = :id")
                .param("id", id)
                .query(PayrollRows::payroll)
                .optional();
    }

    public List<Line> lines(long id, int offset, int limit) {
        return jdbc.sql("""
                        select l.subject_kind, l.subject_id, coalesce(b.name, e.name, '') collate public.vietnamese as beneficiary, coalesce(extract(year from coalesce(b.born, e.born)), 0)::int as year,
                               coalesce(b.personal_number, e.personal_number) as personal_number, coalesce(y.name, g.name, '') collate public.vietnamese as payee, coalesce(v.name, '') collate public.vietnamese as village, l.for_month, l.sequence, l.amount, l.withheld, l.channel,
                               l.bank, l.account, l.holder, sum(l.amount) over (partition by l.subject_kind, l.subject_id) as together
                          from payments.line l
                          left join registry.face_household h on l.subject_kind = 'h' and h.household_id = l.subject_id
                          left join registry.face_person b on b.person_id = case l.subject_kind when 'p' then l.subject_id else h.head_id end
                          left join registry.face_person y on y.person_id = l.payee_id
                          left join payments.names_on(:id) e on b.person_id is null and l.subject_kind = 'p' and e.person_id = l.subject_id
                          left join payments.names_on(:id) g on y.person_id is null and g.person_id = l.payee_id""" + VILLAGE + """
                         where l.payroll_id = :id
                         order by village, payee, beneficiary, l.subject_id, l.for_month, l.sequence offset :offset limit :limit""")
                .param("id", id)
                .param("offset", offset)
                .param("limit", limit)
                .query(PayrollRows::line)
                .list();
    }

    /** What is handed out of a list: every line, but of an approved one those that are held or not sent. */
    public List<Line> toPay(long id) {
        var kept = Set.copyOf(jdbc.sql(
                        "select subject_id || '/' || to_char(for_month, 'YYYY-MM') from payments.kept(array[cast(? as bigint)])")
                .param(id)
                .query(String.class)
                .list());
        return lines(id, 0, WHOLE_LIST).stream()
                .filter(it -> it.household() || !kept.contains(it.subjectId() + "/" + it.forMonth()))
                .toList();
    }

    /** Codes of its beneficiaries by p12 or h12; none of a draft. */
    public Map<String, String> receipts(long id) {
        var found = new HashMap<String, String>();
        jdbc.sql("select subject_kind::text || subject_id as subject, code from payments.receipt where payroll_id = ?")
                .param(id)
                .query(row -> {
                    found.put(row.getString("subject"), ReceiptCode.written(row.getString("code")));
                });
        return found;
    }

    public List<VillageTotal> villages(long id) {
        return jdbc.sql(
                        "select coalesce(v.name, '') collate public.vietnamese as village, count(*) as lines, sum(l.amount) as amount from payments.line l"
                                + VILLAGE + "where l.payroll_id = :id group by 1 order by 1")
                .param("id", id)
                .query((row, n) ->
                        new VillageTotal(row.getString("village"), row.getLong("lines"), row.getLong("amount")))
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
                row.getLong("amount"),
                row.getLong("withheld"));
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
                row.getLong("withheld"),
                row.getLong("together"),
                new Channel(
                        row.getString("channel"),
                        Optional.ofNullable(row.getString("bank")).map(BankList.napas()::shown),
                        Optional.ofNullable(row.getString("account")),
                        Optional.ofNullable(row.getString("holder"))));
    }
}
