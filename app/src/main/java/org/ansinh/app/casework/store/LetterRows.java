package org.ansinh.app.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.LetterDesk.Delegation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a letter says that the decision itself does not hold: who somebody is, the file it was made on, for whom a deputy signed. */
@Repository
public class LetterRows {

    private final JdbcClient jdbc;

    LetterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One decision on its way to paper.
     *
     * @param person of the file that is printed
     */
    public record Printed(
            int person,
            Optional<Integer> bookNumber,
            String authority,
            Optional<LocalDate> born,
            String bornPrecision,
            String personalNumber,
            Optional<String> fileNumber,
            Optional<LocalDate> receivedOn,
            Optional<String> delegation) {}

    public Optional<Printed> find(DecisionId decision) {
        return jdbc.sql("""
                        select p.person_id, d.book_number, d.authority, p.born, coalesce(p.born_precision, 'day') as born_precision, coalesce(p.personal_number, '') as personal_number,
                               a.register_number || '/' || a.register_year as file_number, a.received_on, l.paper
                          from casework.decision d
                          left join registry.face_household h on d.subject_kind = 'h' and h.household_id = d.subject_id
                          join registry.face_person p on p.person_id = case d.subject_kind when 'p' then d.subject_id else h.head_id end
                          left join casework.application a on a.decision_id = d.decision_id
                          left join lateral (select x.paper || ' ngày ' || to_char(x.paper_on, 'DD/MM/YYYY') as paper from casework.delegation x
                                where x.deputy = d.signed_by and x.commune_code = d.commune_code and x.days @> d.signed_on limit 1) l on true
                         where d.decision_id = ? and d.kind in ('grant', 'refuse') and not d.taken_over""").param(decision.number()).query(LetterRows::printed).optional();
    }

    public List<Delegation> delegations() {
        return jdbc.sql("""
                        select d.commune_code, coalesce(o.full_name, d.deputy) as deputy, lower(d.days) as from_day, upper(d.days) - 1 as to_day, d.paper, d.paper_on
                          from casework.delegation d left join access.face_officer o on o.role_name = d.deputy order by d.delegation_id desc""")
                .query((row, n) -> new Delegation(
                        row.getString("commune_code"),
                        row.getString("deputy"),
                        day(row, "from_day").orElseThrow(),
                        day(row, "to_day").orElseThrow(),
                        row.getString("paper"),
                        day(row, "paper_on").orElseThrow()))
                .list();
    }

    public void delegate(Delegation it) {
        jdbc.sql(
                        "insert into casework.delegation (commune_code, deputy, days, paper, paper_on) values (?, ?, daterange(?, ?, '[]'), ?, ?)")
                .params(it.commune(), it.deputy(), it.from(), it.to(), it.paper(), it.paperOn())
                .update();
    }

    private static Printed printed(ResultSet row, int n) throws SQLException {
        return new Printed(
                row.getInt("person_id"),
                Optional.ofNullable(row.getObject("book_number", Integer.class)),
                row.getString("authority"),
                day(row, "born"),
                row.getString("born_precision"),
                row.getString("personal_number"),
                Optional.ofNullable(row.getString("file_number")),
                day(row, "received_on"),
                Optional.ofNullable(row.getString("paper")));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
