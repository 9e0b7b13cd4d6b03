package org.ansinh.app.payments.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.payments.CashDayDesk.Act;
import org.ansinh.app.payments.CashDayDesk.CashDay;
import org.ansinh.app.payments.CashDayDesk.Closing;
import org.ansinh.app.payments.CashDayDesk.Colleague;
import org.ansinh.app.payments.CashDayDesk.Line;
import org.ansinh.app.payments.CashDayDesk.Plan;
import org.ansinh.app.payments.CashDayDesk.Receipt;
import org.ansinh.app.payments.CashDayDesk.Representative;
import org.ansinh.app.payments.CashDayDesk.State;
import org.ansinh.app.payments.CashDayDesk.Sums;
import org.ansinh.app.payments.CashDayDesk.Village;
import org.ansinh.app.payments.CashDayDesk.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pay days and their lines; what may be written is decided by the functions of the schema. */
@Repository
public class CashDayRows {

    private static final String DAY = """
            select d.*, coalesce(v.name, '') as village, s.open, s.absent, s.paid, s.paid_amount, s.back, s.back_amount, coalesce(p.full_name, '') as payer,
                   coalesce(o.full_name, '') as opener, coalesce(c.full_name, '') as closer, g.document
              from payments.cash_day d
              join payments.cash_sum s using (cash_day_id)
              left join territory.face_village v on v.village_id = d.village_id and v.days @> public.house_today()
              left join access.face_officer p on p.role_name = d.paid_by
              left join access.face_officer o on o.role_name = d.opened_by
              left join access.face_officer c on c.role_name = d.closed_by
              left join payments.given_back g on g.given_back_id = d.given_back_id
            """;

    private final JdbcClient jdbc;

    CashDayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Village> villages(long dispatchId) {
        return jdbc.sql("""
                        select i.commune_code, i.village_id, coalesce(max(v.name), '') collate public.vietnamese as name, count(*) as people, sum(i.amount)::bigint as amount,
                               max(d.cash_day_id) as day, bool_or(d.closed_by is not null) as closed
                          from payments.instruction i
                          join payments.dispatch x on x.dispatch_id = i.dispatch_id and x.channel = 'cash' and x.state = 'released'
                          left join payments.cash_day d on d.dispatch_id = i.dispatch_id and d.commune_code = i.commune_code and d.village_id is not distinct from i.village_id
                          left join territory.face_village v on v.village_id = i.village_id and v.days @> public.house_today()
                         where i.dispatch_id = ? and (d.cash_day_id is not null or i.state in ('released', 'sent', 'accepted'))
                         group by i.commune_code, i.village_id order by i.commune_code, name, i.village_id""")
                .param(dispatchId)
                .query((row, n) -> new Village(
                        row.getString("commune_code"),
                        Optional.ofNullable(row.getObject("village_id", Integer.class)),
                        row.getString("name"),
                        row.getLong("people"),
                        row.getLong("amount"),
                        Optional.ofNullable(row.getObject("day", Long.class)),
                        row.getBoolean("closed")))
                .list();
    }

    public List<Colleague> payers(String communeCode) {
        return jdbc.sql("select role_name, full_name from access.face_payers(?)")
                .param(communeCode)
                .query((row, n) -> new Colleague(row.getString("role_name"), row.getString("full_name")))
                .list();
    }

    public long open(long dispatchId, Where where, Plan plan) {
        return jdbc.sql("select payments.open_cash_day(?, ?, ?, ?, ?, ?, ?::name, ?)")
                .param(dispatchId)
                .param(where.communeCode())
                .param(where.village().orElse(null))
                .param(plan.place())
                .param(plan.first())
                .param(plan.second().orElse(null))
                .param(plan.payer())
                .param(plan.observer())
                .query(Long.class)
                .single();
    }

    public void change(long id, Plan plan) {
        jdbc.sql("select payments.plan_cash_day(?, ?, ?, ?, ?::name, ?)")
                .param(id)
                .param(plan.place())
                .param(plan.first())
                .param(plan.second().orElse(null))
                .param(plan.payer())
                .param(plan.observer())
                .query(row -> {});
    }

    public List<CashDay> latest(int atMost) {
        return jdbc.sql(DAY + " order by d.closed_by is not null, d.first_on desc, d.cash_day_id desc limit ?")
                .param(atMost)
                .query(CashDayRows::day)
                .list();
    }

    public Optional<CashDay> find(long id) {
        return jdbc.sql(DAY + " where d.cash_day_id = ?")
                .param(id)
                .query(CashDayRows::day)
                .optional();
    }

    public List<Line> lines(long id) {
        return jdbc.sql("""
                        select c.*, i.payee_id, i.payee_name, i.months, coalesce(extract(year from y.born), 0)::int as birth_year, coalesce(b.name, '') as beneficiary,
                               coalesce(y.died_on, b.died_on) as died_on
                          from payments.cash_line c
                          join payments.instruction i using (key)
                          left join registry.face_person y on y.person_id = i.payee_id
                          left join registry.face_household h on i.subject_kind = 'h' and h.household_id = i.subject_id
                          left join registry.face_person b on b.person_id = case i.subject_kind when 'p' then i.subject_id else h.head_id end
                         where c.cash_day_id = ? order by c.nth""").param(id).query(CashDayRows::line).list();
    }

    /** How many lines were recorded now. */
    public long record(long id, Act act, List<String> keys, Receipt receipt, String paper) {
        var other = receipt.representative();
        return jdbc.sql("select payments.record_cash(?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?)")
                .param(id)
                .param(act.name().toLowerCase(Locale.ROOT))
                .param(keys.toArray(String[]::new))
                .param(receipt.fingerprint() ? "fingerprint" : "signature")
                .param(other.map(Representative::name).orElse(null))
                .param(other.map(Representative::relation).orElse(null))
                .param(other.map(Representative::paper).orElse(null))
                .param(other.map(Representative::paperOn).orElse(null))
                .param(receipt.words())
                .param(paper)
                .query(Long.class)
                .single();
    }

    public void close(long id, long counted) {
        jdbc.sql("select payments.close_cash_day(?, ?)").params(id, counted).query(row -> {});
    }

    public void giveBack(long id, LocalDate on, String paper) {
        jdbc.sql("select payments.give_back_cash(?, ?, ?)")
                .params(id, on, paper)
                .query(row -> {});
    }

    /** Days that wait for whoever acts. */
    public record Waits(String what, long number, long amount, Optional<LocalDate> since) {}

    public List<Waits> waiting() {
        return jdbc.sql("""
                        with mine as (
                            select d.*, s.open + s.absent as unsaid, d.taken_out - s.paid_amount as not_paid, case when s.open > 0 then d.first_on else d.second_on end as due
                              from payments.cash_day d join payments.cash_sum s using (cash_day_id) where d.closed_by is null and (select access.may_write())
                        )
                        select 'cash_day_to_record' as what, count(*) as number, sum(m.not_paid)::bigint as amount, min(m.due) as since from mine m
                         where m.unsaid > 0 and m.due <= public.house_today() and (select access.has_one_of('paying_officer', 'commune_officer')) having count(*) > 0
                        union all
                        select 'cash_day_to_close', count(*), sum(m.not_paid)::bigint, null from mine m
                         where m.unsaid = 0 and m.paid_by <> (select access.my_role())
                           and (select access.has_one_of('paying_officer', 'commune_officer', 'commune_chair', 'provincial_approver'))
                           and not exists (select from payments.cash_line c where c.cash_day_id = m.cash_day_id and c.recorded_by = (select access.my_role())) having count(*) > 0""")
                .query((row, n) -> new Waits(
                        row.getString("what"),
                        row.getLong("number"),
                        row.getLong("amount"),
                        Optional.ofNullable(row.getObject("since", LocalDate.class))))
                .list();
    }

    private static CashDay day(ResultSet row, int n) throws SQLException {
        return new CashDay(
                row.getLong("cash_day_id"),
                row.getLong("dispatch_id"),
                row.getString("commune_code"),
                Optional.ofNullable(row.getObject("village_id", Integer.class)),
                row.getString("village"),
                new Plan(
                        row.getString("place"),
                        row.getObject("first_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("second_on", LocalDate.class)),
                        row.getString("paid_by"),
                        row.getString("observer")),
                row.getString("payer"),
                new Sums(
                        row.getInt("people"),
                        row.getLong("taken_out"),
                        row.getInt("open"),
                        row.getInt("absent"),
                        row.getInt("paid"),
                        row.getLong("paid_amount"),
                        row.getInt("back"),
                        row.getLong("back_amount")),
                row.getString("opener"),
                row.getTimestamp("opened_at").toInstant(),
                closing(row));
    }

    private static Optional<Closing> closing(ResultSet row) throws SQLException {
        var at = row.getTimestamp("closed_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Closing(
                        row.getString("closer"),
                        at.toInstant(),
                        row.getLong("cash_left"),
                        Optional.ofNullable(row.getString("document"))));
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        var months = Arrays.stream((Date[]) row.getArray("months").getArray())
                .map(it -> YearMonth.from(it.toLocalDate()))
                .toList();
        return new Line(
                row.getString("key"),
                row.getInt("nth"),
                row.getInt("payee_id"),
                row.getString("payee_name"),
                row.getInt("birth_year"),
                row.getString("beneficiary"),
                months,
                row.getLong("amount"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("paid_on", LocalDate.class)),
                receipt(row),
                Optional.ofNullable(row.getObject("died_on", LocalDate.class)));
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        var name = row.getString("representative");
        var words = row.getString("why");
        return new Receipt(
                "fingerprint".equals(row.getString("signed")),
                name == null
                        ? Optional.empty()
                        : Optional.of(new Representative(
                                name,
                                row.getString("relation"),
                                row.getString("paper"),
                                row.getObject("paper_on", LocalDate.class))),
                words == null ? "" : words);
    }
}
