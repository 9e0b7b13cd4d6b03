package org.ansinh.parquet;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.Law;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.simulation.PeopleFile;

/** {@code ./ansinh law columns}: people in, as files of {@code law ask} or as Parquet; people and what the law says of them out, as Parquet. */
public final class ColumnsCommand {

    private static final String USAGE = """
            ./ansinh law columns [DIR] PEOPLE… --month M [--out FOLDER]
            PEOPLE are files of people (.yaml, or .jsonl as ./ansinh law people writes them), or one folder that this command wrote;
            FOLDER (default: columns) gets subjects, facts, bonds, decisions and answers.parquet. M is a month: 2026-10.""";

    private final PrintStream out;
    private final Map<String, String> options = new HashMap<>();
    private final List<Path> people = new ArrayList<>();

    private ColumnsCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    /** The first word is the folder of the law. 0 when done, 1 when law, people or disk are not right, 2 when not understood. */
    public static int run(List<String> words, PrintStream out) {
        var command = new ColumnsCommand(out);
        var month = words.size() < 2 || !command.understood(words) ? Optional.<YearMonth>empty() : command.month();
        if (month.isEmpty() || command.people.isEmpty()) {
            out.println(USAGE);
            return 2;
        }
        try {
            return command.columns(Path.of(words.getFirst()), month.get());
        } catch (IOException | UncheckedIOException | IllegalArgumentException trouble) {
            out.printf("law columns: %s%n", trouble.getMessage());
            return 1;
        }
    }

    private boolean understood(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            var word = words.get(i);
            if (!word.startsWith("--")) {
                people.add(Path.of(word));
            } else if (List.of("--month", "--out").contains(word) && i + 1 < words.size()) {
                options.put(word, words.get(++i));
            } else {
                out.printf("law columns: '%s' is not understood or has nothing after it.%n", word);
                return false;
            }
        }
        return true;
    }

    private Optional<YearMonth> month() {
        var written = options.getOrDefault("--month", "");
        try {
            return Optional.of(YearMonth.parse(written));
        } catch (DateTimeParseException notAMonth) {
            out.printf("law columns: '--month' expects a month as 2026-10, found '%s'.%n", written);
            return Optional.empty();
        }
    }

    private int columns(Path lawFolder, YearMonth month) throws IOException {
        var checked = Law.check(lawFolder);
        checked.problems().forEach(out::println);
        if (checked.law().isEmpty()) {
            return 1;
        }
        var law = checked.law().get();
        var folder = Path.of(options.getOrDefault("--out", "columns"));
        boolean areColumns = people.size() == 1 && Files.isDirectory(people.getFirst());
        if (!areColumns && !write(law, folder)) {
            return 1;
        }
        // What was written is what is judged: nobody has to believe that both are the same.
        var read = PeopleTables.read(law.pack(), areColumns ? people.getFirst() : folder);
        Files.createDirectories(folder);
        long rows = new AnswersTable(law).write(read, month, folder);
        out.printf(
                "%s: %d people, %d households, %d answers for %s.%n",
                folder, read.people().size(), read.households().size(), rows, month);
        return 0;
    }

    private boolean write(Law law, Path folder) throws IOException {
        var problems = new Problems();
        try (var tables = new PeopleTables(law.pack(), folder)) {
            PeopleFile.each(
                    people,
                    problems,
                    (file, text) ->
                            Cases.facts(law.pack(), file, text, problems).ifPresent(it -> add(tables, it)));
        }
        problems.sorted().forEach(out::println);
        return problems.isEmpty();
    }

    private static void add(PeopleTables tables, Cases.Asked asked) {
        var names = new HashMap<SubjectId, String>();
        asked.names().forEach((name, subject) -> names.put(subject, name));
        try {
            tables.add(asked.facts(), names);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
