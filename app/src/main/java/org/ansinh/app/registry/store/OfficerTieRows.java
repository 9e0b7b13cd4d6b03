package org.ansinh.app.registry.store;

import org.ansinh.app.access.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which person an officer is: told through functions of the schema, read by nobody here. */
@Repository
public class OfficerTieRows {

    private final JdbcClient jdbc;

    OfficerTieRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void tie(OfficerId officer, String personalNumber) {
        jdbc.sql("select registry.tie_officer(?, ?)")
                .params(officer.number(), personalNumber)
                .query(row -> {});
    }

    @Transactional
    public void untie(OfficerId officer) {
        jdbc.sql("select registry.untie_officer(?)").param(officer.number()).query(row -> {});
    }
}
