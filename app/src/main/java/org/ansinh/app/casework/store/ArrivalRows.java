package org.ansinh.app.casework.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
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
            "copy casework.arrival (subject_kind, subject_id, programme, authority, paper_number, signed_on, office, signer_title, amount, period_months,"
                    + " effective_from, payee_kind, payee_id) from stdin";

    private final JdbcClient jdbc;
    private final DataSource source;

    ArrivalRows(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** Needs a transaction of the worker in this thread. */
    public List<DecisionId> takeOver(
            Consumer<Consumer<DecisionInForce>> decisions,
            java.util.function.Function<DecisionInForce, String> authority) {
        jdbc.sql("truncate casework.arrival").update();
        var connection = DataSourceUtils.getConnection(source);
        try (var out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, BUFFER)) {
            decisions.accept(it -> write(out, it, authority.apply(it)));
        } catch (SQLException | IOException trouble) {
            throw new IllegalStateException("Decisions in force cannot be taken over.", trouble);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        return jdbc.sql("select casework.take_over()")
                .query((row, n) -> DecisionRows.ids((Long[]) row.getArray(1).getArray()))
                .single();
    }

    private static void write(PGCopyOutputStream out, DecisionInForce it, String authority) {
        var line = (it.household() ? "h\t" : "p\t")
                + it.subjectId()
                + '\t'
                + text(it.programme())
                + '\t'
                + authority
                + '\t'
                + text(it.number())
                + '\t'
                + it.signedOn()
                + '\t'
                + text(it.office())
                + '\t'
                + text(it.signerTitle())
                + '\t'
                + it.amount()
                + '\t'
                + it.periodMonths()
                + '\t'
                + it.effectiveFrom()
                + '\t'
                + text(it.payeeKind())
                + '\t'
                + (it.household() ? "\\N" : Integer.toString(it.subjectId()))
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
