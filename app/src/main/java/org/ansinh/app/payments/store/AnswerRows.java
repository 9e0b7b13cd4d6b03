package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.payments.StatementDesk.AnswerLine;
import org.ansinh.app.payments.StatementDesk.AtProvider;
import org.ansinh.app.payments.StatementDesk.Finding;
import org.ansinh.app.payments.StatementDesk.GivingBack;
import org.ansinh.app.payments.StatementDesk.Said;
import org.ansinh.app.payments.StatementDesk.Statement;
import org.ansinh.app.payments.model.Answers;
import org.ansinh.app.payments.model.Answers.OfFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements and their lines; how a line stands to its instruction is judged by the functions of the schema. */
@Repository
public class AnswerRows {

    private static final int AT_ONCE = 1_000;

    private static final String STATEMENT = """
            select s.*, coalesce(o.full_name, '') as officer, l.*
              from payments.statement s
              left join access.face_officer o on o.role_name = s.taken_by
              cross join lateral (
                    select count(*) filter (where x.finding = 'matched') as matched, count(*) filter (where x.finding in ('known', 'late')) as known,
                           count(*) filter (where x.finding not in ('matched', 'known', 'late') and t.nth is null) as open, count(t.nth) as settled
                      from payments.statement_line x left join payments.settled_line t using (statement_id, nth) where x.statement_id = s.statement_id) l""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AnswerRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public boolean isKnown(byte[] digest) {
        return jdbc.sql("select exists (select from payments.statement where digest = ?)")
                .param(digest)
                .query(Boolean.class)
                .single();
    }

    /** Needs a transaction in this thread. */
    public long take(byte[] digest, String name, Answers answers) {
        jdbc.sql("select payments.open_answers()").query(row -> {});
        var nth = new int[1];
        batches.batchUpdate(
                "insert into pg_temp.arrived_answer values (?, ?, ?, ?, ?, ?, ?)",
                answers.each(),
                AT_ONCE,
                (statement, it) -> {
                    statement.setInt(1, ++nth[0]);
                    statement.setString(2, it.key());
                    statement.setString(3, it.reference().orElse(null));
                    statement.setString(4, word(it.said()));
                    statement.setObject(5, it.amount().orElse(null));
                    statement.setObject(6, it.happenedOn());
                    statement.setString(7, it.reason().orElse(null));
                });
        answers.whole().forEach(it -> wholeFile(it, nth));
        return jdbc.sql("select payments.take_answers(?, ?, ?)")
                .params(digest, name, answers.kind())
                .query(Long.class)
                .single();
    }

    /** What is said of a file of instructions is said of each of them; a file that is none of ours stays one line that matches nothing. */
    private void wholeFile(OfFile said, int[] nth) {
        var keys = jdbc.sql("""
                        select i.key from payments.dispatch_file f join payments.instruction i on i.dispatch_id = f.dispatch_id and i.file_nth = f.nth
                         where f.name = ? || '.xml' order by i.key""")
                .param(said.message())
                .query((row, n) -> row.getString(1))
                .list();
        batches.batchUpdate(
                "insert into pg_temp.arrived_answer values (?, ?, null, ?, null, ?, ?)",
                keys.isEmpty() ? List.of(said.message()) : keys,
                AT_ONCE,
                (statement, key) -> {
                    statement.setInt(1, ++nth[0]);
                    statement.setString(2, key);
                    statement.setString(3, word(said.said()));
                    statement.setObject(4, said.happenedOn());
                    statement.setString(5, said.reason().orElse(null));
                });
    }

    private static String word(Said said) {
        return said.name().toLowerCase(Locale.ROOT);
    }

    public List<Statement> latest(int atMost) {
        return jdbc.sql(STATEMENT + " order by s.statement_id desc limit ?")
                .param(atMost)
                .query(AnswerRows::statement)
                .list();
    }

    public Optional<Statement> find(long id) {
        return jdbc.sql(STATEMENT + " where s.statement_id = ?")
                .param(id)
                .query(AnswerRows::statement)
                .optional();
    }

    public List<AnswerLine> lines(long id, int offset, int limit) {
        return jdbc.sql("""
                        select l.*, i.payee_name, t.words
                          from payments.statement_line l
                          left join payments.instruction i on i.key = l.key
                          left join payments.settled_line t using (statement_id, nth)
                         where l.statement_id = ?
                         order by l.finding in ('matched', 'known', 'late'), t.words is not null, l.nth offset ? limit ?""")
                .params(id, offset, limit)
                .query((row, n) -> new AnswerLine(
                        row.getInt("nth"),
                        row.getString("key"),
                        Optional.ofNullable(row.getString("payee_name")),
                        Optional.ofNullable(row.getString("reference")),
                        Said.valueOf(row.getString("said").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getObject("amount", Long.class)),
                        row.getObject("happened_on", LocalDate.class),
                        Optional.ofNullable(row.getString("reason")),
                        Finding.valueOf(row.getString("finding").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getString("words"))))
                .list();
    }

    public void settle(long id, int line, String words) {
        jdbc.sql("select payments.settle_line(?, ?, ?)").params(id, line, words).query(row -> {});
    }

    public List<AtProvider> providers() {
        return jdbc.sql("select * from payments.with_providers() where balance <> 0 or on_way <> 0 order by 1, 2")
                .query((row, n) -> new AtProvider(
                        row.getString("commune_code"),
                        row.getString("channel"),
                        row.getLong("balance"),
                        row.getLong("on_way")))
                .list();
    }

    public long giveBack(GivingBack back) {
        return jdbc.sql("select payments.give_back(?, ?, ?, ?, ?)")
                .params(back.communeCode(), back.channel(), back.amount(), back.happenedOn(), back.paper())
                .query(Long.class)
                .single();
    }

    private static Statement statement(ResultSet row, int n) throws SQLException {
        return new Statement(
                row.getLong("statement_id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("officer"),
                row.getTimestamp("taken_at").toInstant(),
                row.getLong("lines"),
                row.getLong("matched"),
                row.getLong("known"),
                row.getLong("open"),
                row.getLong("settled"));
    }
}
