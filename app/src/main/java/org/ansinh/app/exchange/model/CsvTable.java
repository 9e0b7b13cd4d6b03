package org.ansinh.app.exchange.model;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ansinh.app.exchange.FileRefused;

/** A CSV in UTF-8 or UTF-16, its cells parted by comma, semicolon or tab, whichever the headings show. */
final class CsvTable implements Table {

    private static final int MOST_CHARACTERS_IN_A_ROW = 1 << 20;

    private final Path file;
    private final Charset charset;
    private final char separator;
    private final String name;
    private final List<TableRow> top;

    private CsvTable(Path file, Charset charset, char separator, String name, List<TableRow> top) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
        this.name = name;
        this.top = top;
    }

    /** @param name of the part of a zip; empty for a file that is one table */
    static CsvTable open(Path file, String name) throws IOException {
        var charset = TextEncoding.of(file);
        var separator = separator(file, charset);
        var top = new CsvTable(file, charset, separator, name, List.of()).firstRows();
        if (top.isEmpty()) {
            throw new FileRefused("empty", "");
        }
        return new CsvTable(file, charset, separator, name, top);
    }

    /** The sign that stands most often in the first lines; above the headings there may be a title with none at all. */
    private static char separator(Path file, Charset charset) throws IOException {
        var seen = new StringBuilder();
        try (var reader = new BufferedReader(text(file, charset))) {
            var line = reader.readLine();
            for (int i = 0; i < TOP && line != null; i++) {
                seen.append(line).append('\n');
                line = reader.readLine();
            }
        }
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(seen, candidate) > count(seen, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(CharSequence text, char what) {
        return text.chars().filter(it -> it == what).count();
    }

    private static Reader text(Path file, Charset charset) throws IOException {
        var bytes = Files.newInputStream(file);
        bytes.skipNBytes(TextEncoding.markLength(file));
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(java.nio.charset.CodingErrorAction.REPORT)
                        .onUnmappableCharacter(java.nio.charset.CodingErrorAction.REPORT));
    }

    private List<TableRow> firstRows() throws IOException {
        var top = new ArrayList<TableRow>();
        try (var records = records()) {
            for (var record : records) {
                if (!isBlank(record)) {
                    top.add(row(record));
                }
                if (top.size() == TOP) {
                    break;
                }
            }
        } catch (CsvParseException broken) {
            throw refused(broken);
        }
        return List.copyOf(top);
    }

    private CsvReader<CsvRecord> records() throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(MOST_CHARACTERS_IN_A_ROW)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text(file, charset));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<TableRow> top() {
        return top;
    }

    @Override
    public void eachRow(Consumer<TableRow> use) {
        try (var records = records()) {
            for (var record : records) {
                if (!isBlank(record)) {
                    use.accept(row(record));
                }
            }
        } catch (CsvParseException broken) {
            throw refused(broken);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static TableRow row(CsvRecord record) {
        int wide = record.getFieldCount();
        var cells = new String[wide];
        for (int i = 0; i < wide; i++) {
            cells[i] = SafeCell.read(record.getField(i));
        }
        return new TableRow((int) record.getStartingLineNumber(), List.of(cells));
    }

    private static FileRefused refused(CsvParseException broken) {
        var refused = new FileRefused("broken_csv", String.valueOf(broken.getMessage()));
        refused.initCause(broken);
        return refused;
    }

    private static boolean isBlank(CsvRecord record) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (!record.getField(i).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
