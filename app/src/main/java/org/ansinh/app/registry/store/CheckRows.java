package org.ansinh.app.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ansinh.app.registry.PopulationCheckDesk.Answer;
import org.ansinh.app.registry.PopulationCheckDesk.CheckList;
import org.ansinh.app.registry.PopulationCheckDesk.Last;
import org.ansinh.app.registry.PopulationCheckDesk.Line;
import org.ansinh.app.registry.PopulationCheckDesk.Order;
import org.ansinh.app.registry.PopulationCheckDesk.Outcome;
import org.ansinh.app.registry.PopulationCheckDesk.Ready;
import org.ansinh.app.registry.PopulationCheckDesk.Sent;
import org.ansinh.app.registry.PopulationCheckDesk.Standing;
import org.ansinh.app.registry.PopulationCheckDesk.State;
import org.ansinh.app.registry.PopulationCheckDesk.Theirs;
import org.ansinh.app.registry.PopulationCheckDesk.Waiting;
import org.ansinh.app.registry.PopulationCheckDesk.Word;
import org.ansinh.app.registry.PopulationCheckDesk.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Lists for the population database and what came back, as the database keeps them; what may be written is decided by the functions of the schema. */
@Repository
public class CheckRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    public CheckRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CheckList> lists(Optional<Integer> one) {
        return jdbc.sql("select * from registry.face_check_lists(cast(:list as int))")
                .param("list", one.orElse(null))
                .query((row, n) -> new CheckList(
                        row.getInt("id"),
                        new Order(
                                row.getString("commune_code"),
                                row.getString("chosen"),
                                Optional.ofNullable(row.getString("programme")),
                                row.getString("why")),
                        row.getObject("made_on", LocalDate.class),
                        Objects.requireNonNullElse(row.getString("made_by"), ""),
                        row.getInt("lines"),
                        row.getInt("answered"),
                        row.getInt("agrees"),
                        row.getInt("to_look_at"),
                        Optional.ofNullable(row.getString("because")),
                        row.getInt("returns")))
                .list();
    }

    /** @param state a state, {@code open} for whatever waits for an officer, or nothing for all */
    public List<Line> lines(Optional<Integer> list, String state) {
        return jdbc.sql("select * from registry.face_check_lines(cast(:list as int), :state)")
                .param("list", list.orElse(null))
                .param("state", state.toLowerCase(Locale.ROOT))
                .query(CheckRows::line)
                .list();
    }

    public Optional<Line> answer(int answer) {
        return jdbc.sql("""
                        select f.* from registry.check_answer a cross join lateral registry.face_check_lines(a.list_id, '') f
                         where a.id = :answer and f.line = a.line and f.answer_id = a.id""").param("answer", answer).query(CheckRows::line).optional();
    }

    public Work work() {
        return jdbc.sql("select * from registry.face_check_work()")
                .query((row, n) -> new Work(
                        row.getLong("differing"),
                        day(row, "differing_since"),
                        row.getLong("unanswered"),
                        day(row, "unanswered_since")))
                .single();
    }

    public List<Standing> standings(Collection<Integer> people) {
        return jdbc.sql("select * from registry.face_check_standing(:people)")
                .param("people", people.toArray(new Integer[0]))
                .query((row, n) -> new Standing(
                        row.getInt("person_id"),
                        row.getObject("list_id") == null
                                ? Optional.empty()
                                : Optional.of(new Last(
                                        row.getInt("list_id"),
                                        State.valueOf(word(row, "state")),
                                        Outcome.valueOf(word(row, "outcome")),
                                        row.getInt("answer_id"),
                                        row.getObject("answered_on", LocalDate.class))),
                        row.getObject("waiting_list") == null
                                ? Optional.empty()
                                : Optional.of(new Waiting(
                                        row.getInt("waiting_list"), row.getObject("waiting_since", LocalDate.class)))))
                .list();
    }

    /** Who heads each of these households. */
    public Map<Integer, Integer> heads(Collection<Integer> households) {
        var heads = new HashMap<Integer, Integer>();
        jdbc.sql(
                        "select household_id, head_id from registry.face_household where household_id = any (:households) and head_id is not null")
                .param("households", households.toArray(new Integer[0]))
                .query(row -> {
                    heads.put(row.getInt(1), row.getInt(2));
                });
        return heads;
    }

    public List<Integer> waitsFor(Collection<Integer> people) {
        return jdbc.sql("select * from registry.face_waits_for_check(:people)")
                .param("people", people.toArray(new Integer[0]))
                .query((row, n) -> row.getInt(1))
                .list();
    }

    /** The list that the same form made before. */
    public Optional<Integer> made(String onceKey) {
        return jdbc.sql(
                        "select l.id from registry.check_list l join registry.recording r on r.number = l.recording where r.once_key = :key")
                .param("key", onceKey)
                .query(Integer.class)
                .optional();
    }

    public int make(Order order, List<Integer> people, long number) {
        return jdbc.sql("select registry.face_make_check(:commune, :chosen, :programme, :why, :people, :number)")
                .param("commune", order.commune())
                .param("chosen", order.chosen())
                .param("programme", order.programme().orElse(null))
                .param("why", order.why())
                .param("people", people.toArray(new Integer[0]))
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    public void withdraw(int list, String because, long number) {
        jdbc.sql("select registry.face_withdraw_check(:list, :because, :number)")
                .param("list", list)
                .param("because", because)
                .param("number", number)
                .query(row -> {});
    }

    public boolean isTaken(int list, String digest) {
        return jdbc.sql("select exists (select from registry.check_return where list_id = :list and digest = :digest)")
                .param("list", list)
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    public int take(int list, String digest, String file, List<Ready> ready, long number) {
        return jdbc.sql("select registry.face_take_answers(:list, :digest, :file, cast(:answers as jsonb), :number)")
                .param("list", list)
                .param("digest", digest)
                .param("file", file)
                .param(
                        "answers",
                        JSON.writeValueAsString(
                                ready.stream().map(CheckRows::told).toList()))
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    public void putAside(int answer, String because, long number) {
        jdbc.sql("select registry.face_put_aside(:answer, :because, :number)")
                .param("answer", answer)
                .param("because", because)
                .param("number", number)
                .query(row -> {});
    }

    /** An answer as the database reads it. */
    record Told(
            String key,
            String outcome,
            @Nullable String name,
            @Nullable LocalDate born,
            @Nullable String born_precision,
            @Nullable String sex,
            @Nullable String personal_number,
            @Nullable String residence,
            @Nullable LocalDate on_day,
            @Nullable String moved_to,
            String remark) {}

    private static Told told(Ready it) {
        var word = it.word();
        var theirs = word.theirs();
        return new Told(
                it.line().key(),
                word.outcome().name().toLowerCase(Locale.ROOT),
                theirs.name().orElse(null),
                theirs.born().orElse(null),
                theirs.bornPrecision().orElse(null),
                theirs.sex().orElse(null),
                theirs.number().orElse(null),
                theirs.residence().orElse(null),
                word.diedOn().orElse(null),
                word.movedTo().orElse(null),
                word.remark());
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        @Nullable Integer household = (Integer) row.getObject("household_id");
        return new Line(
                row.getInt("list_id"),
                row.getInt("line"),
                row.getString("key"),
                row.getInt("person_id"),
                Optional.ofNullable(household),
                row.getString("commune_code"),
                row.getObject("made_on", LocalDate.class),
                new Sent(
                        row.getString("name"),
                        row.getObject("born", LocalDate.class),
                        row.getString("born_precision"),
                        row.getString("sex"),
                        Optional.ofNullable(row.getString("personal_number")),
                        row.getString("residence")),
                State.valueOf(word(row, "state")),
                row.getObject("answer_id") == null ? Optional.empty() : Optional.of(answer(row)));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getInt("answer_id"),
                new Word(
                        Outcome.valueOf(word(row, "outcome")),
                        new Theirs(
                                Optional.ofNullable(row.getString("their_name")),
                                day(row, "their_born"),
                                Optional.ofNullable(row.getString("their_precision")),
                                Optional.ofNullable(row.getString("their_sex")),
                                Optional.ofNullable(row.getString("their_number")),
                                Optional.ofNullable(row.getString("their_residence"))),
                        day(row, "on_day"),
                        Optional.ofNullable(row.getString("moved_to")),
                        row.getString("remark")),
                row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                row.getInt("earlier"),
                Optional.ofNullable(row.getString("because")));
    }

    private static String word(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
