package org.ansinh.app.access.store;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Officers and their accounts. */
@Repository
public class OfficerRows {
    private final JdbcClient jdbc;

    public OfficerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the door needs to know of somebody who knocks. */
    public record Account(
            OfficerId id,
            String login,
            String fullName,
            String kind,
            String hash,
            boolean mustChange,
            int failures,
            @Nullable Instant lockedUntil,
            Set<String> roles,
            Set<String> communes) {
        public boolean isPerson() {
            return kind.equals("person");
        }
    }

    @Transactional
    public OfficerId open(NewOfficer officer, String hash, boolean mustChange, Instant now) {
        int id = jdbc.sql("select access.open_officer(?, ?, ?)")
                .params(officer.login(), officer.fullName(), officer.kind())
                .query(Integer.class)
                .single();
        String days = "[%s,%s)"
                .formatted(
                        officer.from(), officer.to() == null ? "" : officer.to().plusDays(1));
        officer.roles().forEach(role -> give("role", id, role, days));
        officer.communes().forEach(code -> give("area", id, code, days));
        officer.purposes().forEach(purpose -> give("purpose", id, purpose, days));
        resetPassword(new OfficerId(id), hash, mustChange, now);
        return new OfficerId(id);
    }

    private void give(String what, int id, String value, String days) {
        jdbc.sql("select access.give_" + what + "(?, ?, ?::daterange)")
                .params(id, value, days)
                .query(row -> {});
    }

    @Transactional(readOnly = true)
    public Optional<Account> account(String login) {
        return account("o.login", login);
    }

    @Transactional(readOnly = true)
    public Optional<Account> accountOf(OfficerId id) {
        return account("o.officer_id", id.number());
    }

    private Optional<Account> account(String column, Object value) {
        return jdbc.sql("""
                select o.officer_id, o.login, o.full_name, o.kind, a.password_hash, a.must_change, a.failures, a.locked_until,
                       array(select r.role from access.officer_role r
                              where r.officer_id = o.officer_id and r.days @> public.house_today()) roles,
                       array(select r.commune_code from access.officer_area r
                              where r.officer_id = o.officer_id and r.days @> public.house_today()) communes
                  from access.officer o join access.account a using (officer_id)
                 where %s = ? and (o.closed_on is null or o.closed_on > public.house_today())""".formatted(column))
                .param(value)
                .query((row, n) -> {
                    var locked = row.getObject("locked_until", OffsetDateTime.class);
                    return new Account(
                            new OfficerId(row.getInt("officer_id")),
                            row.getString("login"),
                            row.getString("full_name"),
                            row.getString("kind"),
                            row.getString("password_hash"),
                            row.getBoolean("must_change"),
                            row.getInt("failures"),
                            locked == null ? null : locked.toInstant(),
                            words(row.getArray("roles")),
                            words(row.getArray("communes")));
                })
                .optional();
    }

    private static Set<String> words(java.sql.Array array) throws java.sql.SQLException {
        return new TreeSet<>(java.util.Arrays.asList((String[]) array.getArray()));
    }

    @Transactional
    public void admitted(OfficerId id, Instant now) {
        jdbc.sql("update access.account set failures = 0, locked_until = null, signed_in_at = ? where officer_id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id.number())
                .update();
    }

    /** Counts a wrong password; from the limit on the account is locked for a while. Counted in the database, so that many tries at once count too. */
    @Transactional
    public void refused(OfficerId id, int limit, Instant lockedUntil) {
        jdbc.sql("""
                update access.account
                   set failures = case when failures + 1 >= :limit then 0 else failures + 1 end,
                       locked_until = case when failures + 1 >= :limit then :until else locked_until end
                 where officer_id = :id""")
                .param("limit", limit)
                .param("until", lockedUntil.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id.number())
                .update();
    }

    @Transactional
    public void password(OfficerId id, String hash, Instant now) {
        jdbc.sql(
                        "update access.account set password_hash = ?, must_change = false, changed_at = ? where officer_id = ?")
                .params(hash, now.atOffset(ZoneOffset.UTC), id.number())
                .update();
    }

    @Transactional
    public void resetPassword(OfficerId id, String hash, boolean mustChange, Instant now) {
        jdbc.sql("select access.set_password(?, ?, ?, ?)")
                .params(id.number(), hash, mustChange, now.atOffset(ZoneOffset.UTC))
                .query(row -> {});
    }

    @Transactional(readOnly = true)
    public boolean anyAdministrator() {
        return jdbc.sql("select exists (select from access.officer_role where role = 'administrator')")
                .query(Boolean.class)
                .single();
    }
}
