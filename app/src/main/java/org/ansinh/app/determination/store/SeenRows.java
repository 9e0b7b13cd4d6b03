package org.ansinh.app.determination.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether whoever acts sees a person or a commune at all: asked as themselves, so that the database answers. */
@Repository
public class SeenRows {

    private final JdbcClient jdbc;

    SeenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean sees(int person) {
        return jdbc.sql("select exists (select from registry.face_person where person_id = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    public boolean seesCommune(String code) {
        return jdbc.sql("select access.may_see_commune(:code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }
}
