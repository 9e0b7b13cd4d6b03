package org.ansinh.app.determination.store;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who lives in a household now, as whoever acts sees it. */
@Repository
public class MemberRows {

    private final JdbcClient jdbc;

    MemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Living(int person, String name) {}

    public Optional<String> name(int person) {
        return jdbc.sql("select p.name from registry.face_person p where access.sees_reasons() and p.person_id = ?")
                .param(person)
                .query(String.class)
                .optional();
    }

    public List<Living> of(int household) {
        return jdbc.sql("""
                select p.person_id, p.name
                  from registry.face_membership m
                  join registry.face_person p on p.person_id = m.person_id
                 where access.sees_reasons() and m.household_id = :household and m.kind = 'residence' and m.days @> public.house_today()
                   and p.died_on is null
                 order by m.role <> 'head', p.born, p.person_id""")
                .param("household", household)
                .query((row, n) -> new Living(row.getInt(1), row.getString(2)))
                .list();
    }
}
