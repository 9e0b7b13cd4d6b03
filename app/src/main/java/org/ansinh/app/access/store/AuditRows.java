package org.ansinh.app.access.store;

import java.util.List;
import java.util.Locale;
import org.ansinh.app.access.AuditDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Appends to the audit; the database fills in who and when. */
@Repository
public class AuditRows implements AuditDesk {
    private final JdbcClient jdbc;

    public AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void read(Reading reading, int personId) {
        jdbc.sql("insert into access.audit_entry (act, person_id) values (?, ?)")
                .params(reading.name().toLowerCase(Locale.ROOT), personId)
                .update();
    }

    @Override
    @Transactional
    public void searched(String words, List<Integer> shown) {
        jdbc.sql("insert into access.audit_entry (act, words, shown) values ('search', ?, ?)")
                .params(words, shown.toArray(Integer[]::new))
                .update();
    }

    @Override
    @Transactional
    public void exported(String query, long rows, String digest) {
        jdbc.sql("insert into access.audit_entry (act, words, rows_count, digest) values ('export', ?, ?, ?)")
                .params(query, rows, digest)
                .update();
    }

    @Transactional
    public void setCode() {
        jdbc.sql("insert into access.audit_entry (act) values ('set_code')").update();
    }

    @Transactional
    public void signedIn(String login, boolean admitted) {
        jdbc.sql("insert into access.audit_entry (act, words) values (?, ?)")
                .params(admitted ? "sign_in" : "sign_in_refused", login)
                .update();
    }
}
