package org.ansinh.app.registry.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.ansinh.app.access.PersonNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Names for the audit's page, as far as the area of whoever reads it. */
@Repository
public class NameRows implements PersonNames {

    private final JdbcClient jdbc;

    public NameRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Integer, String> names(Collection<Integer> people) {
        var names = new HashMap<Integer, String>();
        jdbc.sql(
                        "select person_id, name, extract(year from born)::integer from registry.face_person where person_id = any (?)")
                .param(people.toArray(Integer[]::new))
                .query(row -> {
                    var year = row.getObject(3, Integer.class);
                    names.put(row.getInt(1), year == null ? row.getString(2) : row.getString(2) + ", " + year);
                });
        return names;
    }
}
