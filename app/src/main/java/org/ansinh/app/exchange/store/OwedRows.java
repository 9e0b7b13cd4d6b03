package org.ansinh.app.exchange.store;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.ansinh.app.exchange.ComparedLine.Ours;
import org.ansinh.app.exchange.ComparedLine.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody of the area with what a month's newest determination says of one programme; of a household its head. */
@Repository
public class OwedRows {

    private final JdbcClient jdbc;

    public OwedRows(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    public boolean isDetermined(YearMonth month) {
        return jdbc.sql("select exists (select from determination.face_latest_run where month = ?)")
                .param(month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    /** Whom the audit has to name where a number is somebody's outside the area of whoever asks. */
    public Optional<Integer> registeredElsewhere(String number) {
        return jdbc.sql("select person from registry.face_registered_elsewhere(?) person where person is not null")
                .param(number)
                .query(Integer.class)
                .optional();
    }

    /** Who is registered in a commune. */
    public Set<Integer> peopleOf(String commune) {
        return Set.copyOf(jdbc.sql("select person_id from registry.face_person where commune_code = ?")
                .param(commune)
                .query(Integer.class)
                .list());
    }

    public List<Ours> of(YearMonth month, String programme) {
        return jdbc.sql("""
                with given as (
                    select coalesce(h.head_id, o.subject_id) as person_id, sum(o.owed)::bigint as owed, min(o.answer::text) as answer, bool_or(o.decided) as decided,
                        bool_or(o.unverified) as unverified, string_agg(nullif(o.missing, ''), ',') as missing
                    from determination.face_outcome o
                    left join registry.face_household h on o.subject_kind = 'h' and h.household_id = o.subject_id
                    where o.month = :month and o.programme = :programme group by 1
                ), decided as (
                    select coalesce(h.head_id, l.subject_id) as person_id, sum(l.amount * l.period_months)::bigint as level
                    from casework.face_level l
                    left join registry.face_household h on l.subject_kind = 'h' and h.household_id = l.subject_id
                    where l.programme = :programme and l.kind <> 'stop' and l.from_month <= :month and l.until_month > :month group by 1
                )
                select p.person_id, coalesce((select min(k.key) from registry.face_known_as k
                        where k.subject_kind = 'p' and k.source = 'import' and k.subject_id = p.person_id), '') as key,
                    coalesce(p.personal_number, '') as number, p.name, extract(year from p.born)::int as year, coalesce(v.name, '') as village,
                    coalesce(g.owed, 0) as owed, coalesce(d.level, 0) as level, coalesce(g.answer, '') as answer, coalesce(g.decided, false) as decided,
                    coalesce(g.unverified, false) as unverified, coalesce(p.died_on < :month, false) as died, coalesce(g.missing, '') as missing
                from registry.face_person p
                left join territory.face_village v on v.village_id = p.village_id and v.days @> public.house_today()
                left join given g using (person_id)
                left join decided d using (person_id)
                order by p.person_id""")
                .param("month", month.atDay(1))
                .param("programme", programme)
                .query((row, n) -> new Ours(
                        row.getInt("person_id"),
                        row.getString("key"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getInt("year"),
                        row.getString("village"),
                        row.getLong("owed"),
                        row.getLong("level"),
                        new Standing(
                                row.getString("answer"),
                                row.getBoolean("decided"),
                                row.getBoolean("unverified"),
                                row.getBoolean("died")),
                        row.getString("missing")))
                .list();
    }
}
