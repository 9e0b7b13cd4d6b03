package org.ansinh.app.exchange.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipException;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.FileRefused;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Measures an XLSX by unpacking it into nothing: a few kilobytes can hold gigabytes, and what a zip says of its own size may be a lie. */
final class Unpacking {

    private static final int MOST_PARTS = 2_000;

    private Unpacking() {}

    /** What a zip turned out to be. */
    enum Kind {
        WORKBOOK,
        TABLES
    }

    static Kind check(Path file, FileLimits limits) throws IOException {
        long unpacked = 0;
        int parts = 0;
        boolean workbook = false;
        boolean tables = false;
        // The same reader of zips that reads the sheets afterwards: two readers could see two different files.
        try (var zip = ZipFile.builder().setPath(file).get()) {
            for (var part : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw new FileRefused("bomb", Integer.toString(MOST_PARTS));
                }
                workbook |= part.getName().equals("xl/workbook.xml");
                tables |= ZippedTables.isTable(part.getName());
                try (var bytes = zip.getInputStream(part)) {
                    unpacked += measure(bytes, limits.mostUnpackedBytes() - unpacked);
                }
                if (unpacked > limits.mostUnpackedBytes()) {
                    throw new FileRefused("bomb", limits.mostUnpackedBytes() / (1024 * 1024) + " MB");
                }
            }
        } catch (ZipException | EOFException broken) {
            var refused = new FileRefused("not_xlsx", String.valueOf(broken.getMessage()));
            refused.initCause(broken);
            throw refused;
        }
        if (!workbook && !tables) {
            throw new FileRefused("not_xlsx", "xl/workbook.xml");
        }
        return workbook ? Kind.WORKBOOK : Kind.TABLES;
    }

    private static long measure(InputStream bytes, long most) throws IOException {
        var buffer = new byte[64 * 1024];
        long measured = 0;
        for (int n = bytes.read(buffer); n >= 0 && measured <= most; n = bytes.read(buffer)) {
            if (measured == 0 && definesEntities(buffer, n)) {
                throw new FileRefused("bomb", "DOCTYPE");
            }
            measured += n;
        }
        return measured;
    }

    /** No spreadsheet program writes a document type; it is there to make a parser expand or fetch things. */
    private static boolean definesEntities(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(length, 4096), StandardCharsets.ISO_8859_1).contains("<!DOCTYPE");
    }
}
