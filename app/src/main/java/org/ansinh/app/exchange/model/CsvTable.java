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
import java.util.List;
import java.util.function.Consumer;
import org.ansinh.app.exchange.FileRefused;

/** A CSV in UTF-8 or UTF-16, its cells parted by comma, semicolon or tab, whichever the headings show. */
final class CsvTable implements Table {

    private static final int MOST_CHARACTERS_IN_A_ROW = 1 << 20;

    private final Path file;
    private final Charset charset;
    private final char separator;
    private final List<String> headings;

    private CsvTable(Path file, Charset charset, char separator, List<String> headings) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
        this.headings = headings;
    }

    static CsvTable open(Path file) throws IOException {
        var charset = TextEncoding.of(file);
        try (var reader = new BufferedReader(text(file, charset))) {
            var first = reader.readLine();
            while (first != null && first.isBlank()) {
                first = reader.readLine();
            }
            if (first == null) {
                throw new FileRefused("empty", "");
            }
            char separator = separator(first);
            var headings = new CsvTable(file, charset, separator, List.of()).firstRow();
            return new CsvTable(file, charset, separator, headings);
        }
    }

    private static char separator(String line) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char what) {
        return line.chars().filter(it -> it == what).count();
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

    private List<String> firstRow() throws IOException {
        try (var records = records()) {
            for (var record : records) {
                if (!isBlank(record)) {
                    return record.getFields().stream().map(String::strip).toList();
                }
            }
        } catch (CsvParseException broken) {
            throw refused(broken);
        }
        throw new FileRefused("empty", "");
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
        return "";
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public void eachRow(Consumer<TableRow> use) {
        try (var records = records()) {
            boolean started = false;
            for (var record : records) {
                if (isBlank(record)) {
                    continue;
                }
                if (started) {
                    use.accept(new TableRow(
                            (int) record.getStartingLineNumber(),
                            record.getFields().stream().map(SafeCell::read).toList()));
                }
                started = true;
            }
        } catch (CsvParseException broken) {
            throw refused(broken);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static FileRefused refused(CsvParseException broken) {
        var refused = new FileRefused("broken_csv", String.valueOf(broken.getMessage()));
        refused.initCause(broken);
        return refused;
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }
}
