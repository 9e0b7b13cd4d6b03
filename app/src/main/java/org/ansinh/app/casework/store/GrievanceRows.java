package org.ansinh.app.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.casework.ApplicationDesk.Step;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Grievance;
import org.ansinh.app.casework.GrievanceDesk.Choice;
import org.ansinh.app.casework.GrievanceDesk.Incoming;
import org.ansinh.app.casework.GrievanceDesk.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The three registers, read as whoever acts. */
@Repository
public class GrievanceRows {

    private static final String SHOWN = """
            select g.*, coalesce(d.number, '') as decision_number, coalesce(d.kind, '') as decision_kind, coalesce(o.full_name, '') as officer_name,
                   coalesce(pb.full_name, '') as proposed_name, coalesce(rb.full_name, '') as resolved_name,
                   coalesce(p.name, h.name, '') as subject_name, n.grievance_id as next_id
              from casework.grievance g
              left join casework.face_decision d on d.decision_id = g.decision_id
              left join access.face_officer o on o.role_name = g.officer
              left join access.face_officer pb on pb.role_name = g.proposed_by
              left join access.face_officer rb on rb.role_name = g.resolved_by
              left join registry.face_person p on g.subject_kind = 'p' and p.person_id = g.subject_id
              left join lateral (select q.name from registry.face_household x join registry.face_person q on q.person_id = x.head_id
                   where g.subject_kind = 'h' and x.household_id = g.subject_id) h on true
              left join casework.grievance n on n.earlier_id = g.grievance_id
            """;
    private static final String MUST_BY = "case when g.state = 'received' then g.accept_by else g.due_on end";
    private static final String CHOSEN =
            " where (cast(:kind as text) is null or g.kind = :kind) and (not :open or g.state in ('received', 'accepted', 'proposed'))"
                    + " and (not :mine or g.officer = current_user)";

    private final JdbcClient jdbc;

    GrievanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Grievance> list(Choice choice, int offset, int limit) {
        return chosen(
                        SHOWN + CHOSEN + " order by g.state not in ('received', 'accepted', 'proposed'), " + MUST_BY
                                + ", g.grievance_id desc offset :offset limit :limit",
                        choice)
                .param("offset", offset)
                .param("limit", limit)
                .query(GrievanceRows::grievance)
                .list();
    }

    public long count(Choice choice) {
        return chosen("select count(*) from casework.grievance g" + CHOSEN, choice)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec chosen(String sql, Choice choice) {
        return jdbc.sql(sql)
                .param("kind", choice.kind().orElse(null))
                .param("open", choice.open())
                .param("mine", choice.mine());
    }

    public List<Standing> standing() {
        return jdbc.sql(
                        "select g.kind, count(*) as open, count(*) filter (where " + MUST_BY
                                + " < public.house_today()) as late from casework.grievance g where g.state in ('received', 'accepted', 'proposed') group by 1 order by 1")
                .query((row, n) -> new Standing(row.getString("kind"), row.getLong("open"), row.getLong("late")))
                .list();
    }

    public Optional<Grievance> find(long id) {
        return jdbc.sql(SHOWN + " where g.grievance_id = ?")
                .param(id)
                .query(GrievanceRows::grievance)
                .optional();
    }

    public List<Grievance> against(DecisionId decision) {
        return jdbc.sql(SHOWN + " where g.decision_id = ? order by g.grievance_id desc")
                .param(decision.number())
                .query(GrievanceRows::grievance)
                .list();
    }

    public List<Step> steps(long id) {
        return jdbc.sql("""
                        select s.day, coalesce(o.full_name, '') as officer, s.step, s.note from casework.grievance_step s
                          left join access.face_officer o on o.role_name = s.officer where s.grievance_id = ? order by s.step_id""")
                .param(id)
                .query((row, n) -> new Step(
                        row.getObject("day", LocalDate.class),
                        row.getString("officer"),
                        row.getString("step"),
                        row.getString("note")))
                .list();
    }

    /** @param fileBy the last day on which the law lets it be filed; @param acceptBy the last on which it must be taken up */
    public long take(Incoming it, Optional<LocalDate> fileBy, Optional<LocalDate> acceptBy) {
        var said = it.said();
        return jdbc.sql("""
                        insert into casework.grievance (kind, instance, earlier_id, commune_code, decision_id, subject_kind, subject_id, name, contact, way, signed_as, says, wants,
                            against, received_on, learnt_on, file_by, late_because, accept_by, state)
                        values (:kind, :instance, :earlier, :commune, :decision, cast(:subject as "char"), :person, :name, :contact, :way, :signed, :says, :wants, :against, :received,
                            :learnt, :fileBy, :late, :acceptBy, 'received') returning grievance_id""")
                .param("kind", it.kind())
                .param("instance", it.earlier().isPresent() ? 2 : 1)
                .param("earlier", it.earlier().orElse(null))
                .param("commune", it.communeCode())
                .param("decision", it.decision().map(DecisionId::number).orElse(null))
                .param("subject", it.person() > 0 ? "p" : null)
                .param("person", it.person() > 0 ? it.person() : null)
                .param("name", said.name())
                .param("contact", said.contact())
                .param("way", said.way())
                .param("signed", said.signedAs())
                .param("says", said.says())
                .param("wants", said.wants())
                .param("against", said.against())
                .param("received", said.receivedOn())
                .param("learnt", said.learntOn().orElse(null))
                .param("fileBy", fileBy.orElse(null))
                .param("late", said.lateBecause())
                .param("acceptBy", acceptBy.orElse(null))
                .query(Long.class)
                .single();
    }

    public Set<String> communesHere() {
        return Set.copyOf(jdbc.sql("select unnest(access.my_communes())")
                .query(String.class)
                .list());
    }

    private static Grievance grievance(ResultSet row, int n) throws SQLException {
        return new Grievance(
                row.getLong("grievance_id"),
                row.getString("kind"),
                row.getInt("instance"),
                new Grievance.About(
                        row.getString("commune_code"),
                        number(row, "decision_id").map(DecisionId::new),
                        row.getString("decision_number"),
                        row.getString("decision_kind"),
                        Optional.ofNullable(row.getString("programme")).orElse(""),
                        "h".equals(row.getString("subject_kind")),
                        row.getInt("subject_id"),
                        row.getString("subject_name")),
                said(row),
                new Grievance.Terms(
                        day(row, "file_by"),
                        day(row, "accept_by"),
                        day(row, "accepted_on"),
                        day(row, "due_on"),
                        row.getBoolean("complex"),
                        row.getBoolean("remote")),
                new Grievance.Work(
                        row.getString("state"),
                        row.getInt("register_number") + "/" + row.getInt("register_year"),
                        row.getString("officer_name"),
                        Optional.ofNullable(row.getString("officer")),
                        number(row, "next_id")),
                new Grievance.Answer(
                        Optional.ofNullable(row.getString("finding")).orElse(""),
                        row.getString("conclusion"),
                        row.getString("proposed_name"),
                        row.getString("resolved_name"),
                        day(row, "resolved_on"),
                        row.getString("answer_number"),
                        row.getString("because")));
    }

    private static Grievance.Said said(ResultSet row) throws SQLException {
        return new Grievance.Said(
                row.getString("name"),
                row.getString("contact"),
                row.getString("way"),
                row.getString("signed_as"),
                row.getString("says"),
                row.getString("wants"),
                row.getString("against"),
                row.getObject("received_on", LocalDate.class),
                day(row, "learnt_on"),
                row.getString("late_because"));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
