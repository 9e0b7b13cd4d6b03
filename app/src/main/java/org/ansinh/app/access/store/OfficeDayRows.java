package org.ansinh.app.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.access.OfficeDays.Kind;
import org.ansinh.app.access.OfficeDays.Swapped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Working days that were swapped. */
@Repository
public class OfficeDayRows {
    private final JdbcClient jdbc;

    public OfficeDayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Swapped> all() {
        return jdbc.sql("""
                select d.day, d.kind, d.document, o.full_name, d.entered_at
                  from access.face_office_day d left join access.face_officer o on o.role_name = d.entered_by order by d.day desc""").query(OfficeDayRows::line).list();
    }

    @Transactional
    public void swap(LocalDate day, Kind kind, String document) {
        jdbc.sql("select access.swap_day(?, ?, ?)")
                .params(day, kind.name().toLowerCase(Locale.ROOT), document)
                .query(row -> {});
    }

    private static Swapped line(ResultSet row, int n) throws SQLException {
        return new Swapped(
                row.getObject("day", LocalDate.class),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("document"),
                row.getString("full_name"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }
}
