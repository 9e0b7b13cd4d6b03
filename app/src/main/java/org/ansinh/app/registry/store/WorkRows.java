package org.ansinh.app.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk.Draft;
import org.ansinh.app.registry.ChangeDesk.Move;
import org.ansinh.app.registry.ChangeDesk.Task;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.Touched;
import org.ansinh.app.registry.Touched.Somebody;
import org.ansinh.timeline.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is under way at an officer's desk: drafts, moves, tasks; and the opening of recordings. */
@Repository
public class WorkRows {

    private static final String DRAFTS =
            "select form_key, body, saved_at from registry.draft where officer = current_user and body is not null";

    private final JdbcClient jdbc;

    public WorkRows(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    public long openRecording(Paper paper, Instant now) {
        return jdbc.sql("select registry.open_recording(:act, :document, cast(:received as date), :once, cast(:said as"
                        + " timestamptz))")
                .param("act", paper.act())
                .param("document", paper.document().orElse(null))
                .param("received", paper.receivedOn().orElse(null))
                .param("once", paper.onceKey().orElse(null))
                .param("said", OffsetDateTime.ofInstant(paper.saidAt().orElse(now), ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public Optional<Long> recordedUnder(String onceKey) {
        return jdbc.sql("select number from registry.face_recording where once_key = :key")
                .param("key", onceKey)
                .query(Long.class)
                .optional();
    }

    /** Whoever waits longer for a lock is told that the register is busy. */
    public void waitAtMost(Duration patience) {
        jdbc.sql("select set_config('lock_timeout', :millis, true)")
                .param("millis", patience.toMillis() + "ms")
                .query(row -> {});
    }

    /** Where somebody lives, and as what. */
    public record Home(int householdId, String role) {}

    public Optional<Home> homeOn(int personId, LocalDate day) {
        return jdbc.sql("select household_id, role from registry.face_membership where person_id = :id and kind ="
                        + " 'residence' and days @> cast(:day as date)")
                .param("id", personId)
                .param("day", day)
                .query((row, n) -> new Home(row.getInt(1), row.getString(2)))
                .optional();
    }

    /** The first day after this one on which somebody is known to live in yet another household. */
    public Optional<LocalDate> laterHome(int personId, int householdId, LocalDate day) {
        return jdbc.sql("""
                        select lower(days) from registry.face_membership where person_id = :id and kind = 'residence'
                            and household_id <> :household and lower(days) > cast(:day as date) order by 1 limit 1""")
                .param("id", personId)
                .param("household", householdId)
                .param("day", day)
                .query(LocalDate.class)
                .optional();
    }

    public Optional<LocalDate> diedOn(int personId) {
        return jdbc.sql("select died_on from registry.face_person where person_id = :id and died_on is not null")
                .param("id", personId)
                .query(LocalDate.class)
                .optional();
    }

    public boolean isHouseholdCodeTaken(String commune, String code) {
        return jdbc.sql(
                        "select exists (select from registry.face_household where commune_code = :commune and code = :code)")
                .param("commune", commune)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    public void release(Change.Released it, long number) {
        jdbc.sql(
                        "select registry.face_release_move(:people, :to, cast(:on as date), :note, cast(:head as int), :number)")
                .param("people", it.people().toArray(new Integer[0]))
                .param("to", it.toCommune())
                .param("on", it.on())
                .param("note", it.note())
                .param("head", it.newHead().orElse(null))
                .param("number", number)
                .query(row -> {});
    }

    public void accept(Change.Accepted it, long number) {
        jdbc.sql("select registry.face_accept_move(:move, :code, :village, :roles, :number)")
                .param("move", it.moveId())
                .param("code", it.householdCode())
                .param("village", it.villageId())
                .param("roles", it.roles().toArray(new String[0]))
                .param("number", number)
                .query(row -> {});
    }

    public void sendBack(Change.SentBack it, long number) {
        jdbc.sql("select registry.face_return_move(:move, :because, :number)")
                .param("move", it.moveId())
                .param("because", it.because())
                .param("number", number)
                .query(row -> {});
    }

    public void merge(Change.Merged it, long number) {
        jdbc.sql("select registry.face_merge_people(:kept, :gone, :number)")
                .param("kept", it.keptId())
                .param("gone", it.goneId())
                .param("number", number)
                .query(row -> {});
    }

    /** Whom the rows of this transaction touched, as far as whoever acts may see them. */
    public Touched touched() {
        if (!jdbc.sql("select to_regclass('pg_temp.good_fact') is not null")
                .query(Boolean.class)
                .single()) {
            return Touched.NOBODY;
        }
        var households = new ArrayList<Touched.Home>();
        var people = new ArrayList<Somebody>();
        var since = new LocalDate[] {DateRange.LAST_DAY};
        jdbc.sql("""
                select t.subject_kind, t.subject_id, t.near, t.fresh, greatest(t.since, date '0001-01-01') as since, p.name, p.born, p.born_precision, h.code
                from registry.face_touched() t
                left join registry.face_person p on t.subject_kind = 'p' and p.person_id = t.subject_id
                left join registry.face_household h on t.subject_kind = 'h' and h.household_id = t.subject_id
                where h.household_id is not null or p.person_id is not null
                order by t.near, p.role is distinct from 'head', p.born, t.subject_id""").query(row -> {
            var day = row.getObject("since", LocalDate.class);
            if (day != null && day.isBefore(since[0])) {
                since[0] = day;
            }
            if (row.getString("subject_kind").equals("h")) {
                households.add(new Touched.Home(row.getInt("subject_id"), row.getString("code")));
            } else {
                people.add(new Somebody(
                        row.getInt("subject_id"),
                        row.getString("name"),
                        row.getObject("born", LocalDate.class),
                        row.getString("born_precision"),
                        row.getInt("near") == 0,
                        row.getBoolean("fresh")));
            }
        });
        return new Touched(people, households, since[0]);
    }

    public List<Move> moves() {
        return jdbc.sql("select move_id, person_ids, names, from_commune, to_commune, on_day, coalesce(note, ''), ours,"
                        + " returned_because from registry.face_moves() order by on_day, move_id")
                .query((row, n) -> new Move(
                        row.getInt(1),
                        Arrays.asList((Integer[]) row.getArray(2).getArray()),
                        Arrays.asList((String[]) row.getArray(3).getArray()),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getString(9)))
                .list();
    }

    public List<Task> conflicts() {
        return jdbc.sql("""
                        select t.kind, t.person_id, t.commune_code, p.name, coalesce(t.because, '')
                        from registry.face_task t join registry.face_person p on p.person_id = t.person_id
                        order by t.commune_code, p.name collate public.vietnamese, t.person_id limit 500""")
                .query((row, n) -> new Task(
                        row.getString(1),
                        Optional.of(row.getInt(2)),
                        Optional.empty(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    /** Brings people and households up to the house day; how many people were looked at. */
    public int turnDay() {
        return jdbc.sql("select registry.turn_day()").query(Integer.class).single();
    }

    /** Whether it was kept: what was dropped or recorded under its key is not. */
    public boolean keepDraft(String formKey, String body, String onceKey, Instant now) {
        return jdbc.sql("""
            insert into registry.draft as d (officer, form_key, once_key, body, saved_at)
            select current_user, :key, :once, :body, :at where not exists (select from registry.face_recording r where r.once_key = :once)
            on conflict (officer, form_key) do update set once_key = excluded.once_key, body = excluded.body, saved_at = excluded.saved_at
            where d.body is not null or d.once_key = '' or d.once_key <> excluded.once_key\
            """)
                        .param("key", formKey)
                        .param("body", body)
                        .param("once", onceKey)
                        .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .update()
                > 0;
    }

    public Optional<Draft> draft(String formKey) {
        return jdbc.sql(DRAFTS + " and form_key = :key")
                .param("key", formKey)
                .query(WorkRows::draft)
                .optional();
    }

    public List<Draft> drafts() {
        return jdbc.sql(DRAFTS + " order by saved_at desc limit 50")
                .query(WorkRows::draft)
                .list();
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }

    public void dropDraft(String formKey) {
        jdbc.sql("update registry.draft set body = null where officer = current_user and form_key = :key")
                .param("key", formKey)
                .update();
    }
}
