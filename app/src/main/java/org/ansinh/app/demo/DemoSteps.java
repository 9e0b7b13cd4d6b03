package org.ansinh.app.demo;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which steps are done; a step and its mark are one transaction. */
@Repository
class DemoSteps {

    private final JdbcClient jdbc;

    DemoSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isDone(String name) {
        return jdbc.sql("select exists (select from demo.step where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    void done(String name, String says) {
        jdbc.sql("insert into demo.step (name, says) values (:name, :says) on conflict (name) do nothing")
                .param("name", name)
                .param("says", says)
                .update();
    }
}
