package org.ansinh.app.jobs.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.jobs.JobId;
import org.ansinh.app.jobs.JobState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The jobs' table. Changes of state are transactions of their own, so that a page sees them while the work's own transaction is still open. */
@Repository
public class JobRows {
    private static final String COLUMNS =
            "select job_id, kind, wish, asked_by, asked_at, stage, says, done, total, trouble from jobs.job ";

    private final JdbcClient jdbc;

    JobRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public JobId add(String kind, String order) {
        return jdbc.sql("insert into jobs.job (kind, wish) values (?, ?) on conflict do nothing returning job_id")
                .params(kind, order)
                .query(Long.class)
                .optional()
                .map(JobId::new)
                .orElseGet(() -> underWay(kind, order));
    }

    private JobId underWay(String kind, String order) {
        return new JobId(jdbc.sql("""
                select job_id from jobs.job
                 where kind = ? and wish = ? and asked_by = current_user and stage in ('waiting', 'running')""").params(kind, order).query(Long.class).single());
    }

    @Transactional
    public boolean again(JobId id) {
        return jdbc.sql("select jobs.ask_again(?)")
                .param(id.number())
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<JobState> find(JobId id) {
        return jdbc.sql(COLUMNS + "where job_id = ?")
                .param(id.number())
                .query(JobRows::state)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<JobState> latest(String kind, int atMost) {
        return jdbc.sql(COLUMNS + "where kind = ? order by job_id desc limit ?")
                .params(kind, atMost)
                .query(JobRows::state)
                .list();
    }

    @Transactional(readOnly = true)
    public List<JobId> unfinished() {
        return jdbc.sql("select job_id from jobs.job where stage in ('waiting', 'running') order by job_id")
                .query((row, n) -> new JobId(row.getLong(1)))
                .list();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void progress(JobId id, String says, long done, long total) {
        jdbc.sql("update jobs.job set stage = 'running', says = ?, done = ?, total = ? where job_id = ?")
                .params(says, done, total, id.number())
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void finish(JobId id, String says, @Nullable String trouble) {
        String why = trouble == null ? "" : trouble;
        jdbc.sql("""
                update jobs.job set stage = ?, says = ?, trouble = nullif(?, ''), finished_at = clock_timestamp(),
                       done = case when ?::text = '' then total else done end
                 where job_id = ?""")
                .params(trouble == null ? "finished" : "failed", says, why, why, id.number())
                .update();
    }

    private static JobState state(ResultSet row, int number) throws SQLException {
        return new JobState(
                new JobId(row.getLong("job_id")),
                row.getString("kind"),
                row.getString("wish"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                JobState.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getString("says"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("trouble"));
    }
}
