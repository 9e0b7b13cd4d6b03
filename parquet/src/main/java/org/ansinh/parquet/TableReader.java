package org.ansinh.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a table that An Sinh or another engine wrote, row by row; columns are found by their names. */
final class TableReader {

    private TableReader() {}

    /** Takes a row: a {@code Long}, an {@code Integer} (epoch day) or a {@code String} for each field asked for. */
    interface Rows {
        void row(Object[] values);
    }

    static void each(Path file, List<Field> fields, Rows into) throws IOException {
        try (var reader = ParquetFileReader.open(InputFile.of(file))) {
            var places = places(file, reader, fields);
            try (var rows = reader.rowReader()) {
                while (rows.hasNext()) {
                    rows.next();
                    var values = new Object[places.length];
                    for (int i = 0; i < places.length; i++) {
                        values[i] = switch (fields.get(i).kind()) {
                            case WHOLE -> rows.getLong(places[i]);
                            case DAY -> rows.getInt(places[i]);
                            case WORDS -> rows.getString(places[i]);
                        };
                    }
                    into.row(values);
                }
            }
        }
    }

    private static int[] places(Path file, ParquetFileReader reader, List<Field> fields) {
        var names = new ArrayList<String>();
        reader.getFileSchema().getColumns().forEach(it -> names.add(it.name()));
        return fields.stream()
                .mapToInt(it -> {
                    int place = names.indexOf(it.name());
                    if (place < 0) {
                        throw new IllegalArgumentException(
                                "%s has no column %s; it has %s. docs/guide/columns.md names the columns."
                                        .formatted(file, it.name(), names));
                    }
                    return place;
                })
                .toArray();
    }
}
