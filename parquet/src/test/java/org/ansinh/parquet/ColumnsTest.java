package org.ansinh.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.rules.Law;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.ReasonJson;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.pack.Problems;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People go out as Parquet and come in again the same, and the answers in the columns are those of the explaining engine. */
class ColumnsTest {

    private static final Path VIETNAM = Path.of("../law-vn");
    private static final YearMonth AUGUST = YearMonth.of(2025, 8);

    private static final String PEOPLE = """
            villages: {v: {commune: "01273", facts: {extremely_difficult: true, region: iii}}}
            households:
              h: {village: v, members: [lan, hoa], facts: {class: poor, on_grid: true, electricity_kwh: 25}}
              k: {village: v, members: [minh, be], facts: {class: none}}
            people:
              lan: {born: 1944-08-20, facts: {sex: female, monthly_pension: 0}, decisions: {social_pension: 2025-07-10}}
              hoa: {born: 2019-01-01, facts: {sex: female, study: primary, ethnic_group: tay}}
              minh: {born: 1980-05-05, facts: {sex: male, disability: severe}, raises: [be]}
              be: {born: 2024-02-29, facts: {sex: male}}
            """;

    private final Law law = Law.load(VIETNAM);

    @TempDir
    private Path folder;

    private Path people;

    @BeforeEach
    void write() throws IOException {
        people = Files.writeString(folder.resolve("people.yaml"), PEOPLE);
    }

    @Test
    void whatGoesOutComesInTheSame() throws IOException {
        assertThat(columns(people.toString(), "--month", "2025-08", "--out", out("once")))
                .contains("4 people, 2 households");
        var read = PeopleTables.read(law.pack(), folder.resolve("once"));
        try (var again = new PeopleTables(law.pack(), folder.resolve("twice"))) {
            again.add(read, Map.of());
        }

        for (var table : List.of("facts", "bonds", "decisions")) {
            assertThat(folder.resolve("twice/" + table + ".parquet"))
                    .hasSameBinaryContentAs(folder.resolve("once/" + table + ".parquet"));
        }
        var month = new DateRange(AUGUST.atDay(1), AUGUST.atEndOfMonth());
        var said = stated();
        for (var subject : said.people()) {
            assertThat(ReasonJson.of(law.determiner().determine(read, subject, month)))
                    .as("%s", subject)
                    .isEqualTo(ReasonJson.of(law.determiner().determine(said, subject, month)));
        }
    }

    @Test
    void answersAreThoseOfTheExplainingEngine() throws IOException {
        columns(people.toString(), "--month", "2025-08", "--out", out("once"));
        var written = new HashMap<String, String>();
        TableReader.each(
                folder.resolve("once").resolve(AnswersTable.FILE),
                AnswersTable.FIELDS,
                row -> written.put("%s %s %s".formatted(row[1], row[2], row[3]), "%s %s".formatted(row[4], row[8])));

        var book = stated();
        var month = new DateRange(AUGUST.atDay(1), AUGUST.atEndOfMonth());
        var subjects = new ArrayList<>(book.people());
        subjects.addAll(book.households());
        for (var subject : subjects) {
            for (var outcome : law.determiner().determine(book, subject, month).outcomes()) {
                var name = "%s %d %s".formatted(subject.kind().word(), subject.number(), outcome.programme());
                long owed = outcome.owed().stream()
                        .filter(it -> it.due().equals(AUGUST))
                        .mapToLong(it -> it.amount())
                        .sum();
                var best = outcome.standing().spans().stream()
                        .map(it -> it.value().answer())
                        .max((one, other) -> Integer.compare(rank(one), rank(other)))
                        .orElse(Answer.NOT_MET);
                assertThat(written.getOrDefault(name, "not_met 0")).as(name).isEqualTo(best.word() + " " + owed);
            }
        }
        // Lan is poor, and nobody has said whether anybody supports her: assistance might yet take the place of the
        // signed pension.
        assertThat(written).containsEntry("person 1 social_pension", "undetermined 500000");
    }

    @Test
    void manyRowsMakeManyGroups() throws IOException {
        var file = folder.resolve("many.parquet");
        var fields = List.of(Field.whole("number"), Field.day("day"), Field.words("name"));
        try (var table = new TableWriter(file, fields, Map.of())) {
            for (int i = 0; i < 250_000; i++) {
                table.row((long) i * i, i, "Nông Văn " + i);
            }
        }
        var seen = new long[1];
        TableReader.each(file, fields, row -> {
            long i = seen[0]++;
            assertThat(row).containsExactly(i * i, (int) i, "Nông Văn " + i);
        });
        assertThat(seen[0]).isEqualTo(250_000);
    }

    @Test
    void whatIsWrongIsSaidWithWhatToDo() throws IOException {
        assertThat(columns(people.toString(), "--month", "August")).contains("'--month' expects a month as 2026-10");
        assertThat(columns("--month", "2025-08")).contains("./ansinh law columns");
        assertThat(columns(people.toString(), "--mouth", "2025-08")).contains("'--mouth' is not understood");
        var wrong = Files.writeString(folder.resolve("wrong.yaml"), PEOPLE.replace("class: poor", "class: por"));
        assertThat(columns(wrong.toString(), "--month", "2025-08", "--out", out("wrong")))
                .contains("wrong.yaml")
                .contains("por");
    }

    /** The people of the file by the numbers they have in the columns. */
    private FactBook stated() {
        var problems = new Problems();
        var asked = Cases.facts(law.pack(), "people.yaml", PEOPLE, problems).orElseThrow();
        return asked.facts();
    }

    private static int rank(Answer answer) {
        return switch (answer) {
            case NOT_MET -> 0;
            case UNDETERMINED -> 1;
            case MET -> 2;
        };
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private static String columns(String... words) {
        var said = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of(VIETNAM.toString()));
        all.addAll(List.of(words));
        var _ = ColumnsCommand.run(all, new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
