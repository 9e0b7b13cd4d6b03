package org.ansinh.app.exchange.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ansinh.app.exchange.FileRefused;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip of CSV files, as exports give it: unpacked beside the zip, where whoever opened it throws all of it away. */
final class ZippedTables {

    private ZippedTables() {}

    static boolean isTable(String part) {
        return part.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** Its size was measured before. */
    static List<Table> open(Path file) throws IOException {
        var tables = new ArrayList<Table>();
        try (var zip = ZipFile.builder().setPath(file).get()) {
            var parts = Collections.list(zip.getEntries()).stream()
                    .filter(it -> isTable(it.getName()))
                    .sorted(Comparator.comparing(ZipArchiveEntry::getName))
                    .toList();
            for (var part : parts) {
                // Never the part's own name: it may lead out of the folder.
                var place = file.resolveSibling(file.getFileName() + "." + tables.size() + ".csv");
                try (var bytes = zip.getInputStream(part)) {
                    Files.copy(bytes, place, StandardCopyOption.REPLACE_EXISTING);
                }
                if (Files.size(place) > 0) {
                    tables.add(CsvTable.open(place, called(part.getName())));
                }
            }
        }
        if (tables.isEmpty()) {
            throw new FileRefused("empty", "");
        }
        return tables;
    }

    private static String called(String part) {
        var name = part.substring(part.lastIndexOf('/') + 1);
        return name.substring(0, name.length() - ".csv".length());
    }
}
