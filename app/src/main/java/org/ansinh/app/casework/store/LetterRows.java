package org.ansinh.app.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.LetterDesk.Delegation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a letter says that the decision itself does not hold: who somebody is, the file it was made on, what was signed before, for whom a deputy signed. */
@Repository
public class LetterRows {

    private final JdbcClient jdbc;

    LetterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One decision on its way to paper.
     *
     * @param signer the officer's name in the database
     * @param before the level that was signed before it, where there was one
     * @param months for how many months one amount is
     * @param ended the decision it annuls or follows, as letters name one; none where it reopens nothing
     */
    public record Printed(
            Optional<Integer> bookNumber,
            String authority,
            Optional<String> signer,
            Optional<Letter.File> file,
            Optional<Long> before,
            int months,
            Optional<String> ended) {}

    public Optional<Printed> find(DecisionId decision) {
        return jdbc.sql("""
                        select d.book_number, d.authority, d.signed_by, d.period_months, a.register_number || '/' || a.register_year as file_number, a.received_on,
                               (select b.amount from casework.decision b
                                 where b.state = 'signed' and b.kind in ('grant', 'adjust') and b.programme = d.programme and b.subject_kind = d.subject_kind
                                   and b.subject_id = d.subject_id and b.decision_id <> d.decision_id
                                   and (d.signed_on is null or (b.signed_on, b.decision_id) < (d.signed_on, d.decision_id))
                                 order by b.signed_on desc, b.decision_id desc limit 1) as before,
                               (select coalesce(e.paper_number, e.book_number || '/QĐ-UBND') || ' ngày ' || to_char(e.signed_on, 'DD/MM/YYYY') from casework.decision e
                                 where e.decision_id = d.reopens) as ended
                          from casework.decision d
                          left join casework.application a on a.decision_id = d.decision_id
                         where d.decision_id = ? and not d.taken_over""").param(decision.number()).query(LetterRows::printed).optional();
    }

    /** Somebody, or the head of a household, as the registry knows them now. */
    public record Who(
            int person,
            String name,
            Optional<LocalDate> born,
            String bornPrecision,
            String personalNumber,
            String village,
            Optional<LocalDate> diedOn) {}

    public Optional<Who> who(boolean household, int subject) {
        return jdbc.sql("""
                        select p.person_id, p.name, p.born, coalesce(p.born_precision, 'day') as born_precision, coalesce(p.personal_number, '') as personal_number,
                               coalesce(v.name, '') as village, p.died_on
                          from registry.face_person p
                          left join territory.face_village v on v.village_id = p.village_id and v.days @> public.house_today()
                         where p.person_id = case when :household then (select h.head_id from registry.face_household h where h.household_id = :subject) else :subject end""")
                .param("household", household)
                .param("subject", subject)
                .query((row, n) -> new Who(
                        row.getInt("person_id"),
                        row.getString("name"),
                        day(row, "born"),
                        row.getString("born_precision"),
                        row.getString("personal_number"),
                        row.getString("village"),
                        day(row, "died_on")))
                .optional();
    }

    /** What an officer is called, and the paper by which they signed for the head of the commune's office on that day. */
    public Letter.Signer signer(String officer, String commune, LocalDate on) {
        return jdbc.sql("""
                        select o.full_name, (select x.paper || ' ngày ' || to_char(x.paper_on, 'DD/MM/YYYY') from casework.delegation x
                                where x.deputy = o.role_name and x.commune_code = :commune and x.days @> cast(:on as date) limit 1) as paper
                          from access.face_officer o where o.role_name = :officer""")
                .param("officer", officer)
                .param("commune", commune)
                .param("on", on)
                .query((row, n) -> new Letter.Signer(
                        Optional.ofNullable(row.getString("full_name")), Optional.ofNullable(row.getString("paper"))))
                .optional()
                .orElse(Letter.Signer.NOBODY_YET);
    }

    /** Who signed an answer, by the name in the database. */
    public Optional<String> resolvedBy(long grievance) {
        return jdbc.sql("select resolved_by from casework.grievance where grievance_id = ?")
                .param(grievance)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(it -> it);
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
        var number = Optional.ofNullable(row.getString("file_number"));
        var received = day(row, "received_on");
        return new Printed(
                Optional.ofNullable(row.getObject("book_number", Integer.class)),
                row.getString("authority"),
                Optional.ofNullable(row.getString("signed_by")),
                number.flatMap(it -> received.map(on -> new Letter.File(it, on))),
                Optional.ofNullable(row.getObject("before", Long.class)),
                row.getInt("period_months"),
                Optional.ofNullable(row.getString("ended")));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
