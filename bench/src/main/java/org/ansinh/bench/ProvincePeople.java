package org.ansinh.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.ansinh.province.Province;
import org.ansinh.province.Recipe;
import org.ansinh.rules.Law;

/**
 * {@code ./ansinh law people}: the people of the demonstration in the form that {@code law ask} and {@code law simulate} read, a
 * group of households that are bound to one another in each line.
 */
public final class ProvincePeople {

    private static final String USAGE = """
            ./ansinh law people [DIR] [--people N] [--seed N] [--today DAY] > people.jsonl
            the synthetic people of the demonstration, for ./ansinh law simulate --people people.jsonl""";
    private static final long SEED = 20_261_020L;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    private ProvincePeople() {}

    public static void main(String[] arguments) {
        var words = List.of(arguments);
        try {
            var recipe = new Recipe(
                    Integer.parseInt(option(words, "--people", Integer.toString(Recipe.WHOLE_PROVINCE))),
                    Long.parseLong(option(words, "--seed", Long.toString(SEED))),
                    LocalDate.parse(option(words, "--today", TODAY.toString())));
            var law = Law.load(Path.of(words.getFirst()));
            write(law, recipe, new PrintStream(System.out, false, StandardCharsets.UTF_8));
        } catch (DateTimeParseException | IllegalArgumentException notUnderstood) {
            System.err.println(notUnderstood.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    static void write(Law law, Recipe recipe, PrintStream out) {
        var province = Province.of(recipe);
        var lines = new PeopleLines(law, province.villages());
        for (var commune : province.communes()) {
            lines.of(province.householdsOf(commune).toList()).forEach(out::println);
        }
        out.flush();
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == words.size()) {
            throw new IllegalArgumentException("'%s' is followed by nothing.".formatted(name));
        }
        return words.get(at + 1);
    }
}
