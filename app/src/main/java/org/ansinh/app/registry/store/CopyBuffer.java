package org.ansinh.app.registry.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/** Rows in PostgreSQL's binary COPY format, sent in pieces of a few megabytes: of several tables by turns, because one connection copies into one at a time. */
final class CopyBuffer {

    private static final int PIECE = 4 << 20;
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final long EPOCH_DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final Instant MOMENT_2000 = Instant.parse("2000-01-01T00:00:00Z");
    private static final int TEXT_TYPE = 25;

    private final CopyManager copies;
    private final String command;
    private final int columns;
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 14);

    CopyBuffer(CopyManager copies, String table, String columnNames) {
        this.copies = copies;
        this.command = "copy pg_temp.%s (%s) from stdin (format binary)".formatted(table, columnNames);
        this.columns = columnNames.split(",").length;
        bytes.put(SIGNATURE);
    }

    CopyBuffer row() throws SQLException {
        if (bytes.position() > PIECE) {
            send();
        }
        room(2).putShort((short) columns);
        return this;
    }

    CopyBuffer put(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    CopyBuffer put(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    CopyBuffer put(short value) {
        room(6).putInt(2).putShort(value);
        return this;
    }

    CopyBuffer put(boolean value) {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    CopyBuffer letter(char value) {
        room(5).putInt(1).put((byte) value);
        return this;
    }

    CopyBuffer nothing() {
        room(4).putInt(-1);
        return this;
    }

    CopyBuffer put(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        var text = value.getBytes(StandardCharsets.UTF_8);
        room(4 + text.length).putInt(text.length).put(text);
        return this;
    }

    CopyBuffer put(@Nullable LocalDate value) {
        return value == null ? nothing() : put((int) (value.toEpochDay() - EPOCH_DAY_2000));
    }

    CopyBuffer put(@Nullable Instant value) {
        return value == null ? nothing() : put(ChronoUnit.MICROS.between(MOMENT_2000, value));
    }

    CopyBuffer put(@Nullable Integer value) {
        return value == null ? nothing() : put(value.intValue());
    }

    /** First day and the day after the last; an open end is null, as in the database's ranges. */
    CopyBuffer put(DateRange days) {
        put(days.from().equals(DateRange.FIRST_DAY) ? null : days.from());
        return put(days.isOpenEnded() ? null : days.to().plusDays(1));
    }

    CopyBuffer put(List<String> values) {
        if (values.isEmpty()) {
            return nothing();
        }
        int start = room(24).position();
        bytes.putInt(0)
                .putInt(1)
                .putInt(0)
                .putInt(TEXT_TYPE)
                .putInt(values.size())
                .putInt(1);
        values.forEach(this::put);
        bytes.putInt(start, bytes.position() - start - 4);
        return this;
    }

    void send() throws SQLException {
        if (bytes.position() == SIGNATURE.length) {
            return;
        }
        room(2).putShort((short) -1);
        try {
            copies.copyIn(command, new java.io.ByteArrayInputStream(bytes.array(), 0, bytes.position()), 1 << 16);
        } catch (java.io.IOException e) {
            throw new SQLException("Copying rows broke off: " + e.getMessage(), e);
        }
        bytes.clear();
        bytes.put(SIGNATURE);
    }

    private ByteBuffer room(int needed) {
        if (bytes.remaining() < needed) {
            var larger = ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + needed));
            larger.put(bytes.flip());
            bytes = larger;
        }
        return bytes;
    }
}
