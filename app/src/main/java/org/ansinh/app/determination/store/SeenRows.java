package org.ansinh.app.determination.store;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether whoever acts sees a person or a commune at all: asked as themselves, so that the database answers. */
@Repository
public class SeenRows {

    private final JdbcClient jdbc;

    SeenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the law gives somebody is told to whoever works with people there, not to whoever pays them out. */
    public boolean sees(int person) {
        return jdbc.sql(
                        "select access.sees_reasons() and exists (select from registry.face_person where person_id = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** For which purposes whoever acts reads; none for the house itself and for an inspector, who reads everything. */
    public Optional<Set<String>> purposes() {
        return jdbc.sql("select access.reads_everything(), access.my_purposes()")
                .query((row, n) -> row.getBoolean(1)
                        ? Optional.<Set<String>>empty()
                        : Optional.of(Set.of((String[]) row.getArray(2).getArray())))
                .single();
    }

    public boolean seesCommune(String code) {
        return jdbc.sql("select access.may_see_commune(:code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }
}
