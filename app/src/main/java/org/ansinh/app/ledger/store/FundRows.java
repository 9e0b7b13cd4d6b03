package org.ansinh.app.ledger.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ansinh.app.ledger.FundDesk.Act;
import org.ansinh.app.ledger.FundDesk.Fund;
import org.ansinh.app.ledger.FundDesk.NewAct;
import org.ansinh.app.ledger.FundDesk.NewFund;
import org.ansinh.app.ledger.FundDesk.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Funds and what came in and went out; what may be written is decided by the functions of the schema. */
@Repository
public class FundRows {

    private final JdbcClient jdbc;

    FundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Fund> funds() {
        record Of(int fund, Purpose purpose) {}
        var purposes = jdbc
                .sql("""
                        select p.fund_id, p.nth, p.purpose, coalesce(sum(a.amount) filter (where v.approved_by is not null and not v.corrected), 0) as spent
                          from ledger.fund_purpose p left join ledger.fund_act a on a.fund_id = p.fund_id and a.purpose = p.nth
                          left join ledger.fund_state v using (act_id) group by p.fund_id, p.nth, p.purpose order by p.nth""")
                .query((row, n) -> new Of(
                        row.getInt("fund_id"),
                        new Purpose(row.getInt("nth"), row.getString("purpose"), row.getLong("spent"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::fund, Collectors.mapping(Of::purpose, Collectors.toList())));
        return jdbc.sql("""
                        select f.*, coalesce(sum(a.amount) filter (where a.kind = 'income' and not v.corrected), 0) as raised,
                               coalesce(sum(a.amount) filter (where v.approved_by is not null and not v.corrected), 0) as spent,
                               coalesce(sum(a.amount) filter (where a.kind = 'spending' and v.approved_by is null), 0) as waiting
                          from ledger.fund f left join ledger.fund_act a using (fund_id) left join ledger.fund_state v using (act_id)
                         group by f.fund_id, f.name, f.commune_code, f.document, f.opened_on, f.opened_by, f.opened_at order by f.name""")
                .query((row, n) -> new Fund(
                        row.getInt("fund_id"),
                        row.getString("name"),
                        row.getString("commune_code"),
                        row.getString("document"),
                        purposes.getOrDefault(row.getInt("fund_id"), List.of()),
                        row.getLong("raised"),
                        row.getLong("spent"),
                        row.getLong("waiting")))
                .list();
    }

    public List<Act> acts(int fund) {
        return jdbc.sql("""
                        select a.*, p.purpose as words, coalesce(o.full_name, '') as preparer, coalesce(b.full_name, v.approved_by::text) as approver, v.corrected
                          from ledger.fund_act a left join ledger.fund_purpose p on p.fund_id = a.fund_id and p.nth = a.purpose
                          left join ledger.fund_state v using (act_id)
                          left join access.face_officer o on o.role_name = a.prepared_by left join access.face_officer b on b.role_name = v.approved_by
                         where a.fund_id = ? order by a.act_id desc""")
                .param(fund)
                .query((row, n) -> new Act(
                        row.getLong("act_id"),
                        Optional.ofNullable(row.getString("words")),
                        row.getLong("amount"),
                        row.getString("whom"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("document"),
                        row.getString("preparer"),
                        Optional.ofNullable(row.getString("approver")),
                        row.getBoolean("corrected")))
                .list();
    }

    public void open(NewFund fund) {
        act(
                "select ledger.open_fund(?, ?, ?, ?)",
                fund.name(),
                fund.commune(),
                fund.document(),
                fund.purposes().toArray(String[]::new));
    }

    public void record(String onceKey, NewAct it) {
        if (it.purpose().isPresent()) {
            act(
                    "select ledger.act_of_fund(?, ?, 'spending', ?, ?, ?, ?, ?)",
                    onceKey,
                    it.fund(),
                    it.purpose().get(),
                    it.amount(),
                    it.whom(),
                    it.happenedOn(),
                    it.document());
        } else {
            act(
                    "select ledger.act_of_fund(?, ?, 'income', null, ?, ?, ?, ?)",
                    onceKey,
                    it.fund(),
                    it.amount(),
                    it.whom(),
                    it.happenedOn(),
                    it.document());
        }
    }

    public void approve(long act) {
        act("select ledger.approve_spending(?)", act);
    }

    private void act(String sql, Object... values) {
        jdbc.sql(sql).params(values).query((row, n) -> true).single();
    }
}
