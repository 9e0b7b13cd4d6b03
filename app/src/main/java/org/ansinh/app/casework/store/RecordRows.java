package org.ansinh.app.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.casework.CaseRecord;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Letter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the record of a case keeps beside its decisions. */
@Repository
public class RecordRows {

    private final JdbcClient jdbc;

    RecordRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What stands beside one decision.
     *
     * @param provisions ids, comma between
     */
    public record Beside(
            DecisionId id,
            String authority,
            String provisions,
            Instant draftedAt,
            Optional<Instant> signedAt,
            String livedAt,
            Optional<String> delegation,
            Optional<Letter.File> file,
            Optional<OnFile> onFile) {}

    /** The file a decision was made on. */
    public record OnFile(long application, String shelf, String oneStop) {}

    public Optional<CaseRecord.Subject> caseOf(DecisionId decision) {
        return jdbc.sql(
                        "select subject_kind = 'h' as household, subject_id, programme from casework.decision where decision_id = ?")
                .param(decision.number())
                .query((row, n) -> new CaseRecord.Subject(
                        row.getBoolean("household"), row.getInt("subject_id"), row.getString("programme")))
                .optional();
    }

    public List<String> programmes(boolean household, int subject) {
        return jdbc.sql(
                        "select programme from casework.decision where subject_kind = ?::\"char\" and subject_id = ? group by 1 order by max(decision_id) desc")
                .params(household ? "h" : "p", subject)
                .query((row, n) -> row.getString(1))
                .list();
    }

    public List<Beside> of(CaseRecord.Subject subject) {
        return jdbc.sql("""
                        select d.decision_id, d.authority, d.provisions, d.drafted_at, d.signed_at,
                               concat_ws(', ', v.name, c.full_name, nullif(c.district, '')) as lived_at,
                               a.register_number || '/' || a.register_year as file_number, a.received_on, l.paper,
                               a.application_id, a.shelf, a.one_stop
                          from casework.decision d
                         cross join lateral (select coalesce(d.signed_on, public.house_today()) as day) x
                          left join territory.face_village v on v.village_id = d.village_id and v.days @> x.day
                          left join territory.face_commune c on c.code = coalesce(v.commune_code, d.commune_code) and c.days @> x.day
                          left join casework.application a on a.decision_id = d.decision_id
                          left join lateral (select g.paper || ' ngày ' || to_char(g.paper_on, 'DD/MM/YYYY') as paper from casework.delegation g
                                where g.deputy = d.signed_by and g.commune_code = d.commune_code and g.days @> d.signed_on limit 1) l on true
                         where d.subject_kind = ?::"char" and d.subject_id = ? and d.programme = ?
                         order by coalesce(d.signed_on, 'infinity'), d.decision_id""")
                .params(subject.household() ? "h" : "p", subject.id(), subject.programme())
                .query(RecordRows::beside)
                .list();
    }

    private static Beside beside(ResultSet row, int n) throws SQLException {
        var number = Optional.ofNullable(row.getString("file_number"));
        var received = Optional.ofNullable(row.getObject("received_on", LocalDate.class));
        return new Beside(
                new DecisionId(row.getLong("decision_id")),
                row.getString("authority"),
                row.getString("provisions"),
                row.getTimestamp("drafted_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("signed_at")).map(Timestamp::toInstant),
                row.getString("lived_at"),
                Optional.ofNullable(row.getString("paper")),
                number.flatMap(it -> received.map(on -> new Letter.File(it, on))),
                onFile(row));
    }

    private static Optional<OnFile> onFile(ResultSet row) throws SQLException {
        var application = row.getObject("application_id", Long.class);
        return application == null
                ? Optional.empty()
                : Optional.of(new OnFile(application, row.getString("shelf"), row.getString("one_stop")));
    }
}
