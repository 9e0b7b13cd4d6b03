package org.ansinh.app.inspection.store;

import java.time.LocalDate;
import java.util.List;
import org.ansinh.app.access.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Inspectors whose last day has passed. */
@Repository
public class LastDayRows {

    /** A house that was closed for some days has no session left from before. */
    private static final int DAYS_BACK = 7;

    private final JdbcClient jdbc;

    LastDayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<OfficerId> ended(LocalDate today) {
        return jdbc.sql(
                        "select distinct officer_id from access.face_ended_role where role = 'inspector' and last_day < ? and last_day >= ?")
                .params(today, today.minusDays(DAYS_BACK))
                .query((row, n) -> new OfficerId(row.getInt(1)))
                .list();
    }
}
