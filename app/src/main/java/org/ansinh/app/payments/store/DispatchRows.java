package org.ansinh.app.payments.store;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.payments.BankList;
import org.ansinh.app.payments.DispatchDesk.Dispatch;
import org.ansinh.app.payments.DispatchDesk.Instruction;
import org.ansinh.app.payments.DispatchDesk.PaymentFile;
import org.ansinh.app.payments.DispatchDesk.Standing;
import org.ansinh.app.payments.DispatchDesk.State;
import org.ansinh.app.payments.DispatchDesk.Waiting;
import org.ansinh.app.payments.model.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dispatches, their instructions and files; what may be written is decided by the functions of the schema. */
@Repository
public class DispatchRows {

    private static final String DISPATCH = """
            select d.*, coalesce(a.full_name, '') as preparer, b.full_name as releaser, s.*
              from payments.dispatch d
              left join access.face_officer a on a.role_name = d.prepared_by
              left join access.face_officer b on b.role_name = d.released_by
              cross join lateral (
                    select count(*) filter (where i.state = 'released') as waiting, count(*) filter (where i.state in ('sent', 'accepted')) as on_way,
                           count(*) filter (where i.state = 'paid') as paid, coalesce(sum(i.amount) filter (where i.state = 'paid'), 0) as paid_amount,
                           count(*) filter (where i.state in ('returned', 'not_collected')) as back,
                           coalesce(sum(i.amount) filter (where i.state in ('returned', 'not_collected')), 0) as back_amount
                      from payments.instruction i where i.dispatch_id = d.dispatch_id) s""";

    private static final String INSTRUCTION = """
            select i.*, coalesce(b.name, '') as beneficiary, b.personal_number, coalesce(v.name, '') collate public.vietnamese as village, e.happened_on as since, e.reason
              from payments.instruction i
              left join registry.face_household h on i.subject_kind = 'h' and h.household_id = i.subject_id
              left join registry.face_person b on b.person_id = case i.subject_kind when 'p' then i.subject_id else h.head_id end
              left join territory.face_village v on v.village_id = i.village_id and v.days @> public.house_today()
              left join lateral (select x.happened_on, x.reason from payments.instruction_event x where x.key = i.key order by x.nth desc limit 1) e on true
            """;

    private final JdbcClient jdbc;

    DispatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Waiting> waiting(YearMonth month) {
        return jdbc.sql("""
                        select w.*, p.programme, p.commune_code, p.round from payments.to_dispatch(?) w join payments.payroll p using (payroll_id)
                         order by w.channel, p.programme, p.commune_code, p.round""")
                .param(month.atDay(1))
                .query((row, n) -> new Waiting(
                        row.getLong("payroll_id"),
                        row.getString("programme"),
                        row.getString("commune_code"),
                        row.getInt("round"),
                        row.getString("channel"),
                        row.getLong("instructions"),
                        row.getLong("amount")))
                .list();
    }

    /** Empty where nothing is left to instruct. */
    public Optional<Long> prepare(String channel, List<Long> lists) {
        return jdbc.sql("select payments.prepare_dispatch(?, ?)")
                .params(channel, lists.toArray(Long[]::new))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    public void withdraw(long id) {
        jdbc.sql("select payments.withdraw_dispatch(?)").param(id).query(row -> {});
    }

    public void release(long id, int perFile) {
        jdbc.sql("select payments.release_dispatch(?, ?)").params(id, perFile).query(row -> {});
    }

    public void keep(long id, int number, String name, byte[] content, List<Order> orders) {
        jdbc.sql("select payments.keep_file(?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        number,
                        name,
                        content,
                        orders.size(),
                        orders.stream().mapToLong(Order::amount).sum())
                .query(row -> {});
    }

    public void handOver(long id, int number, String how) {
        jdbc.sql("select payments.hand_over(?, ?, ?)").params(id, number, how).query(row -> {});
    }

    public Optional<byte[]> content(long id, int number) {
        return jdbc.sql("select content from payments.dispatch_file where dispatch_id = ? and nth = ?")
                .params(id, number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    public List<PaymentFile> files(long id) {
        return jdbc.sql("""
                        select f.nth, f.name, encode(f.digest, 'hex') as digest, f.instructions, f.amount, h.handed_at, o.full_name
                          from payments.dispatch_file f
                          left join payments.handed_over h using (dispatch_id, nth)
                          left join access.face_officer o on o.role_name = h.handed_by
                         where f.dispatch_id = ? order by f.nth""")
                .param(id)
                .query((row, n) -> new PaymentFile(
                        row.getInt("nth"),
                        row.getString("name"),
                        row.getString("digest"),
                        row.getLong("instructions"),
                        row.getLong("amount"),
                        moment(row, "handed_at"),
                        Optional.ofNullable(row.getString("full_name"))))
                .list();
    }

    /** A file that the house is to lay out. */
    public record Undelivered(long dispatchId, int number, String name) {}

    /** Files that nobody was given yet. */
    public List<Undelivered> undelivered() {
        return jdbc.sql("""
                        select f.dispatch_id, f.nth, f.name from payments.dispatch_file f
                         where not exists (select from payments.handed_over h where h.dispatch_id = f.dispatch_id and h.nth = f.nth) order by 1, 2""")
                .query((row, n) -> new Undelivered(row.getLong(1), row.getInt(2), row.getString(3)))
                .list();
    }

    public List<Dispatch> latest(int atMost) {
        return jdbc.sql(DISPATCH + " order by d.dispatch_id desc limit ?")
                .param(atMost)
                .query(DispatchRows::dispatch)
                .list();
    }

    public Optional<Dispatch> find(long id) {
        return jdbc.sql(DISPATCH + " where d.dispatch_id = ?")
                .param(id)
                .query(DispatchRows::dispatch)
                .optional();
    }

    public List<Instruction> instructions(long id, int offset, int limit) {
        return jdbc.sql(INSTRUCTION + """
                         where i.dispatch_id = ? order by case when i.state in ('returned', 'not_collected') then 0 when i.state = 'paid' then 2 else 1 end,
                               village, i.payee_name collate public.vietnamese, i.key offset ? limit ?""")
                .params(id, offset, limit)
                .query(DispatchRows::instruction)
                .list();
    }

    /** The orders of each file, in the order they stand in it; of what is not released, all as one. */
    public List<Order> orders(long id, int file) {
        return jdbc.sql(
                        INSTRUCTION
                                + " where i.dispatch_id = ? and i.file_nth = ? order by village, i.payee_name collate public.vietnamese, i.key")
                .params(id, file)
                .query((row, n) -> {
                    var it = instruction(row, n);
                    return new Order(
                            it.key(),
                            it.payee(),
                            it.beneficiary(),
                            Optional.ofNullable(row.getString("personal_number")),
                            it.village(),
                            Optional.ofNullable(row.getString("bank")),
                            it.account(),
                            it.holder(),
                            it.months(),
                            it.amount());
                })
                .list();
    }

    public int numberOfFiles(long id) {
        return jdbc.sql("select coalesce(max(file_nth), 0) from payments.instruction where dispatch_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    public long thirdOfficerFrom() {
        return jdbc.sql(
                        "select coalesce((select from_amount from payments.third_officer order by nth desc limit 1), 0)")
                .query(Long.class)
                .single();
    }

    public void setThirdOfficer(long fromAmount) {
        jdbc.sql("select payments.set_third_officer(?)").param(fromAmount).query(row -> {});
    }

    private static Dispatch dispatch(ResultSet row, int n) throws SQLException {
        return new Dispatch(
                row.getLong("dispatch_id"),
                row.getString("channel"),
                row.getString("state").equals("released"),
                List.of((String[]) row.getArray("communes").getArray()),
                row.getLong("instructions"),
                row.getLong("amount"),
                row.getString("preparer"),
                row.getTimestamp("prepared_at").toInstant(),
                Optional.ofNullable(row.getString("releaser")),
                moment(row, "released_at"),
                new Standing(
                        row.getLong("waiting"),
                        row.getLong("on_way"),
                        row.getLong("paid"),
                        row.getLong("paid_amount"),
                        row.getLong("back"),
                        row.getLong("back_amount")));
    }

    private static Instruction instruction(ResultSet row, int n) throws SQLException {
        return new Instruction(
                row.getString("key"),
                row.getString("subject_kind").equals("h"),
                row.getInt("subject_id"),
                row.getString("payee_name"),
                row.getString("beneficiary"),
                row.getString("village"),
                row.getString("commune_code"),
                Optional.ofNullable(row.getString("bank")).map(BankList.napas()::shown),
                Optional.ofNullable(row.getString("account")),
                Optional.ofNullable(row.getString("holder")),
                months(row.getArray("months")),
                row.getLong("amount"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("since", LocalDate.class)),
                Optional.ofNullable(row.getString("reason")));
    }

    private static List<YearMonth> months(Array months) throws SQLException {
        return Arrays.stream((Date[]) months.getArray())
                .map(it -> YearMonth.from(it.toLocalDate()))
                .toList();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
