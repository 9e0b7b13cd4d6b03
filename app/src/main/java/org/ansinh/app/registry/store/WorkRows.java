package org.ansinh.app.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ansinh.app.registry.ChangeDesk.Move;
import org.ansinh.app.registry.ChangeDesk.Task;
import org.ansinh.app.registry.Paper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is under way at an officer's desk: drafts, moves, tasks; and the opening of recordings. */
@Repository
public class WorkRows {

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

    public Optional<Integer> homeOn(int personId, LocalDate day) {
        return jdbc.sql("select household_id from registry.face_membership where person_id = :id and kind ="
                        + " 'residence' and days @> cast(:day as date)")
                .param("id", personId)
                .param("day", day)
                .query(Integer.class)
                .optional();
    }

    public int release(List<Integer> people, String toCommune, LocalDate on, String note, long number) {
        return jdbc.sql("select registry.face_release_move(:people, :to, cast(:on as date), :note, :number)")
                .param("people", people.toArray(new Integer[0]))
                .param("to", toCommune)
                .param("on", on)
                .param("note", note)
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    public int accept(int moveId, String code, int villageId, long number) {
        return jdbc.sql("select registry.face_accept_move(:move, :code, :village, :number)")
                .param("move", moveId)
                .param("code", code)
                .param("village", villageId)
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    public void sendBack(int moveId, long number) {
        jdbc.sql("select registry.face_return_move(:move, :number)")
                .param("move", moveId)
                .param("number", number)
                .query(row -> {});
    }

    public List<Move> moves() {
        return jdbc.sql("select move_id, person_ids, names, from_commune, to_commune, on_day, ours from"
                        + " registry.face_moves() order by on_day, move_id")
                .query((row, n) -> new Move(
                        row.getInt(1),
                        Arrays.asList((Integer[]) row.getArray(2).getArray()),
                        Arrays.asList((String[]) row.getArray(3).getArray()),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getBoolean(7)))
                .list();
    }

    public List<Task> conflicts() {
        return jdbc.sql("select kind, person_id, commune_code, coalesce(because, '') from registry.face_task order by"
                        + " commune_code, person_id limit 500")
                .query((row, n) -> new Task(
                        row.getString(1),
                        Optional.of(row.getInt(2)),
                        Optional.empty(),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    public void keepDraft(String formKey, String body, Instant now) {
        jdbc.sql("""
            insert into registry.draft (officer, form_key, body, saved_at) values (current_user, :key, :body, :at)
            on conflict (officer, form_key) do update set body = excluded.body, saved_at = excluded.saved_at\
            """)
                .param("key", formKey)
                .param("body", body)
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    public Optional<String> draft(String formKey) {
        return jdbc.sql("select body from registry.draft where officer = current_user and form_key = :key")
                .param("key", formKey)
                .query(String.class)
                .optional();
    }

    public void dropDraft(String formKey) {
        jdbc.sql("delete from registry.draft where officer = current_user and form_key = :key")
                .param("key", formKey)
                .update();
    }
}
