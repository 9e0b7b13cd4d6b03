package org.ansinh.app.casework.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.DecisionInForce;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Decisions in force, copied in and posted as one set. */
@Repository
public class ArrivalRows {

    private static final int BUFFER = 1 << 16;
    private static final String COPY =
            "copy pg_temp.arrival (line, subject_kind, subject_id, programme, authority, paper_number, signed_on, office, signer_title, signer_name, amount,"
                    + " period_months, effective_from, payee_kind) from stdin";

    private final JdbcClient jdbc;
    private final DataSource source;

    ArrivalRows(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** What became of a line: {@code taken}, {@code known}, {@code otherwise}, {@code elsewhere} or {@code future}. */
    public record Became(int line, String outcome, DecisionId decision) {}

    /** Copies decisions in; needs a transaction in this thread, as what follows does. */
    public void tell(
            Consumer<Consumer<DecisionInForce>> decisions,
            java.util.function.Function<DecisionInForce, String> authority) {
        jdbc.sql("select casework.open_arrivals()").query(row -> {});
        var connection = DataSourceUtils.getConnection(source);
        try (var out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, BUFFER)) {
            var line = new AtomicInteger();
            decisions.accept(it -> write(out, line.incrementAndGet(), it, authority.apply(it)));
        } catch (SQLException | IOException trouble) {
            throw new IllegalStateException("Decisions in force cannot be taken over.", trouble);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    public List<Became> judge() {
        return jdbc.sql("select line, outcome, coalesce(there, 0) from casework.judge_arrivals() order by line")
                .query((row, n) -> new Became(row.getInt(1), row.getString(2), new DecisionId(row.getLong(3))))
                .list();
    }

    public List<Became> takeOver(Optional<OfficerId> broughtBy) {
        return jdbc.sql(
                        "select line, outcome, coalesce(decision_id, 0) from casework.take_over(cast(:broughtBy as name))")
                .param("broughtBy", broughtBy.map(OfficerId::toString).orElse(null))
                .query((row, n) -> new Became(row.getInt(1), row.getString(2), new DecisionId(row.getLong(3))))
                .list();
    }

    private static void write(PGCopyOutputStream out, int number, DecisionInForce it, String authority) {
        var paper = it.paper();
        var line = number
                + (it.household() ? "\th\t" : "\tp\t")
                + it.subjectId()
                + '\t'
                + text(it.programme())
                + '\t'
                + authority
                + '\t'
                + text(paper.number())
                + '\t'
                + paper.signedOn()
                + '\t'
                + text(paper.office())
                + '\t'
                + text(paper.signerTitle())
                + '\t'
                + text(paper.signerName())
                + '\t'
                + it.amount()
                + '\t'
                + it.periodMonths()
                + '\t'
                + it.effectiveFrom()
                + '\t'
                + text(it.payeeKind())
                + '\n';
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static String text(String words) {
        return words.replace("\\", "\\\\").replace("\t", " ").replace("\r", " ").replace("\n", " ");
    }
}
