package org.ansinh.app.access.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.OfficerId;
import org.ansinh.postgres.DatabaseLogin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Administrators as the database's owner reaches them, without a server. */
public final class ConsoleRows {
    private static final String ADMINISTRATORS = """
            select o.officer_id, o.login from access.officer o
             where (o.closed_on is null or o.closed_on > public.house_today())
               and exists (select from access.officer_role r
                            where r.officer_id = o.officer_id and r.role = 'administrator' and r.days @> public.house_today())""";

    private final JdbcClient jdbc;

    private ConsoleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static ConsoleRows over(DatabaseLogin owner) {
        return new ConsoleRows(
                JdbcClient.create(new SingleConnectionDataSource(owner.url(), owner.user(), owner.password(), true)));
    }

    public Optional<OfficerId> administrator(String login) {
        return jdbc.sql(ADMINISTRATORS + " and o.login = ?")
                .param(login)
                .query((row, n) -> new OfficerId(row.getInt(1)))
                .optional();
    }

    public boolean anyAdministrator() {
        return !administrators().isEmpty();
    }

    public List<String> administrators() {
        return jdbc.sql(ADMINISTRATORS + " order by o.login")
                .query((row, n) -> row.getString(2))
                .list();
    }

    public void reset(OfficerId officer, String hash, Instant now) {
        jdbc.sql("select access.set_password(?, ?, true, ?), access.reset_code(?)")
                .params(officer.number(), hash, now.atOffset(ZoneOffset.UTC), officer.number())
                .query(row -> {});
    }

    public void open(NewOfficer officer, String hash, Instant now) {
        var id = new OfficerRows(jdbc).open(officer, hash, true, now);
        java.util.Objects.requireNonNull(id);
    }
}
