package org.ansinh.parquet;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes one table as a Parquet file: plain values, every row has every value, each column of a hundred thousand rows one
 * page, compressed with gzip. That is the part of the format that every reader understands.
 */
final class TableWriter implements Closeable {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS = 100_000;
    private static final int GZIP = 2;
    private static final int PLAIN = 0;
    private static final int RLE = 3;

    private final List<Field> fields;
    private final Map<String, String> about;
    private final OutputStream out;
    private final List<Bytes> columns = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final long[] count = new long[3];

    /** A column of a group of rows as it lies in the file. */
    private record Chunk(Field field, long offset, long rows, long plain, long packed) {}

    private record Group(List<Chunk> chunks, long rows) {}

    /** {@code about}: what the file says of itself. */
    TableWriter(Path file, List<Field> fields, Map<String, String> about) throws IOException {
        this.fields = fields;
        this.about = about;
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
        fields.forEach(it -> columns.add(new Bytes()));
        write(MAGIC);
    }

    /** A value for each column: a {@code Long}, an {@code Integer} (epoch day) or a {@code String}. */
    void row(Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            var column = columns.get(i);
            switch (fields.get(i).kind()) {
                case WHOLE -> column.eight((Long) values[i]);
                case DAY -> column.four((Integer) values[i]);
                case WORDS -> {
                    var bytes = ((String) values[i]).getBytes(StandardCharsets.UTF_8);
                    column.four(bytes.length);
                    column.all(bytes);
                }
            }
        }
        if (++count[1] == ROWS) {
            group();
        }
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        count[0] += bytes.length;
    }

    private void group() throws IOException {
        long rows = count[1];
        var chunks = new ArrayList<Chunk>();
        for (int i = 0; i < columns.size(); i++) {
            chunks.add(chunk(fields.get(i), columns.get(i), rows));
        }
        groups.add(new Group(chunks, rows));
        count[1] = 0;
        count[2] += rows;
    }

    private Chunk chunk(Field field, Bytes column, long rows) throws IOException {
        var page = gzip(column.copy());
        var header = new Bytes();
        Thrift.struct(header, it -> {
            it.number(1, 0);
            it.number(2, column.size());
            it.number(3, page.length);
            it.struct(5, data -> {
                data.number(1, (int) rows);
                data.number(2, PLAIN);
                data.number(3, RLE);
                data.number(4, RLE);
            });
        });
        var chunk = new Chunk(
                field, count[0], rows, (long) header.size() + column.size(), (long) header.size() + page.length);
        write(header.copy());
        write(page);
        column.clear();
        return chunk;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (count[1] > 0) {
                group();
            }
            var footer = new Bytes();
            Thrift.struct(footer, this::footer);
            int size = footer.size();
            footer.four(size);
            footer.all(MAGIC);
            write(footer.copy());
        }
    }

    private void footer(Thrift file) {
        file.number(1, 1);
        var schema = new ArrayList<Field>(fields);
        schema.addFirst(Field.words("schema"));
        file.structs(2, schema, (it, field) -> element(it, field, field == schema.getFirst()));
        file.size(3, count[2]);
        file.structs(4, groups, (it, group) -> {
            it.structs(1, group.chunks(), TableWriter::chunk);
            it.size(2, group.chunks().stream().mapToLong(Chunk::plain).sum());
            it.size(3, group.rows());
        });
        file.structs(5, List.copyOf(about.entrySet()), (it, entry) -> {
            it.text(1, entry.getKey());
            it.text(2, entry.getValue());
        });
        file.text(6, "An Sinh");
    }

    private void element(Thrift it, Field field, boolean isRoot) {
        if (isRoot) {
            it.text(4, field.name());
            it.number(5, fields.size());
            return;
        }
        it.number(1, field.kind().physical());
        it.number(3, 0);
        it.text(4, field.name());
        if (field.kind().converted() >= 0) {
            it.number(6, field.kind().converted());
        }
    }

    private static void chunk(Thrift it, Chunk chunk) {
        it.size(2, chunk.offset());
        it.struct(3, data -> {
            data.number(1, chunk.field().kind().physical());
            data.numbers(2, List.of(PLAIN, RLE));
            data.texts(3, List.of(chunk.field().name()));
            data.number(4, GZIP);
            data.size(5, chunk.rows());
            data.size(6, chunk.plain());
            data.size(7, chunk.packed());
            data.size(9, chunk.offset());
        });
    }
}
