package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** {@code #{some.key}} and {@code #{some.key(…)}}; keys that are put together at run time are not seen here. */
    private static final Pattern KEY =
            Pattern.compile("#\\{([a-zA-Z][a-zA-Z0-9._-]*)(?:\\(|\\})|#messages\\.msg\\('([^']+)'");

    @Test
    void bothLanguagesOfEveryRoomHaveTheSameKeys() throws IOException {
        for (var vietnamese : files("messages", "_vi.properties")) {
            var english = Path.of(vietnamese.toString().replace("_vi.", "_en."));

            assertThat(english).exists();
            assertThat(keys(english)).as(vietnamese.getFileName().toString()).isEqualTo(keys(vietnamese));
        }
    }

    @Test
    void everyTextOfEveryRoomHasWords() throws IOException {
        for (var file : files("messages", ".properties")) {
            read(file)
                    .forEach((key, text) -> assertThat(text.toString())
                            .as("%s in %s", key, file.getFileName())
                            .isNotBlank());
        }
    }

    /** A text with {0} is formatted, and there two quotes are one; any other is shown as it stands. */
    @Test
    void quotesAreDoubledExactlyWhereATextIsFormatted() throws IOException {
        var wrong = new TreeSet<String>();
        for (var file : files("messages", ".properties")) {
            read(file).forEach((key, text) -> {
                boolean formatted = text.toString().contains("{0}");
                if (formatted
                        ? text.toString().replace("''", "").contains("'")
                        : text.toString().contains("''")) {
                    wrong.add(key + " in " + file.getFileName());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noKeyIsDefinedByTwoRooms() throws IOException {
        var seen = new TreeSet<String>();
        var twice = new TreeSet<String>();
        for (var file : files("messages", "_vi.properties")) {
            keys(file).stream().filter(key -> !seen.add(key)).forEach(twice::add);
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyKeyThatATemplateUsesExists() throws IOException {
        var known = new TreeSet<String>();
        for (var file : files("messages", "_vi.properties")) {
            known.addAll(keys(file));
        }
        var missing = new ArrayList<String>();
        for (var template : files("templates", ".html")) {
            var matcher = KEY.matcher(Files.readString(template));
            while (matcher.find()) {
                var key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                // a key that is put together ends with a point here: then one that begins so has to be there
                boolean isThere = key.endsWith(".")
                        ? Objects.requireNonNullElse(known.ceiling(key), "").startsWith(key)
                        : known.contains(key);
                if (!isThere) {
                    missing.add(template.getFileName() + " asks for " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noPageCarriesScriptOrStyleOfItsOwn() throws IOException {
        var forbidden = Pattern.compile(
                "<style|\\sstyle=|th:style|\\son[a-z]+=|hx-on|<script(?![^>]*th:src)|https?://(?!www\\.(thymeleaf|w3)\\.org)");
        var found = new ArrayList<String>();
        for (var template : files("templates", ".html")) {
            var matcher = forbidden.matcher(Files.readString(template));
            if (matcher.find()) {
                found.add(template.getFileName() + " has " + matcher.group().strip());
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Set<String> keys(Path file) throws IOException {
        return new TreeSet<>(read(file).stringPropertyNames());
    }

    private static Properties read(Path file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
