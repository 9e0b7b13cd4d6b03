package org.ansinh.app.determination.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.determination.MonthSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs: opened before the first outcome, closed after the last. */
@Repository
public class RunRows {

    private static final String COLUMNS =
            "select run_id, month, known_at, pack_hash, started_at, finished_at, people, households from determination.";

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long open(YearMonth month, long knownAt, String packHash) {
        return jdbc.sql("select determination.open_run(:month, :knownAt, :packHash)")
                .param("month", month.atDay(1))
                .param("knownAt", knownAt)
                .param("packHash", packHash)
                .query(Long.class)
                .single();
    }

    /** Before anything is written into it, and in the transaction that writes. */
    public void openPart(long run, int part) {
        step("open_part(:run, cast(:more as smallint))", run, part);
    }

    /** In the transaction that has written it: its indexes, and how many there are of each sort. */
    public void closePart(long run, int part) {
        step("close_part(:run, cast(:more as smallint))", run, part);
    }

    /** Once all its parts are written. */
    public long close(long run, int parts) {
        return step("close_run(:run, :more)", run, parts);
    }

    private long step(String step, long run, int more) {
        return jdbc.sql("select determination." + step)
                .param("run", run)
                .param("more", more)
                .query((row, n) -> run)
                .single();
    }

    /** The last step: from here on pages and lists read this run. */
    public MonthSummary finish(long run, int people, int households) {
        jdbc.sql("select determination.finish_run(:run, :people, :households)")
                .param("run", run)
                .param("people", people)
                .param("households", households)
                .query((row, n) -> run)
                .single();
        return jdbc.sql(COLUMNS + "run where run_id = :run")
                .param("run", run)
                .query(RunRows::summary)
                .single();
    }

    /** Rows of runs that nobody reads any more, since a newer run of their month is finished. */
    public int dropSuperseded() {
        return jdbc.sql("select determination.drop_superseded()")
                .query(Integer.class)
                .single();
    }

    public void abandon(long run, String trouble) {
        jdbc.sql("select determination.abandon_run(:run, :trouble)")
                .param("run", run)
                .param("trouble", trouble)
                .query((row, n) -> run)
                .single();
    }

    public Optional<MonthSummary> latest(YearMonth month) {
        return jdbc.sql(COLUMNS + "face_latest_run where month = :month")
                .param("month", month.atDay(1))
                .query(RunRows::summary)
                .optional();
    }

    public List<MonthSummary> all() {
        return jdbc.sql(COLUMNS + "face_latest_run order by month desc")
                .query(RunRows::summary)
                .list();
    }

    /** The last recording there is: what a run started now knows. */
    public long lastRecording() {
        return jdbc.sql("select coalesce(max(number), 0) from registry.face_recording")
                .query(Long.class)
                .single();
    }

    private static MonthSummary summary(ResultSet row, int n) throws SQLException {
        return new MonthSummary(
                row.getLong("run_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getLong("known_at"),
                row.getString("pack_hash"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("finished_at").toInstant(),
                row.getInt("people"),
                row.getInt("households"));
    }
}
