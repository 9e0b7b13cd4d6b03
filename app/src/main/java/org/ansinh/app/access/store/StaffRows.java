package org.ansinh.app.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.StaffDesk.File;
import org.ansinh.app.access.StaffDesk.Given;
import org.ansinh.app.access.StaffDesk.Grant;
import org.ansinh.app.access.StaffDesk.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Officers as an administrator sees them. */
@Repository
public class StaffRows {
    private static final String LINES = """
            select o.officer_id, o.login, o.full_name, o.kind, o.closed_on, s.signed_in_at, s.must_change, s.locked_until, coalesce(s.has_code, false) has_code, t.tied_at,
                   array(select r.role from access.officer_role r
                          where r.officer_id = o.officer_id and r.days @> public.house_today() order by 1) roles,
                   array(select r.commune_code from access.officer_area r
                          where r.officer_id = o.officer_id and r.days @> public.house_today() order by 1) communes
              from access.officer o left join access.account_states() s using (officer_id) left join access.ties() t using (officer_id)
            """;

    private final JdbcClient jdbc;

    public StaffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Line> all() {
        return jdbc.sql(LINES + " order by o.closed_on is not null and o.closed_on <= public.house_today(), o.login")
                .query((row, n) -> line(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<File> file(OfficerId id) {
        var given = given(id);
        return jdbc.sql(LINES + " where o.officer_id = ?")
                .param(id.number())
                .query((row, n) -> new File(
                        line(row),
                        row.getBoolean("must_change"),
                        moment(row, "locked_until"),
                        row.getBoolean("has_code"),
                        moment(row, "tied_at"),
                        given))
                .optional();
    }

    public List<Given> given(OfficerId id) {
        return jdbc.sql("""
                select what, value, lower(days) since, upper(days) - 1 last_day, upper(days) <= public.house_today() is_over
                  from (select 'role' what, role as value, days, officer_id from access.officer_role
                        union all select 'area', commune_code, days, officer_id from access.officer_area
                        union all select 'purpose', purpose, days, officer_id from access.officer_purpose) g
                 where officer_id = ? order by array_position(array['role', 'area', 'purpose'], what), value, since""")
                .param(id.number())
                .query((row, n) -> new Given(
                        Grant.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                        row.getString("value"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getBoolean("is_over")))
                .list();
    }

    @Transactional
    public void give(OfficerId id, Grant grant, String value, LocalDate from, @Nullable LocalDate to) {
        jdbc.sql("select access.give_%s(:id, :value, daterange(:from, :until))".formatted(name(grant)))
                .param("id", id.number())
                .param("value", value)
                .param("from", from, Types.DATE)
                .param("until", to == null ? null : to.plusDays(1), Types.DATE)
                .query(row -> {});
    }

    @Transactional
    public void end(OfficerId id, Grant grant, String value, LocalDate lastDay) {
        jdbc.sql("select access.end_grant(?, ?, ?, ?)")
                .params(name(grant), id.number(), value, lastDay)
                .query(row -> {});
    }

    @Transactional
    public void close(OfficerId id, LocalDate from) {
        jdbc.sql("select access.close_officer(?, ?)").params(id.number(), from).query(row -> {});
    }

    @Transactional
    public void resetCode(OfficerId id) {
        jdbc.sql("select access.reset_code(?)").param(id.number()).query(row -> {});
    }

    private static String name(Grant grant) {
        return grant.name().toLowerCase(Locale.ROOT);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new OfficerId(row.getInt("officer_id")),
                row.getString("login"),
                row.getString("full_name"),
                row.getString("kind").equals("program"),
                words(row, "roles"),
                words(row, "communes"),
                row.getObject("closed_on", LocalDate.class),
                moment(row, "signed_in_at"));
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
