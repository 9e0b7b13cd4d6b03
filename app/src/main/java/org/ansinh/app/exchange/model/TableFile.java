package org.ansinh.app.exchange.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.FileRefused;

/** A CSV, a zip of CSVs or an XLSX file from outside, recognised by its first bytes and not by its name. */
public final class TableFile {

    private static final int[] OLD_EXCEL = {0xD0, 0xCF, 0x11, 0xE0};
    private static final int[] ZIP = {'P', 'K', 3, 4};

    private TableFile() {}

    /** Copies what is sent into a file and stops as soon as it is too much. */
    public static void receive(InputStream sent, Path into, FileLimits limits) {
        var buffer = new byte[64 * 1024];
        long taken = 0;
        try (var file = Files.newOutputStream(into)) {
            for (int n = sent.read(buffer); n >= 0; n = sent.read(buffer)) {
                taken += n;
                if (taken > limits.mostBytes()) {
                    throw tooLarge(limits);
                }
                file.write(buffer, 0, n);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static FileRefused tooLarge(FileLimits limits) {
        return new FileRefused("too_large", limits.mostBytes() / (1024 * 1024) + " MB");
    }

    /** @param name how whoever sent it calls it; only for what it promises to be */
    public static List<Table> open(Path file, String name, FileLimits limits) {
        try {
            if (Files.size(file) > limits.mostBytes()) {
                throw tooLarge(limits);
            }
            var start = start(file);
            if (begins(start, OLD_EXCEL)) {
                throw new FileRefused("old_excel", name);
            }
            if (begins(start, ZIP)) {
                return switch (Unpacking.check(file, limits)) {
                    case WORKBOOK -> XlsxTable.open(file);
                    case TABLES -> ZippedTables.open(file);
                };
            }
            if (start.length == 0) {
                throw new FileRefused("empty", name);
            }
            if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                throw new FileRefused("not_xlsx", name);
            }
            return List.of(CsvTable.open(file, ""));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Cells of the first rows in which a font of before Unicode shows. */
    public static void refuseOldFonts(List<String> cells) {
        OldFont.among(cells).ifPresent(font -> {
            throw new FileRefused(font.key(), "");
        });
    }

    private static byte[] start(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(8);
        }
    }

    private static boolean begins(byte[] start, int[] mark) {
        if (start.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
