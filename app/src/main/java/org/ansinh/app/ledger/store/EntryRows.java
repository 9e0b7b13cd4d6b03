package org.ansinh.app.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.ledger.LedgerDesk.Account;
import org.ansinh.app.ledger.LedgerDesk.AccountEntry;
import org.ansinh.app.ledger.LedgerDesk.Balance;
import org.ansinh.app.ledger.LedgerDesk.ClosedMonth;
import org.ansinh.app.ledger.LedgerDesk.Entry;
import org.ansinh.app.ledger.LedgerDesk.Movement;
import org.ansinh.app.ledger.LedgerDesk.Slice;
import org.ansinh.app.ledger.LedgerDesk.Sum;
import org.ansinh.app.ledger.LedgerDesk.Whose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the book; what an officer may see is decided by the functions and policies of the schema. */
@Repository
public class EntryRows {

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Balance> balances(YearMonth month, Slice slice) {
        return jdbc.sql("""
                        select b.*, k.side from ledger.balances(:month, cast(:class as text), cast(:programme as text), cast(:commune as text)) b
                          join ledger.account_class k using (class) order by b.commune_code, b.programme, b.year, b.source, b.provider, b.account_id""")
                .param("month", month.atDay(1))
                .param("class", slice.accountClass().orElse(null))
                .param("programme", slice.programme().orElse(null))
                .param("commune", slice.commune().orElse(null))
                .query((row, n) ->
                        new Balance(account(row), row.getLong("before"), row.getLong("debit"), row.getLong("credit")))
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getInt("account_id"),
                row.getString("class"),
                row.getString("side"),
                Optional.ofNullable(row.getString("programme")),
                Optional.ofNullable(row.getString("commune_code")),
                Optional.ofNullable(row.getObject("year", Integer.class)),
                Optional.ofNullable(row.getString("source")),
                Optional.ofNullable(row.getString("provider")));
    }

    private Map<Integer, Account> accounts(List<Integer> ids) {
        var found = new HashMap<Integer, Account>();
        if (!ids.isEmpty()) {
            jdbc.sql(
                            "select a.*, k.side from ledger.account a join ledger.account_class k using (class) where a.account_id in (:ids)")
                    .param("ids", ids)
                    .query((row, n) -> account(row))
                    .list()
                    .forEach(it -> found.put(it.id(), it));
        }
        return found;
    }

    public List<AccountEntry> entries(int account, YearMonth month) {
        return jdbc.sql("select * from ledger.entries_of(:account, :month) order by entry_id")
                .param("account", account)
                .param("month", month.atDay(1))
                .query((row, n) -> new AccountEntry(
                        row.getLong("entry_id"),
                        row.getString("kind"),
                        row.getObject("on_day", LocalDate.class),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("source_kind"),
                        row.getLong("source_id"),
                        Optional.ofNullable(row.getString("document")),
                        row.getLong("debit"),
                        row.getLong("credit")))
                .list();
    }

    public Optional<Entry> entry(long id) {
        return jdbc.sql("""
                        select e.*, c.entry_id as corrected_by, coalesce(o.full_name, '') as officer from ledger.entry e
                          left join ledger.entry c on c.corrects = e.entry_id left join access.face_officer o on o.role_name = e.posted_by
                         where e.entry_id = :id""")
                .param("id", id)
                .query((row, n) -> new Entry(
                        id,
                        row.getString("key"),
                        row.getString("kind"),
                        row.getObject("on_day", LocalDate.class),
                        row.getObject("happened_on", LocalDate.class),
                        Optional.ofNullable(row.getString("programme")),
                        Optional.ofNullable(row.getString("commune_code")),
                        row.getString("source_kind"),
                        row.getLong("source_id"),
                        Optional.ofNullable(row.getString("document")),
                        Optional.ofNullable(row.getObject("corrects", Long.class)),
                        Optional.ofNullable(row.getObject("corrected_by", Long.class)),
                        row.getInt("lines"),
                        row.getLong("total"),
                        row.getString("officer"),
                        row.getTimestamp("posted_at").toInstant()))
                .optional();
    }

    public List<Sum> sums(long entry) {
        record Found(int debit, int credit, long lines, long amount) {}
        var found = jdbc.sql("select * from ledger.sums_of(:entry) order by debit, credit")
                .param("entry", entry)
                .query((row, n) -> new Found(
                        row.getInt("debit"), row.getInt("credit"), row.getLong("lines"), row.getLong("amount")))
                .list();
        var ids = new ArrayList<Integer>();
        found.forEach(it -> {
            ids.add(it.debit());
            ids.add(it.credit());
        });
        var accounts = accounts(ids);
        return found.stream()
                .map(it -> new Sum(
                        accounts.getOrDefault(it.debit(), elsewhere(it.debit())),
                        accounts.getOrDefault(it.credit(), elsewhere(it.credit())),
                        it.lines(),
                        it.amount()))
                .toList();
    }

    /** An account of another area: whoever moved had money waiting where they lived before. */
    private static Account elsewhere(int id) {
        return new Account(
                id,
                "elsewhere",
                "money",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public List<Movement> movements(long entry, int offset, int limit) {
        return jdbc.sql("""
                        select m.*, coalesce(b.name, '') as name from ledger.movements_of(:entry, :offset, :limit) m
                          left join registry.face_household h on m.subject_kind = 'h' and h.household_id = m.subject_id
                          left join registry.face_person b on b.person_id = case m.subject_kind when 'p' then m.subject_id else h.head_id end
                         order by m.line""")
                .param("entry", entry)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new Movement(
                        row.getInt("line"),
                        row.getInt("debit"),
                        row.getInt("credit"),
                        row.getLong("amount"),
                        row.getObject("subject_id") == null ? Optional.empty() : Optional.of(whose(row))))
                .list();
    }

    private static Whose whose(ResultSet row) throws SQLException {
        return new Whose(
                row.getString("subject_kind").equals("h"),
                row.getInt("subject_id"),
                row.getString("name"),
                YearMonth.from(row.getObject("for_month", LocalDate.class)));
    }

    public List<ClosedMonth> closed() {
        return jdbc.sql("""
                        select c.month, coalesce(o.full_name, '') as officer, c.closed_at from ledger.closed_period c
                          left join access.face_officer o on o.role_name = c.closed_by order by c.month desc""")
                .query((row, n) -> new ClosedMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("officer"),
                        row.getTimestamp("closed_at").toInstant()))
                .list();
    }

    public void close(YearMonth month) {
        jdbc.sql("select ledger.close_period(?)")
                .param(month.atDay(1))
                .query((row, n) -> true)
                .single();
    }

    public void correct(long entry, String because) {
        jdbc.sql("select ledger.correct(?, ?)")
                .params(entry, because)
                .query((row, n) -> true)
                .single();
    }
}
