package org.ansinh.app.determination.store;

import java.util.List;
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

    public List<Living> of(int household) {
        return jdbc.sql("""
                select person_id, name from registry.face_person where household_id = :household and died_on is null
                order by role is distinct from 'head', born, person_id""")
                .param("household", household)
                .query((row, n) -> new Living(row.getInt(1), row.getString(2)))
                .list();
    }
}
