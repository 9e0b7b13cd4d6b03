package org.ansinh.app.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ansinh.app.exchange.CompareDesk.Choice;
import org.ansinh.app.exchange.CompareDesk.Shown;
import org.ansinh.app.exchange.CompareDesk.Total;
import org.ansinh.app.exchange.CompareDesk.Who;
import org.ansinh.app.exchange.ComparedLine;
import org.ansinh.app.exchange.ComparedLine.Outcome;
import org.ansinh.app.exchange.FileId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of a comparison, kept with the list they were made from. Needs a transaction. */
@Repository
public class ComparedRows {

    private static final int AT_ONCE = 1_000;

    private static final String CHOSEN = """
             from exchange.compared_line where file_id = :file and (cast(:outcome as text) is null or outcome = :outcome)
               and (cast(:cause as text) is null or cause = :cause)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public ComparedRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** In place of what was compared before. */
    public void keep(FileId file, List<ComparedLine> lines) {
        jdbc.sql("delete from exchange.compared_line where file_id = ?")
                .param(file.number())
                .update();
        var line = new int[1];
        batches.batchUpdate(
                "insert into exchange.compared_line values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines,
                AT_ONCE,
                (statement, it) -> {
                    var ours = it.ours();
                    var theirs = it.theirs();
                    statement.setLong(1, file.number());
                    statement.setInt(2, ++line[0]);
                    statement.setString(3, it.outcome().name().toLowerCase(Locale.ROOT));
                    statement.setString(4, it.cause());
                    statement.setString(5, it.detail());
                    statement.setString(
                            6, theirs.map(ComparedLine.Theirs::repaired).orElse(""));
                    statement.setObject(7, ours.map(ComparedLine.Ours::subject).orElse(null));
                    statement.setString(
                            8,
                            ours.map(ComparedLine.Ours::name)
                                    .orElseGet(() -> theirs.map(ComparedLine.Theirs::name)
                                            .orElse("")));
                    statement.setInt(
                            9,
                            ours.map(ComparedLine.Ours::birthYear)
                                    .orElseGet(() -> theirs.map(ComparedLine.Theirs::birthYear)
                                            .orElse(0)));
                    statement.setString(10, ours.map(ComparedLine.Ours::village).orElse(""));
                    statement.setLong(11, ours.map(ComparedLine.Ours::owed).orElse(0L));
                    statement.setObject(12, theirs.map(ComparedLine.Theirs::row).orElse(null));
                    statement.setString(
                            13,
                            ours.map(ComparedLine.Ours::number)
                                    .filter(number -> !number.isEmpty())
                                    .orElseGet(() -> theirs.map(ComparedLine.Theirs::number)
                                            .orElse("")));
                    statement.setObject(
                            14, theirs.map(ComparedLine.Theirs::amount).orElse(null));
                });
    }

    public List<Total> totals(FileId file) {
        return jdbc.sql("""
                select outcome, cause, count(*) as lines, sum(owed) as owed, coalesce(sum(their_amount), 0) as theirs,
                    count(*) filter (where repaired <> '') as repaired
                from exchange.compared_line where file_id = ? group by 1, 2
                order by array_position(array['equal', 'differs', 'only_there', 'only_here'], outcome), 3 desc, 2""")
                .param(file.number())
                .query((row, n) -> new Total(
                        outcome(row),
                        row.getString("cause"),
                        row.getLong("lines"),
                        row.getLong("owed"),
                        row.getLong("theirs"),
                        row.getLong("repaired")))
                .list();
    }

    public long count(FileId file, Choice choice) {
        return chosen("select count(*)" + CHOSEN, file, choice)
                .query(Long.class)
                .single();
    }

    public List<Shown> lines(FileId file, Choice choice, int offset, int limit) {
        return chosen("select *" + CHOSEN + " order by line offset :offset limit :limit", file, choice)
                .param("offset", offset)
                .param("limit", limit)
                .query(ComparedRows::shown)
                .list();
    }

    public void each(FileId file, Consumer<Shown> use) {
        batches.query(
                "select * from exchange.compared_line where file_id = ? order by line",
                row -> {
                    use.accept(shown(row, 0));
                },
                file.number());
    }

    private JdbcClient.StatementSpec chosen(String sql, FileId file, Choice choice) {
        return jdbc.sql(sql)
                .param("file", file.number())
                .param(
                        "outcome",
                        choice.outcome()
                                .map(it -> it.name().toLowerCase(Locale.ROOT))
                                .orElse(null))
                .param("cause", choice.cause().orElse(null));
    }

    private static Shown shown(ResultSet row, int n) throws SQLException {
        return new Shown(
                row.getInt("line"),
                outcome(row),
                row.getString("cause"),
                row.getString("detail"),
                Optional.ofNullable(row.getObject("person_id", Integer.class)),
                new Who(
                        row.getString("name"),
                        row.getInt("birth_year"),
                        row.getString("village"),
                        row.getString("their_number")),
                row.getLong("owed"),
                Optional.ofNullable(row.getObject("their_row", Integer.class)),
                Optional.ofNullable(row.getObject("their_amount", Long.class)),
                row.getString("repaired"));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT));
    }
}
