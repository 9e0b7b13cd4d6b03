package org.ansinh.app.casework.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ansinh.timeline.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a right and neither a decision nor a file; found as one set from the newest determination. */
@Repository
public class MissedRows {

    private final JdbcClient jdbc;

    MissedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A right that the run of a month does not show.
     *
     * @param occasion birthday: it begins on a day to come; event: it is of something that happened before
     */
    public record Single(
            int person,
            String programme,
            String occasion,
            String provisions,
            long level,
            boolean unverified,
            LocalDate day) {}

    /** Something that happened to somebody, or that they saw to. */
    public record Happened(int person, LocalDate day) {}

    /** What a night came to. */
    public record Found(int opened, int closed) {}

    /** What the house knows of its last search and of its newest run of the month. */
    public record Stand(Optional<LocalDate> searchedOn, boolean everDetermined, Optional<Long> knownAt, long recorded) {

        /** Something was recorded that the newest run of the month has not seen, or there is none of this month. */
        public boolean isOvertaken() {
            return knownAt.map(it -> it < recorded).orElse(true);
        }
    }

    public Stand stand(YearMonth month) {
        return jdbc.sql("""
                        select (select max(day) from casework.finding) as searched_on, exists (select from determination.face_latest_run) as ever,
                               (select known_at from determination.face_latest_run where month = ?) as known_at,
                               coalesce((select max(number) from registry.face_recording), 0) as recorded""")
                .param(month.atDay(1))
                .query((row, n) -> new Stand(
                        Optional.ofNullable(row.getObject("searched_on", LocalDate.class)),
                        row.getBoolean("ever"),
                        Optional.ofNullable(row.getObject("known_at", Long.class)),
                        row.getLong("recorded")))
                .single();
    }

    /** The living who were born in one of these ranges of days and belong to a commune. */
    public List<Integer> born(List<DateRange> births) {
        return jdbc.sql("""
                        select distinct p.person_id from unnest(cast(? as date[]), cast(? as date[])) as b(first_day, last_day)
                          join registry.face_person p on p.born between b.first_day and b.last_day
                         where p.died_on is null and p.commune_code is not null order by 1""")
                .param(births.stream().map(it -> it.from().toString()).toArray(String[]::new))
                .param(births.stream().map(it -> it.to().toString()).toArray(String[]::new))
                .query((row, n) -> row.getInt(1))
                .list();
    }

    /** What a fact tells of, since a day: the day that is its value, or the first of its days. */
    public List<Happened> happened(String fact, LocalDate since) {
        return jdbc.sql("""
                        select distinct f.subject_id, coalesce(f.day, lower(f.days)) as day from registry.face_fact_now f
                         where f.subject_kind = 'p' and f.fact = ? and coalesce(f.day, lower(f.days)) between ? and public.house_today() order by 1, 2""")
                .params(fact, since)
                .query((row, n) -> new Happened(row.getInt(1), row.getObject(2, LocalDate.class)))
                .list();
    }

    /** @param events those of the programmes whose right comes of something that happened */
    public Found find(YearMonth month, Collection<String> programmes, Collection<String> events, List<Single> singly) {
        return jdbc.sql("select opened, closed from casework.find_missed(?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as date[]))")
                .param(month.atDay(1))
                .param(programmes.toArray(String[]::new))
                .param(events.toArray(String[]::new))
                .param(column(singly, Single::person, Integer[]::new))
                .param(column(singly, Single::programme, String[]::new))
                .param(column(singly, Single::occasion, String[]::new))
                .param(column(singly, Single::provisions, String[]::new))
                .param(column(singly, Single::level, Long[]::new))
                .param(column(singly, Single::unverified, Boolean[]::new))
                .param(column(singly, it -> it.day().toString(), String[]::new))
                .query((row, n) -> new Found(row.getInt(1), row.getInt(2)))
                .single();
    }

    private static <T> T[] column(
            List<Single> singly, Function<Single, T> part, java.util.function.IntFunction<T[]> array) {
        return singly.stream().map(part).toArray(array);
    }
}
