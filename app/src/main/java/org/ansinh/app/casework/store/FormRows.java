package org.ansinh.app.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register knows today of whoever asks, under the policies of whoever acts. */
@Repository
public class FormRows {

    private final JdbcClient jdbc;

    FormRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who somebody is.
     *
     * @param ethnicGroup an id of the dictionary; empty where it is not known
     * @param residence village and commune
     */
    public record Who(
            String name,
            Optional<LocalDate> born,
            String bornPrecision,
            String sex,
            String ethnicGroup,
            String personalNumber,
            String residence,
            String commune,
            String head,
            int household) {}

    public Optional<Who> who(int person) {
        return jdbc.sql("""
                        select p.name, p.born, coalesce(p.born_precision, 'day') as born_precision, coalesce(p.sex, '') as sex, coalesce(p.ethnic_group, '') as ethnic_group,
                               coalesce(p.personal_number, '') as personal_number, concat_ws(', ', v.name, c.full_name) as residence, coalesce(c.full_name, '') as commune,
                               coalesce(q.name, '') as head, coalesce(p.household_id, 0) as household
                          from registry.face_person p
                          left join territory.face_village v on v.village_id = p.village_id and v.days @> public.house_today()
                          left join territory.face_commune c on c.code = p.commune_code and c.days @> public.house_today()
                          left join registry.face_household h on h.household_id = p.household_id
                          left join registry.face_person q on q.person_id = h.head_id
                         where p.person_id = ?""").param(person).query(FormRows::who).optional();
    }

    /** A recorded value, as the register carries it: one of the three is there. */
    public record Recorded(Optional<Long> whole, Optional<LocalDate> day, Optional<String> words) {}

    /** What is recorded for today; what is not recorded is not there, whatever its absence means to the law. */
    public Map<String, Recorded> facts(int person, int household, List<String> ids) {
        var found = new HashMap<String, Recorded>();
        jdbc.sql("""
                        select f.fact, f.whole, f.day, f.words from registry.face_fact_now f
                         where (f.subject_kind = 'p' and f.subject_id = :person or f.subject_kind = 'h' and f.subject_id = :household)
                           and f.fact = any (:facts) and f.days @> public.house_today()""")
                .param("person", person)
                .param("household", household)
                .param("facts", ids.toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString("fact"),
                            new Recorded(
                                    Optional.ofNullable(row.getObject("whole", Long.class)),
                                    Optional.ofNullable(row.getObject("day", LocalDate.class)),
                                    Optional.ofNullable(row.getString("words"))));
                });
        return found;
    }

    private static Who who(ResultSet row, int n) throws SQLException {
        return new Who(
                row.getString("name"),
                Optional.ofNullable(row.getObject("born", LocalDate.class)),
                row.getString("born_precision"),
                row.getString("sex"),
                row.getString("ethnic_group"),
                row.getString("personal_number"),
                row.getString("residence"),
                row.getString("commune"),
                row.getString("head"),
                row.getInt("household"));
    }
}
