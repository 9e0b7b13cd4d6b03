package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.payments.DifferenceDesk.CauseTotal;
import org.ansinh.app.payments.DifferenceDesk.Change;
import org.ansinh.app.payments.DifferenceDesk.Compared;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written about a list when it was drawn; the schema's functions say to whom. */
@Repository
public class DifferenceRows {

    private final JdbcClient jdbc;

    DifferenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Compared> compared(long id) {
        return jdbc.sql("select * from payments.compared_of(?)")
                .param(id)
                .query((row, n) -> new Compared(
                        YearMonth.from(row.getObject("before_month", LocalDate.class)),
                        row.getInt("lists_before"),
                        row.getLong("before"),
                        row.getLong("before_us"),
                        row.getLong("after"),
                        row.getLong("same")))
                .optional();
    }

    public List<CauseTotal> causes(long id) {
        return jdbc.sql("""
                        select cause, count(*) as lines, sum(greatest(after - before, 0)) as up, sum(greatest(before - after, 0)) as down
                          from payments.difference_of(?) group by cause order by sum(after - before) desc, cause""")
                .param(id)
                .query((row, n) -> new CauseTotal(
                        row.getString("cause"), row.getLong("lines"), row.getLong("up"), row.getLong("down")))
                .list();
    }

    public List<Change> changes(long id, Optional<String> cause, int offset, int limit) {
        return jdbc.sql("""
                        select d.*, coalesce(b.name, '') collate public.vietnamese as name, coalesce(v.name, '') as village, c.number
                          from payments.difference_of(:id) d
                          left join registry.face_household h on d.subject_kind = 'h' and h.household_id = d.subject_id
                          left join registry.face_person b on b.person_id = case d.subject_kind when 'p' then d.subject_id else h.head_id end
                          left join territory.face_village v on v.village_id = d.village_id and v.days @> public.house_today()
                          left join casework.face_decision c on c.decision_id = d.decision_id
                         where cast(:cause as text) is null or d.cause = :cause
                         order by d.cause, name, d.subject_kind, d.subject_id, d.part offset :offset limit :limit""")
                .param("id", id)
                .param("cause", cause.orElse(null))
                .param("offset", offset)
                .param("limit", limit)
                .query(DifferenceRows::change)
                .list();
    }

    private static Change change(ResultSet row, int n) throws SQLException {
        return new Change(
                row.getString("subject_kind").equals("h"),
                row.getInt("subject_id"),
                row.getString("name"),
                row.getString("village"),
                row.getString("cause"),
                row.getLong("before"),
                row.getLong("after"),
                Optional.ofNullable(row.getString("number")),
                Optional.ofNullable(row.getObject("day", LocalDate.class)),
                Optional.ofNullable(row.getString("place")),
                row.getString("facts"),
                months(row.getString("months")));
    }

    private static List<YearMonth> months(String written) {
        return written.isEmpty()
                ? List.of()
                : Arrays.stream(written.split(",", -1)).map(YearMonth::parse).toList();
    }
}
