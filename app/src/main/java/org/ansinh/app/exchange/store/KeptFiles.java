package org.ansinh.app.exchange.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansinh.app.exchange.FileId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bytes of files, in the database in parts: a restart, another server and a backup find them, and only whoever may see the file does. Needs a transaction. */
@Repository
public class KeptFiles {

    private static final int PART = 1 << 20;

    private final JdbcClient jdbc;

    public KeptFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which file of a file. */
    public enum Kind {
        FILE("file"),
        REFUSED("refused");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** In place of what was kept before. */
    public void keep(FileId file, Kind kind, Path from) {
        forget(file, kind);
        try (InputStream bytes = Files.newInputStream(from)) {
            int part = 0;
            for (var piece = bytes.readNBytes(PART); piece.length > 0; piece = bytes.readNBytes(PART)) {
                jdbc.sql("insert into exchange.brought_part (file_id, kind, part, bytes) values (?, ?, ?, ?)")
                        .params(file.number(), kind.word, part++, piece)
                        .update();
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    public void forget(FileId file, Kind kind) {
        jdbc.sql("delete from exchange.brought_part where file_id = ? and kind = ?")
                .params(file.number(), kind.word)
                .update();
    }

    public boolean has(FileId file, Kind kind) {
        return jdbc.sql("select exists (select from exchange.brought_part where file_id = ? and kind = ?)")
                .params(file.number(), kind.word)
                .query(Boolean.class)
                .single();
    }

    /** False where nothing is kept. */
    public boolean fetch(FileId file, Kind kind, Path into) {
        try (OutputStream out = Files.newOutputStream(into)) {
            int part = 0;
            for (var piece = part(file, kind, part); piece.length > 0; piece = part(file, kind, part)) {
                out.write(piece);
                part++;
            }
            return part > 0;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private byte[] part(FileId file, Kind kind, int part) {
        return jdbc.sql("select bytes from exchange.brought_part where file_id = ? and kind = ? and part = ?")
                .params(file.number(), kind.word, part)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
    }
}
