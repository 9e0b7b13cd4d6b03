package org.ansinh.app.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.BroughtFile.State;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.ImportReport;
import org.ansinh.app.jobs.JobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The files that officers brought, under the policies of whoever acts. Needs a transaction. */
@Repository
public class BroughtRows {

    private static final String SHOWN = """
            select f.*, f.brought_by = current_setting('role')::name as mine, coalesce(b.full_name, f.brought_by::text) as bringer, a.full_name as acceptor,
                (select max(e.done_at) from exchange.brought_file e where e.digest = f.digest and e.purpose = f.purpose and e.state = 'done'
                    and e.file_id < f.file_id) as before
            from exchange.brought_file f
            left join access.face_officer b on b.role_name = f.brought_by
            left join access.face_officer a on a.role_name = f.accepted_by
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public BroughtRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is known of a file when it comes. */
    public record Arrival(
            String purpose,
            String name,
            LocalDate asOf,
            Optional<String> programme,
            Optional<String> commune,
            long bytes,
            String digest) {}

    /** Who is to work on a file: whoever brought it, or accepted it; roles of the database. */
    public record Orders(String purpose, State state, String broughtBy, Optional<String> acceptedBy) {}

    public FileId add(Arrival it) {
        return new FileId(jdbc.sql("""
                insert into exchange.brought_file (purpose, name, as_of, programme, of_commune, bytes, digest)
                values (:purpose, :name, :asOf, :programme, :commune, :bytes, :digest) returning file_id""")
                .param("purpose", it.purpose())
                .param("name", it.name())
                .param("asOf", it.asOf())
                .param("programme", it.programme().orElse(null))
                .param("commune", it.commune().orElse(null))
                .param("bytes", it.bytes())
                .param("digest", it.digest())
                .query(Long.class)
                .single());
    }

    /** Of which commune a month's list is; none where it is of the whole area of whoever brought it. */
    public Optional<String> communeOf(FileId file) {
        return jdbc.sql("select of_commune from exchange.brought_file where file_id = ? and of_commune is not null")
                .param(file.number())
                .query(String.class)
                .optional();
    }

    /** The communes of whoever acts. */
    public List<String> communes() {
        return jdbc.sql("select unnest(access.my_communes())")
                .query((row, n) -> row.getString(1))
                .list();
    }

    public void isWorkedOnBy(FileId file, JobId job) {
        jdbc.sql("update exchange.brought_file set job_id = ? where file_id = ?")
                .params(job.number(), file.number())
                .update();
    }

    /** @param purpose what it was brought for: a file of another purpose is not found */
    public Optional<BroughtFile> find(FileId file, String purpose) {
        return jdbc.sql(SHOWN + " where f.file_id = ? and f.purpose = ?")
                .params(file.number(), purpose)
                .query(this::file)
                .optional();
    }

    public List<BroughtFile> latest(String purpose, int atMost) {
        return jdbc.sql(
                        SHOWN
                                + " where f.purpose = ? and f.brought_by = current_setting('role')::name order by f.file_id desc limit ?")
                .params(purpose, atMost)
                .query(this::file)
                .list();
    }

    /** Brought by somebody else, and waiting for whoever acts. */
    public List<BroughtFile> toAccept() {
        return jdbc.sql(SHOWN + """
                 where f.two_needed and f.state = 'read' and f.brought_by <> current_setting('role')::name and exchange.may_accept(f)
                 order by f.file_id""").query(this::file).list();
    }

    public Optional<Orders> orders(FileId file) {
        return jdbc.sql(
                        "select purpose, state, brought_by::text, accepted_by::text from exchange.brought_file where file_id = ? for update")
                .param(file.number())
                .query((row, n) -> new Orders(
                        row.getString(1),
                        state(row.getString(2)),
                        row.getString(3),
                        Optional.ofNullable(row.getString(4))))
                .optional();
    }

    public void move(FileId file, State to) {
        jdbc.sql("update exchange.brought_file set state = ? where file_id = ?")
                .params(to.name().toLowerCase(Locale.ROOT), file.number())
                .update();
    }

    public void read(FileId file, ImportReport report, boolean twoNeeded) {
        jdbc.sql(
                        "update exchange.brought_file set state = 'read', report = cast(? as jsonb), two_needed = ? where file_id = ?")
                .params(json.writeValueAsString(report), twoNeeded, file.number())
                .update();
    }

    /** @param done nothing more is to come */
    public void recorded(FileId file, ImportReport report, boolean done) {
        jdbc.sql("update exchange.brought_file set recorded = true, report = cast(? as jsonb) where file_id = ?")
                .params(json.writeValueAsString(report), file.number())
                .update();
        if (done) {
            done(file);
        }
    }

    public void done(FileId file) {
        jdbc.sql("update exchange.brought_file set state = 'done', done_at = clock_timestamp() where file_id = ?")
                .param(file.number())
                .update();
    }

    public void refused(FileId file, FileRefused why) {
        jdbc.sql("update exchange.brought_file set state = 'refused', why = ?, detail = ? where file_id = ?")
                .params(why.why(), why.detail(), file.number())
                .update();
    }

    public int tidy(int keptDays, long mostBytes) {
        return jdbc.sql("select exchange.tidy(?, ?)")
                .params(keptDays, mostBytes)
                .query(Integer.class)
                .single();
    }

    private BroughtFile file(ResultSet row, int n) throws SQLException {
        var why = Optional.ofNullable(row.getString("why"));
        var detail = Optional.ofNullable(row.getString("detail")).orElse("");
        return new BroughtFile(
                new FileId(row.getLong("file_id")),
                row.getString("name"),
                java.util.Objects.requireNonNull(row.getObject("as_of", LocalDate.class)),
                Optional.ofNullable(row.getString("programme")),
                row.getLong("bytes"),
                state(row.getString("state")),
                row.getBoolean("two_needed"),
                row.getBoolean("recorded"),
                new BroughtFile.People(
                        row.getString("bringer"),
                        row.getBoolean("mine"),
                        Optional.ofNullable(row.getString("acceptor"))),
                new BroughtFile.Moments(
                        moment(row, "brought_at").orElseThrow(),
                        moment(row, "done_at"),
                        moment(row, "before"),
                        moment(row, "emptied_at")),
                Optional.ofNullable(row.getObject("job_id", Long.class)).map(JobId::new),
                why.map(it -> new FileRefused(it, detail)),
                Optional.ofNullable(row.getString("report")).map(it -> json.readValue(it, ImportReport.class)));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static State state(String written) {
        return State.valueOf(written.toUpperCase(Locale.ROOT));
    }
}
