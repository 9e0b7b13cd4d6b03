package org.ansinh.app.determination.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has decisions in a commune, and through which day each programme was paid before this house knew of it. Reads as the determiner. */
@Repository
public class DecidedRows {

    private final JdbcClient jdbc;

    DecidedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A subject with decisions in one programme; {@code household} 0: lives in none. */
    public record Decided(
            SubjectId subject, String programme, int household, int village, Optional<YearMonth> paidThrough) {}

    /** In the order of households, so that whoever lives together is read together. */
    public List<Decided> inCommune(String commune) {
        return jdbc.sql("""
                        select s.kind, s.id, d.instance as programme, s.household_id, s.village_id, max(d.day) filter (where d.fact like '%.paid_through') as paid
                          from (select 'p' as kind, person_id as id, household_id, village_id from registry.face_person where commune_code = :commune
                                union all
                                select 'h', household_id, household_id, village_id from registry.face_household where commune_code = :commune) s
                          join registry.face_fact_now d on d.subject_id = s.id and d.subject_kind = s.kind::"char"
                           and d.fact in ('person.decision', 'household.decision', 'person.paid_through', 'household.paid_through')
                         group by s.kind, s.id, d.instance, s.household_id, s.village_id
                        having bool_or(d.fact like '%.decision')
                         order by s.household_id, s.kind, s.id, d.instance""")
                .param("commune", commune)
                .query(DecidedRows::decided)
                .list();
    }

    private static Decided decided(ResultSet row, int n) throws SQLException {
        var id = row.getInt("id");
        var paid = row.getObject("paid", LocalDate.class);
        return new Decided(
                row.getString("kind").equals("h") ? SubjectId.household(id) : SubjectId.person(id),
                row.getString("programme"),
                row.getInt("household_id"),
                row.getInt("village_id"),
                Optional.ofNullable(paid).map(YearMonth::from));
    }

    /** The households in which people lived on some of the days. */
    public List<Integer> homesOf(Collection<Integer> people, DateRange days) {
        return jdbc.sql("""
                        select distinct household_id from registry.face_membership
                         where kind = 'residence' and person_id = any (?) and days && daterange(?, ?, '[]')""")
                .params(people.toArray(Integer[]::new), days.from(), days.to())
                .query((row, n) -> row.getInt(1))
                .list();
    }

    /** Every commune in which somebody is registered. */
    public List<String> communes() {
        return jdbc.sql("select distinct commune_code from registry.face_household order by 1")
                .query((row, n) -> row.getString(1))
                .list();
    }
}
