package org.ansinh.app.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.ApplicationChoice;
import org.ansinh.app.casework.ApplicationDesk.Bucket;
import org.ansinh.app.casework.ApplicationDesk.Step;
import org.ansinh.app.casework.ApplicationDesk.WorkGroup;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.casework.DecisionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files as rows, read as whoever acts. */
@Repository
public class ApplicationRows {

    private static final String OPEN = "a.state in ('waiting_signature', 'received', 'incomplete', 'complete')";

    private static final String BUCKET = """
            case when a.state = 'waiting_signature' then case when a.occasion = 'asked' then 'UNSIGNED'
                     when a.right_from > public.house_today() then 'AHEAD' else 'TO_SIGN' end
                 when a.state = 'incomplete' then 'INCOMPLETE'
                 when a.due_on is null then 'NO_TERM'
                 when a.due_on < public.house_today() then 'OVERDUE'
                 when a.due_on = public.house_today() then 'TODAY'
                 else 'COMING' end""";

    private static final String CHOSEN =
            " where (cast(:words as text) is not null or " + OPEN + ") and (cast(:bucket as text) is null or " + BUCKET
                    + " = :bucket) and (cast(:programme as text) is null or a.programme = :programme) and (cast(:provisions as text) is null or a.provisions = :provisions)"
                    + " and (cast(:commune as text) is null or a.commune_code = :commune) and (not :mine or a.officer = current_user)"
                    + " and (cast(:words as text) is null or lower(a.shelf) like :words or lower(a.one_stop) like :words"
                    + " or a.register_number || '/' || a.register_year like :words)";

    private static final String SHOWN = """
            select a.*, a.subject_kind = 'h' as household, coalesce(p.person_id, 0) as person, coalesce(p.household_id, 0) as lives_in, coalesce(p.name, h.code, '') collate public.vietnamese as name,
                   coalesce(extract(year from p.born), 0)::int as birth_year, coalesce(v.name, '') collate public.vietnamese as village, o.full_name as officer_name
              from (%s) a
              left join registry.face_household h on a.subject_kind = 'h' and h.household_id = a.subject_id
              left join registry.face_person p on p.person_id = case a.subject_kind when 'p' then a.subject_id else h.head_id end
              left join territory.face_village v on v.village_id = a.village_id and v.days @> public.house_today()
              left join access.face_officer o on o.role_name = a.officer
             order by a.due_on, a.right_from, a.commune_code, village, name, a.application_id""";

    private final JdbcClient jdbc;

    ApplicationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<WorkGroup> work(boolean mine) {
        return jdbc.sql("select " + BUCKET + """
                         as bucket, a.programme, a.provisions, a.occasion, count(*) as number, count(distinct a.commune_code) as communes, sum(a.level)::bigint as level,
                               count(*) filter (where a.unverified) as unverified, min(coalesce(a.due_on, a.right_from)) as first
                          from casework.application a where
                        """ + OPEN
                        + " and (not :mine or a.officer = current_user) group by 1, 2, 3, 4 order by 5 desc, 2, 3, 4")
                .param("mine", mine)
                .query((row, n) -> new WorkGroup(
                        Bucket.valueOf(row.getString("bucket")),
                        row.getString("programme"),
                        row.getString("provisions"),
                        row.getString("occasion"),
                        row.getLong("number"),
                        row.getLong("communes"),
                        row.getLong("level"),
                        row.getLong("unverified"),
                        day(row, "first")))
                .list();
    }

    public List<Application> list(ApplicationChoice choice, int offset, int limit) {
        return chosen(
                        SHOWN.formatted(
                                "select * from casework.application a" + CHOSEN
                                        + " order by a.due_on, a.right_from, a.commune_code, a.village_id, a.application_id offset :offset limit :limit"),
                        choice)
                .param("offset", offset)
                .param("limit", limit)
                .query(ApplicationRows::application)
                .list();
    }

    public long count(ApplicationChoice choice) {
        return chosen("select count(*) from casework.application a" + CHOSEN, choice)
                .query(Long.class)
                .single();
    }

    /** Programmes of the unsigned files among these, with their numbers. */
    public Map<String, List<Long>> unsigned(List<Long> ids) {
        return byProgramme(jdbc.sql(
                        "select programme, application_id from casework.application where application_id = any (?) and state = 'waiting_signature' order by 2")
                .param(ids.toArray(Long[]::new)));
    }

    public Map<String, List<Long>> unsigned(ApplicationChoice choice) {
        return byProgramme(chosen(
                "select a.programme, a.application_id from casework.application a" + CHOSEN
                        + " and a.state = 'waiting_signature' order by a.commune_code, a.village_id, a.application_id",
                choice));
    }

    private static Map<String, List<Long>> byProgramme(JdbcClient.StatementSpec asked) {
        var found = new LinkedHashMap<String, List<Long>>();
        asked.query(row -> {
            found.computeIfAbsent(row.getString(1), it -> new java.util.ArrayList<>())
                    .add(row.getLong(2));
        });
        return found;
    }

    public Optional<Application> find(long id) {
        return jdbc.sql(SHOWN.formatted("select * from casework.application a where a.application_id = :id"))
                .param("id", id)
                .query(ApplicationRows::application)
                .optional();
    }

    public List<Application> ofSubject(boolean household, int subject) {
        return jdbc
                .sql(
                        SHOWN.formatted(
                                "select * from casework.application a where a.subject_kind = :kind::\"char\" and a.subject_id = :subject"))
                .param("kind", household ? "h" : "p")
                .param("subject", subject)
                .query(ApplicationRows::application)
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingLong(Application::id).reversed())
                .toList();
    }

    public List<Step> steps(long id) {
        return jdbc.sql("""
                        select s.day, coalesce(o.full_name, '') as officer, s.step, s.note from casework.application_step s
                          left join access.face_officer o on o.role_name = s.officer
                         where s.application_id = ? order by s.step_id""")
                .param(id)
                .query((row, n) -> new Step(
                        day(row, "day").orElseThrow(),
                        row.getString("officer"),
                        row.getString("step"),
                        row.getString("note")))
                .list();
    }

    private static JdbcClient.StatementSpec chosen(JdbcClient.StatementSpec asked, ApplicationChoice choice) {
        return asked.param("bucket", choice.bucket().map(Enum::name).orElse(null))
                .param("programme", choice.programme().orElse(null))
                .param("provisions", choice.provisions().orElse(null))
                .param("commune", choice.commune().orElse(null))
                .param("mine", choice.mine())
                .param("words", choice.words().map(ApplicationRows::within).orElse(null));
    }

    /** Within what is written, in small letters; a sign of the pattern stands for itself. */
    private static String within(String words) {
        return "%" + words.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private JdbcClient.StatementSpec chosen(String sql, ApplicationChoice choice) {
        return chosen(jdbc.sql(sql), choice);
    }

    private static Application application(ResultSet row, int n) throws SQLException {
        return new Application(
                row.getLong("application_id"),
                row.getString("programme"),
                new Application.Subject(
                        row.getBoolean("household"),
                        row.getInt("subject_id"),
                        row.getInt("person"),
                        row.getInt("lives_in"),
                        row.getString("name"),
                        row.getInt("birth_year"),
                        new Decision.Place(row.getString("commune_code"), row.getString("village"))),
                new Application.Origin(
                        row.getString("came"),
                        row.getString("occasion"),
                        day(row, "opened_on").orElseThrow()),
                row.getString("provisions"),
                row.getLong("level"),
                row.getBoolean("unverified"),
                day(row, "right_from"),
                row.getString("state"),
                new Application.Receipt(
                        Optional.ofNullable(row.getObject("register_number", Integer.class))
                                .map(it -> it + "/" + yearOf(row)),
                        day(row, "received_on"),
                        row.getString("shelf"),
                        row.getString("one_stop")),
                new Application.Work(
                        Optional.ofNullable(row.getString("officer_name")),
                        Optional.ofNullable(row.getString("officer")),
                        row.getString("missing"),
                        day(row, "due_on"),
                        Optional.ofNullable(row.getObject("decision_id", Long.class))
                                .map(DecisionId::new)),
                row.getString("because"));
    }

    private static int yearOf(ResultSet row) {
        try {
            return row.getInt("register_year");
        } catch (SQLException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
