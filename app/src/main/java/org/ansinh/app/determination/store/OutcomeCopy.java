package org.ansinh.app.determination.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Outcomes on their way into a run's partition: COPY, within the transaction of the thread that opened it. */
public final class OutcomeCopy implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final PGCopyOutputStream out;
    private final StringBuilder line = new StringBuilder(200);

    private OutcomeCopy(PGCopyOutputStream out) {
        this.out = out;
    }

    /** Needs a transaction of the worker in this thread. */
    public static OutcomeCopy into(DataSource source, long run) {
        try {
            var connection = DataSourceUtils.getConnection(source).unwrap(PGConnection.class);
            return new OutcomeCopy(new PGCopyOutputStream(
                    connection,
                    "copy determination.outcome_%d (run_id, programme, subject_kind, subject_id, answer, amount, floor, owed, if_signed, provisions, missing, unverified, decided, payee_kind, payee_id, household_id, village_id, commune_code) from stdin"
                            .formatted(run),
                    BUFFER));
        } catch (SQLException trouble) {
            throw new IllegalStateException("The outcomes of run %d cannot be written.".formatted(run), trouble);
        }
    }

    public void add(long run, Outcome it) {
        line.setLength(0);
        line.append(run).append('\t').append(it.programme()).append('\t');
        line.append(it.household() ? 'h' : 'p')
                .append('\t')
                .append(it.subject())
                .append('\t');
        line.append(it.answer()).append('\t').append(it.amount()).append('\t').append(it.floor());
        line.append('\t').append(it.owed()).append('\t').append(it.ifSigned());
        line.append('\t').append(it.provisions()).append('\t').append(it.missing());
        line.append('\t').append(it.unverified() ? 't' : 'f');
        line.append('\t').append(it.decided() ? 't' : 'f');
        line.append('\t').append(it.payee()).append('\t');
        number(it.payeeId());
        number(it.home().householdId());
        number(it.home().villageId());
        line.append(it.home().communeCode()).append('\n');
        try {
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void number(int orZero) {
        if (orZero == 0) {
            line.append("\\N\t");
        } else {
            line.append(orZero).append('\t');
        }
    }

    /** Ends the COPY; without it nothing of it stays. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** One line of a run. {@code payeeId} 0: nobody of the register (the insurer). */
    public record Outcome(
            String programme,
            boolean household,
            int subject,
            char answer,
            long amount,
            long floor,
            long owed,
            long ifSigned,
            String provisions,
            String missing,
            boolean unverified,
            boolean decided,
            String payee,
            int payeeId,
            Home home) {}

    /** Where somebody is registered on the day of the run. */
    public record Home(int householdId, int villageId, String communeCode) {
        /** Of somebody the slice does not answer for. */
        public static final Home ELSEWHERE = new Home(0, 0, "");
    }
}
