package org.ansinh.app.ledger.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ansinh.app.ledger.BudgetDesk.Allotment;
import org.ansinh.app.ledger.BudgetDesk.AllottedLine;
import org.ansinh.app.ledger.BudgetDesk.Budget;
import org.ansinh.app.ledger.BudgetDesk.NewAllotment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Budgets and the decisions that allot them; what may be written is decided by the functions of the schema. */
@Repository
public class BudgetRows {

    private final JdbcClient jdbc;

    BudgetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Budget> budgets(int year) {
        return jdbc.sql("select * from ledger.budget(?) order by commune_code, programme, source")
                .param(year)
                .query((row, n) -> new Budget(
                        row.getString("programme"),
                        row.getString("commune_code"),
                        row.getString("source"),
                        row.getLong("allotted"),
                        row.getLong("committed"),
                        row.getLong("used"),
                        row.getLong("free"),
                        row.getLong("last_month")))
                .list();
    }

    public List<Allotment> allotments(int year) {
        return where("a.year = ?", year);
    }

    public Optional<Allotment> allotment(long id) {
        return where("a.allotment_id = ?", id).stream().findFirst();
    }

    private List<Allotment> where(String which, Object value) {
        record Line(long allotment, AllottedLine line) {}
        var lines = jdbc
                .sql("select l.* from ledger.allotment_line l join ledger.allotment a using (allotment_id) where "
                        + which + " order by l.programme, l.commune_code")
                .param(value)
                .query((row, n) -> new Line(
                        row.getLong("allotment_id"),
                        new AllottedLine(
                                row.getString("programme"), row.getString("commune_code"), row.getLong("amount"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::allotment, Collectors.mapping(Line::line, Collectors.toList())));
        return jdbc.sql("""
                        select a.*, coalesce(o.full_name, '') as officer from ledger.allotment a
                          left join access.face_officer o on o.role_name = a.recorded_by where
                        """ + which + " order by a.signed_on, a.allotment_id")
                .param(value)
                .query((row, n) -> new Allotment(
                        row.getLong("allotment_id"),
                        row.getInt("year"),
                        row.getString("source"),
                        row.getString("number"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("office"),
                        row.getString("signer"),
                        lines.getOrDefault(row.getLong("allotment_id"), List.of()),
                        row.getString("officer")))
                .list();
    }

    public List<String> communes() {
        return jdbc.sql("select unnest(access.my_communes())")
                .query((row, n) -> row.getString(1))
                .list();
    }

    public void allot(String onceKey, NewAllotment it) {
        jdbc.sql("select ledger.allot(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        onceKey,
                        it.year(),
                        it.source(),
                        it.number(),
                        it.signedOn(),
                        it.office(),
                        it.signer(),
                        it.lines().stream().map(AllottedLine::programme).toArray(String[]::new),
                        it.lines().stream().map(AllottedLine::commune).toArray(String[]::new),
                        it.lines().stream().map(AllottedLine::amount).toArray(Long[]::new))
                .query((row, n) -> true)
                .single();
    }
}
