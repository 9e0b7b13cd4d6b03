package org.ansinh.app.casework.store;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.ansinh.app.casework.DraftOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is entitled and has no decision yet, and drafting for them as one set. */
@Repository
public class WaitingRows {

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line of the list of causes, before the pack puts words to it. */
    public record Waiting(
            String programme,
            String commune,
            String provisions,
            boolean right,
            long number,
            long monthly,
            long unverified) {}

    /** A commune and what its people's entitlement rests on. */
    public record Place(String commune, String provisions) {}

    public List<Waiting> byCause(YearMonth month) {
        return jdbc.sql("""
                        select programme, commune_code, provisions, is_right, count(*) as number, sum(greatest(amount, floor)) as monthly,
                               count(*) filter (where unverified) as unverified
                          from casework.face_waiting where month = ?
                         group by programme, commune_code, provisions, is_right order by programme, number desc, provisions, commune_code""")
                .param(month.atDay(1))
                .query((row, n) -> new Waiting(
                        row.getString("programme"),
                        row.getString("commune_code"),
                        row.getString("provisions"),
                        row.getBoolean("is_right"),
                        row.getLong("number"),
                        row.getLong("monthly"),
                        row.getLong("unverified")))
                .list();
    }

    /** The causes an order is about, commune by commune. */
    public List<Place> causes(DraftOrder order) {
        return jdbc.sql("""
                        select distinct commune_code, provisions from casework.face_waiting where month = :month and programme = :programme
                           and (cast(:commune as text) is null or commune_code = :commune)
                           and (cast(:provisions as text) is null or provisions = :provisions)
                           and (cast(:subjects as int[]) is null or subject_id = any (cast(:subjects as int[]))) order by 1, 2""")
                .param("month", order.month().atDay(1))
                .param("programme", order.programme())
                .param("commune", order.communeCode().orElse(null))
                .param("provisions", order.provisions().orElse(null))
                .param("subjects", subjects(order))
                .query((row, n) -> new Place(row.getString(1), row.getString(2)))
                .list();
    }

    public long draft(DraftOrder order, Place place, int periodMonths, String authority, String because) {
        return jdbc.sql(
                        "select casework.draft_waiting(:month, :programme, :commune, :provisions, cast(:subjects as int[]), cast(:period as smallint), :authority, :because)")
                .param("month", order.month().atDay(1))
                .param("programme", order.programme())
                .param("commune", place.commune())
                .param("provisions", place.provisions())
                .param("subjects", subjects(order))
                .param("period", periodMonths)
                .param("authority", authority)
                .param("because", because)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private static @Nullable String subjects(DraftOrder order) {
        return order.subjects().isEmpty()
                ? null
                : order.subjects().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
