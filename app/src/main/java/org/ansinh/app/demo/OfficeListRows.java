package org.ansinh.app.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom an office pays, and whom it should not; of the month that was determined last. */
@Repository
class OfficeListRows {

    private static final String PERSON = """
            select p.person_id, p.name, p.born, p.born_precision, coalesce(p.personal_number, '') as number, coalesce(v.name, '') as village, %s as amount
            from %s
            left join territory.face_village v on v.village_id = p.village_id and v.days @> public.house_today()
            where %s order by p.person_id limit %d""";

    private final JdbcClient jdbc;

    OfficeListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person with an amount. */
    record Paid(int person, String name, LocalDate born, String precision, String number, String village, long amount) {
        Paid of(long other) {
            return new Paid(person, name, born, precision, number, village, other);
        }
    }

    Optional<String> firstCommune() {
        return jdbc.sql(
                        "select min(c) from unnest(access.my_communes()) c where exists (select from registry.face_household h where h.commune_code = c)")
                .query(String.class)
                .optional();
    }

    Optional<LocalDate> lastMonth() {
        return jdbc.sql("select max(month) from determination.face_latest_run where month <= public.house_today()")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    List<Paid> owed(String commune, String programme, LocalDate month) {
        return people(
                "o.owed",
                "determination.face_outcome o join registry.face_person p on o.subject_kind = 'p' and p.person_id = o.subject_id",
                "o.month = :month and o.programme = :programme and o.commune_code = :commune and o.owed > 0",
                100_000,
                commune,
                programme,
                month);
    }

    /** Entitled, but nobody signed. */
    List<Paid> undecided(String commune, String programme, LocalDate month) {
        return people(
                "o.amount",
                "determination.face_outcome o join registry.face_person p on o.subject_kind = 'p' and p.person_id = o.subject_id",
                "o.month = :month and o.programme = :programme and o.commune_code = :commune and o.owed = 0 and o.answer = 'm' and not o.decided",
                1,
                commune,
                programme,
                month);
    }

    /** Old enough for the list, and dead before the month. */
    List<Paid> dead(String commune, String programme, LocalDate month) {
        return people(
                "0",
                "registry.face_person p",
                "p.commune_code = :commune and p.died_on < :month and p.born < :month - interval '75 years' and p.personal_number is not null"
                        + " and cast(:programme as text) is not null",
                1,
                commune,
                programme,
                month);
    }

    /** Registered in another commune now. */
    List<Paid> moved(String commune, String programme, LocalDate month) {
        return people(
                "0",
                "registry.face_person p",
                "p.commune_code <> :commune and p.died_on is null and p.born < :month - interval '75 years' and p.personal_number is not null"
                        + " and cast(:programme as text) is not null",
                1,
                commune,
                programme,
                month);
    }

    /** The level on the paper, where the law's has changed since. */
    Optional<Long> levelOfDecision(int person, String programme, LocalDate month) {
        return jdbc.sql("""
                select l.amount from casework.face_level l where l.subject_kind = 'p' and l.subject_id = :person and l.programme = :programme
                    and l.kind <> 'stop' and l.from_month <= :month and l.until_month > :month limit 1""")
                .param("person", person)
                .param("programme", programme)
                .param("month", month)
                .query(Long.class)
                .optional();
    }

    private List<Paid> people(
            String amount, String from, String where, int most, String commune, String programme, LocalDate month) {
        return jdbc.sql(PERSON.formatted(amount, from, where, most))
                .param("commune", commune)
                .param("programme", programme)
                .param("month", month)
                .query(OfficeListRows::paid)
                .list();
    }

    private static Paid paid(ResultSet row, int n) throws SQLException {
        return new Paid(
                row.getInt("person_id"),
                row.getString("name"),
                row.getObject("born", LocalDate.class),
                row.getString("born_precision"),
                row.getString("number"),
                row.getString("village"),
                row.getLong("amount"));
    }
}
