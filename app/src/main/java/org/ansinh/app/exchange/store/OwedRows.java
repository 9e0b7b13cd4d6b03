package org.ansinh.app.exchange.store;

import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.ansinh.app.exchange.ComparedLine.Ours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody of the area with what a month's newest determination says of one programme; of a household its head. */
@Repository
public class OwedRows {

    private final JdbcClient jdbc;

    public OwedRows(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    public List<Ours> of(YearMonth month, String programme) {
        return jdbc.sql("""
                with given as (
                    select coalesce(h.head_id, o.subject_id) as person_id, sum(o.owed)::bigint as owed, min(o.answer::text) as answer, bool_or(o.decided) as decided,
                        bool_or(o.unverified) as unverified, string_agg(o.missing, ',') as missing
                    from determination.face_outcome o
                    left join registry.face_household h on o.subject_kind = 'h' and h.household_id = o.subject_id
                    where o.month = :month and o.programme = :programme group by 1
                )
                select p.person_id, coalesce((select min(k.key) from registry.face_known_as k
                        where k.subject_kind = 'p' and k.source = 'import' and k.subject_id = p.person_id), '') as key,
                    coalesce(p.personal_number, '') as number, p.name, extract(year from p.born)::int as year, coalesce(g.owed, 0) as owed,
                    coalesce(g.answer, '') as answer, coalesce(g.decided, false) as decided, coalesce(g.unverified, false) as unverified,
                    coalesce(p.died_on < :month, false) as died, coalesce(g.missing, '') as missing
                from registry.face_person p left join given g using (person_id) order by p.person_id""")
                .param("month", month.atDay(1))
                .param("programme", programme)
                .query((row, n) -> new Ours(
                        row.getInt("person_id"),
                        row.getString("key"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getInt("year"),
                        row.getLong("owed"),
                        row.getString("answer"),
                        row.getBoolean("decided"),
                        row.getBoolean("unverified"),
                        row.getBoolean("died"),
                        row.getString("missing")))
                .list();
    }
}
