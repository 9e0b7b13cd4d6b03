package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.determination.ReasonSentences;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.Test;

/** All that the law says of the people of docs/ask, programme by programme with every reason, reads as a language and not as a program. */
class SentencesTest {

    private static final Path FOLDER = Path.of("..", "docs", "ask");
    private static final DateRange DAYS = new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));

    /** An id, a hole in a pattern, a value of Java. */
    private static final Pattern CODE = Pattern.compile(
            "[a-z]+_[a-z_]+|[a-z]+\\.[a-z]+[_.(]|\\{|}|\\$|null|Optional|\\btrue\\b|\\bfalse\\b|0001|9999");

    private static final Pattern ENGLISH = Pattern.compile("\\b(the|of|is|not|lives|household|met|and)\\b");

    /** A word with letters that only Vietnamese has. English has no words for peoples, for the new year and for what stands in brackets after its English. */
    private static final Pattern VIETNAMESE = Pattern.compile(
            "(?<![(\\p{L}])(?!Mông|Tết)\\p{L}*[ăâêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]\\p{L}*(?![^(]*\\))");

    @Test
    void noSentenceShowsTheProgramBehindIt() throws IOException {
        assertThat(faults(Language.VI, CODE)).isEmpty();
        assertThat(faults(Language.EN, CODE)).isEmpty();
    }

    @Test
    void noSentenceMixesTheLanguages() throws IOException {
        assertThat(faults(Language.VI, ENGLISH)).isEmpty();
        assertThat(faults(Language.EN, VIETNAMESE)).isEmpty();
    }

    /** The first sentence of each kind that should not be; kinds differ by what was found in them. */
    private static List<String> faults(Language language, Pattern wrong) throws IOException {
        var found = new TreeMap<String, String>();
        for (var line : sentences(language)) {
            var matcher = wrong.matcher(line);
            if (matcher.find()) {
                found.putIfAbsent(matcher.group(), line);
            }
        }
        return List.copyOf(found.values());
    }

    private static List<String> sentences(Language language) throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.list(FOLDER)) {
            for (var file :
                    files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
                lines.addAll(sentences(file, language));
            }
        }
        assertThat(lines).as("the people of %s are many", FOLDER).hasSizeGreaterThan(1_000);
        return lines;
    }

    private static List<String> sentences(Path file, Language language) throws IOException {
        var problems = new Problems();
        var asked = Cases.knownAt(
                        DateRange.LAST_DAY, PackUnderTest.pack(), file.toString(), Files.readString(file), problems)
                .orElseThrow();
        var lines = new ArrayList<String>();
        for (var subject : asked.names().values()) {
            if (subject.kind() != SubjectKind.VILLAGE) {
                var answer = PackUnderTest.law().determiner().determine(asked.facts(), subject, DAYS);
                ReasonSentences.of(PackUnderTest.pack(), answer, language)
                        .lines()
                        .forEach(lines::add);
            }
        }
        return lines;
    }
}
