package org.ansinh.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ansinh.bench.Figure.Run;

/** {@code ./ansinh bench [NAME…]}: figures as a table, and one JSON object a line in {@code target/bench/NAME.jsonl}. */
public final class Bench {

    private static final List<Benchmark> ALL = List.of(
            new WholeProvince(),
            new OfficersAtWork(),
            new OfficeDay(),
            new FullRegister(),
            new LawEngine(),
            new SameAnswers(),
            new LongPayroll(),
            new Faults());

    private Bench() {}

    /** The project's folder, where results go, how many people the province has. */
    record Place(Path project, Path results, int people, long seed, Clock clock) {
        Run run() {
            return new Run(Runtime.getRuntime().availableProcessors(), seed, clock.instant());
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var project = Path.of(System.getProperty("ansinh.home", ".")).toAbsolutePath();
        var place = new Place(
                project,
                Files.createDirectories(project.resolve("target/bench")),
                Integer.getInteger("ansinh.people", 573_119),
                Long.getLong("ansinh.seed", 20_261_020L),
                Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
        var wanted = List.of(arguments);
        var unknown = wanted.stream()
                .filter(name -> ALL.stream().noneMatch(it -> it.name().equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            out.println("Unknown benchmark " + unknown + ". There are:");
            ALL.forEach(it -> out.printf("  %-10s %s%n", it.name(), it.says()));
            System.exit(2);
        }
        var missed = 0;
        for (var benchmark : ALL) {
            if (wanted.isEmpty() ? !benchmark.takesHours() : wanted.contains(benchmark.name())) {
                missed += report(benchmark, place, out);
            }
        }
        System.exit(missed == 0 ? 0 : 1);
    }

    private static int report(Benchmark benchmark, Place place, PrintStream out)
            throws IOException, InterruptedException {
        out.printf("%n%s: %s%n", benchmark.name(), benchmark.says());
        var figures = benchmark.measure(place);
        var lines = new ArrayList<String>();
        for (var figure : figures) {
            out.printf(
                    "  %-52s %14s %-10s %-12s %s%n",
                    figure.name(),
                    figure.value().toPlainString(),
                    figure.unit(),
                    figure.reach().map(Object::toString).orElse(""),
                    figure.reach().isEmpty() ? "" : figure.holds() ? "holds" : "MISSED");
            lines.add(figure.toJson());
        }
        Files.write(place.results().resolve(benchmark.name() + ".jsonl"), lines, StandardCharsets.UTF_8);
        return (int) figures.stream().filter(it -> !it.holds()).count();
    }
}
