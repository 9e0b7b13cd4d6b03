package org.ansinh.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.bench.Figure.Bound;

/** One list of 100,000 lines through its month: drawn with its causes, approved, released as files, answered by statements. */
final class LongPayroll implements Benchmark {

    /** Two months each: 100,000 lines. */
    private static final int PEOPLE = Integer.getInteger("ansinh.payroll.people", 50_000);

    @Override
    public String name() {
        return "payroll";
    }

    @Override
    public String says() {
        return "one list of " + 2L * PEOPLE + " lines: drawn with its causes, released as files, answered by a bank";
    }

    @Override
    public List<Figure> measure(Bench.Place place) throws IOException, InterruptedException {
        var results = place.results().resolve("payroll.txt").toAbsolutePath();
        Files.deleteIfExists(results);
        var log = place.results().resolve("payroll.log");
        var settings = List.of("-Dpayroll.people=" + PEOPLE, "-Dpayroll.results=" + results);
        if (!new AsATest(place).holds("LongListTest", log, settings)) {
            throw new IOException("The list did not come through its month; see " + log);
        }
        var took = read(results);
        var figures = new ArrayList<Figure>();
        figures.add(
                figure("list drawn, with difference and causes", took, Optional.of(20L), place, "list_with_causes"));
        figures.add(figure("approved, causes worked out again", took, Optional.empty(), place, "approved"));
        figures.add(figure(
                "instructions, released, files written and read by a bank",
                took,
                Optional.of(20L),
                place,
                "instructions",
                "released_with_files",
                "files_read_by_a_bank"));
        figures.add(figure("statements taken in and matched", took, Optional.of(30L), place, "statements"));
        figures.add(new Figure(
                "lines in these statements",
                BigDecimal.valueOf(took.getOrDefault("statement_lines", 0L)),
                "lines",
                Optional.empty(),
                Optional.empty(),
                place.run()));
        return figures;
    }

    private static Figure figure(
            String name, Map<String, Long> took, Optional<Long> seconds, Bench.Place place, String... steps) {
        long millis = 0;
        for (String step : steps) {
            millis += took.getOrDefault(step, 0L);
        }
        return new Figure(
                name, BigDecimal.valueOf(millis, 3), "s", seconds.map(Bound::atMost), Optional.empty(), place.run());
    }

    private static Map<String, Long> read(Path results) throws IOException {
        var took = new HashMap<String, Long>();
        for (String line : Files.readAllLines(results)) {
            var words = line.split(" ", -1);
            took.put(words[0], Long.parseLong(words[1]));
        }
        return took;
    }
}
