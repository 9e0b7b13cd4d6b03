package org.ansinh.app.determination.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Outcomes on their way into a part of a run: COPY in its binary form, within the transaction of the thread that made the part. Words come again a million times: each is
 * turned into bytes once.
 */
public final class OutcomeCopy implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /** Longer than any row; provisions and missing facts of one subject are ids of one programme. */
    private static final int LONGEST_ROW = 1 << 15;

    private static final byte[] BEGINNING = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short COLUMNS = 17;
    private static final short END = -1;
    private static final int NULL = -1;

    private final PGCopyOutputStream out;
    private final ByteBuffer rows = ByteBuffer.allocate(BUFFER);
    private final Map<String, byte[]> words = new HashMap<>();

    private OutcomeCopy(PGCopyOutputStream out) {
        this.out = out;
        rows.put(BEGINNING);
    }

    /** Needs the transaction of the worker that made this part, in this thread: nobody else can see its rows yet, so they are written as such that stand. */
    public static OutcomeCopy into(DataSource source, long run, int part) {
        try {
            var connection = DataSourceUtils.getConnection(source).unwrap(PGConnection.class);
            return new OutcomeCopy(new PGCopyOutputStream(
                    connection,
                    "copy determination.outcome_%d_%d (programme, subject_kind, subject_id, answer, amount, floor, owed, if_signed, provisions, missing, unverified, decided, payee_kind, payee_id, household_id, village_id, commune_code) from stdin (format binary, freeze)"
                            .formatted(run, part),
                    BUFFER));
        } catch (SQLException trouble) {
            throw new IllegalStateException("The outcomes of run %d cannot be written.".formatted(run), trouble);
        }
    }

    public void add(Outcome it) {
        if (rows.remaining() < LONGEST_ROW) {
            flush();
        }
        rows.putShort(COLUMNS);
        word(it.programme());
        letter(it.household() ? 'h' : 'p');
        number(it.subject());
        letter(it.answer());
        dong(it.amount());
        dong(it.floor());
        dong(it.owed());
        dong(it.ifSigned());
        word(it.provisions());
        word(it.missing());
        letter(it.unverified() ? 1 : 0);
        letter(it.decided() ? 1 : 0);
        word(it.payee());
        numberOrNone(it.payeeId());
        numberOrNone(it.home().householdId());
        numberOrNone(it.home().villageId());
        word(it.home().communeCode());
    }

    private void word(String word) {
        var bytes = words.computeIfAbsent(word, it -> it.getBytes(StandardCharsets.UTF_8));
        rows.putInt(bytes.length).put(bytes);
    }

    private void letter(int letter) {
        rows.putInt(1).put((byte) letter);
    }

    private void number(int number) {
        rows.putInt(Integer.BYTES).putInt(number);
    }

    private void numberOrNone(int orZero) {
        if (orZero == 0) {
            rows.putInt(NULL);
        } else {
            number(orZero);
        }
    }

    private void dong(long dong) {
        rows.putInt(Long.BYTES).putLong(dong);
    }

    private void flush() {
        try {
            out.write(rows.array(), 0, rows.position());
            rows.clear();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Ends the COPY; without it nothing of it stays. */
    @Override
    public void close() {
        rows.putShort(END);
        flush();
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
