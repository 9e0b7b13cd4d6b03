package org.ansinh.app.inspection.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.inspection.Dossier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who a dossier is about, as far as whoever acts sees them. */
@Repository
public class SubjectRows {

    private final JdbcClient jdbc;

    SubjectRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Dossier.Subject> find(boolean household, int id) {
        return jdbc.sql("""
                        select :household as household, :id as id, p.person_id, p.name, p.born, p.born_precision, p.sex, coalesce(p.personal_number, '') as number, p.died_on,
                               coalesce(h.code, '') as code, concat_ws(', ', v.name, c.full_name) as residence
                          from registry.face_person p
                          left join registry.face_household h on h.household_id = case when :household then :id else p.household_id end
                          left join territory.face_village v on v.village_id = coalesce(p.village_id, h.village_id) and v.days @> public.house_today()
                          left join territory.face_commune c on c.code = coalesce(p.commune_code, h.commune_code) and c.days @> public.house_today()
                         where p.person_id = case when :household then (select x.head_id from registry.face_household x where x.household_id = :id) else :id end""")
                .param("household", household)
                .param("id", id)
                .query(SubjectRows::subject)
                .optional();
    }

    private static Dossier.Subject subject(ResultSet row, int n) throws SQLException {
        return new Dossier.Subject(
                row.getBoolean("household"),
                row.getInt("id"),
                row.getInt("person_id"),
                row.getString("name"),
                row.getObject("born", LocalDate.class),
                row.getString("born_precision"),
                row.getString("sex"),
                row.getString("number"),
                Optional.ofNullable(row.getObject("died_on", LocalDate.class)),
                row.getString("code"),
                row.getString("residence"));
    }

    /** The newest recording of whatever whoever acts may know of. */
    public long newestRecording() {
        return jdbc.sql("select coalesce(max(number), 0) from registry.face_recording")
                .query(Long.class)
                .single();
    }

    /** When recordings were made. */
    public Map<Long, Instant> recorded(Collection<Long> numbers) {
        var found = new HashMap<Long, Instant>();
        jdbc.sql("select number, at from registry.face_recording where number = any (?)")
                .param(numbers.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("number"), row.getTimestamp("at").toInstant());
                });
        return found;
    }
}
