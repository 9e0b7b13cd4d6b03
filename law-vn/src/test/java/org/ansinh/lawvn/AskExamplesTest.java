package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.Test;

/** Every topic of the law can be asked: one household for each under docs/ask, with the command in its first line. */
class AskExamplesTest {

    private static final Path FOLDER = Path.of("..", "docs", "ask");
    private static final Path MADE = Path.of("target", "ask-answers.txt");
    private static final int TOPICS = 13;

    /** One file and the words of its command. */
    private record Question(Path file, String text, DateRange days, List<String> of) {}

    @Test
    void everyTopicHasAHouseholdThatReceivesSomething() throws IOException {
        var told = new ArrayList<String>();
        for (var question : questions()) {
            var met = new HashSet<String>();
            told.add("== " + question.file().getFileName());
            answers(question)
                    .forEach((who, outcomes) -> outcomes.forEach(it -> {
                        told.add(who + " " + it.programme() + ": " + inShort(it));
                        if (it.standing().spans().stream()
                                .anyMatch(span -> span.value().answer() == Answer.MET)) {
                            met.add(it.programme());
                        }
                    }));
            assertThat(met)
                    .as("%s: nobody in it has any of %s", question.file(), question.of())
                    .isNotEmpty();
        }
        var text = String.join("\n", told) + "\n";
        Files.writeString(MADE, text);
        assertThat(text)
                .as("The answers differ from docs/ask/answers.txt; read law-vn/%s and copy it when it is right.", MADE)
                .isEqualTo(Files.readString(FOLDER.resolve("answers.txt")));
    }

    @Test
    void theThirteenTopicsAreAllThere() throws IOException {
        assertThat(questions()).hasSize(TOPICS);
    }

    /** What stands on the last day that is not like the day before, and what is owed. */
    private static String inShort(ProgrammeOutcome outcome) {
        var standing = outcome.standing().spans().stream()
                .map(it -> it.days().from() + " "
                        + it.value().answer().name().toLowerCase(java.util.Locale.ROOT)
                        + (it.value().amount().isPresent()
                                ? " " + it.value().amount().getAsLong()
                                : ""))
                .toList();
        var owed = outcome.owed().stream()
                .filter(it -> it.amount() > 0)
                .map(it -> it.period() + " " + it.amount())
                .toList();
        return String.join(", ", standing) + (owed.isEmpty() ? "" : "; owed " + String.join(", ", owed));
    }

    private static Map<String, List<ProgrammeOutcome>> answers(Question question) {
        var problems = new Problems();
        var asked = Cases.knownAt(
                DateRange.LAST_DAY, PackUnderTest.pack(), question.file().toString(), question.text(), problems);
        assertThat(problems.sorted()).isEmpty();
        var answers = new java.util.TreeMap<String, List<ProgrammeOutcome>>();
        asked.orElseThrow().names().forEach((name, subject) -> {
            if (subject.kind() != SubjectKind.VILLAGE) {
                answers.put(
                        name,
                        question.of().stream()
                                .filter(it -> PackUnderTest.pack()
                                                .programme(it)
                                                .orElseThrow()
                                                .subject()
                                        == subject.kind())
                                .map(it -> PackUnderTest.law()
                                        .determiner()
                                        .determine(asked.orElseThrow().facts(), subject, it, question.days()))
                                .toList());
            }
        });
        return answers;
    }

    private static List<Question> questions() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var questions = new ArrayList<Question>();
            for (var file :
                    files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
                var text = Files.readString(file);
                var words = List.of(text.lines().findFirst().orElseThrow().split(" "));
                assertThat(words).startsWith("#", "./ansinh", "law", "ask", "docs/ask/" + file.getFileName());
                questions.add(new Question(
                        file,
                        text,
                        new DateRange(
                                first(words.get(words.indexOf("--from") + 1)),
                                YearMonth.parse(words.get(words.indexOf("--to") + 1))
                                        .atEndOfMonth()),
                        words.subList(words.indexOf("--of") + 1, words.size())));
            }
            return questions;
        }
    }

    private static LocalDate first(String month) {
        return YearMonth.parse(month).atDay(1);
    }
}
