package org.ansinh.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ansinh.bench.Figure.Bound;
import org.ansinh.province.Province;
import org.ansinh.province.Recipe;

/** An office's file of facts taken into the whole province's register, the way an officer takes it: brought, looked at, recorded. */
final class FullRegister implements Benchmark {

    private static final int ROWS = 200_000;
    private static final Pattern WRONG = Pattern.compile("id=\"refused\"|exchange\\.");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "files";
    }

    @Override
    public String says() {
        return "a file of " + ROWS + " facts brought by the provincial approver into the demonstration's register";
    }

    @Override
    public List<Figure> measure(Bench.Place place) throws IOException, InterruptedException {
        var folder = Files.createDirectories(place.results().resolve("demo"));
        var data = folder.resolve("data");
        var demo = List.of("demo", "--people", Integer.toString(place.people()), "--seed", Long.toString(place.seed()));
        var file = folder.resolve("facts-" + place.run().at().getEpochSecond() + ".csv");
        var rows = write(file, place);
        try (var server = Server.start(place.project(), folder.resolve("files.log"), data, demo)) {
            server.awaitSignInPage();
            try (var visitor = Visitor.signIn(server, data, "lanhdao")) {
                return taken(visitor, file, rows, place);
            }
        }
    }

    private static List<Figure> taken(Visitor visitor, Path file, int rows, Bench.Place place)
            throws IOException, InterruptedException {
        var token = Visitor.token(visitor.page("/exchange"));
        var began = System.nanoTime();
        var brought = visitor.send("/exchange/files", Map.of("_csrf", token, "asOf", "20/10/2026"), file);
        var preview = await(visitor, brought, "/accept\"");
        var read = System.nanoTime() - began;
        began = System.nanoTime();
        visitor.post(brought.getPath() + "/accept", Map.of("_csrf", Visitor.token(preview)));
        var done = await(visitor, brought, "notice-good");
        var recorded = System.nanoTime() - began;
        if (WRONG.matcher(done).find()) {
            throw new IOException("Some rows of the file were refused; see " + brought);
        }
        return List.of(
                rate("a file of facts brought and previewed", rows, read, Optional.empty(), place),
                rate("load, full register", rows, recorded, Optional.of(Bound.atLeast(20_000)), place));
    }

    private static Figure rate(String name, int rows, long nanos, Optional<Bound> reach, Bench.Place place) {
        var perSecond = BigDecimal.valueOf(rows)
                .multiply(BigDecimal.valueOf(1_000_000_000L))
                .divide(BigDecimal.valueOf(nanos), 0, RoundingMode.HALF_UP);
        return new Figure(name, perSecond, "rows/s", reach, Optional.empty(), place.run());
    }

    /** Asks for the page until it shows what is awaited. */
    private static String await(Visitor visitor, URI brought, String shows) throws IOException, InterruptedException {
        var since = System.nanoTime();
        while (System.nanoTime() - since < PATIENCE.toNanos()) {
            var page = visitor.page(brought.getPath());
            if (page.contains(shows)) {
                return page;
            }
            if (page.contains("notice-bad")) {
                throw new IOException("The file was refused; see " + brought);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("The file was not taken after %s; see %s".formatted(PATIENCE, brought));
    }

    /** A fact that the register has of nobody yet, of living people with a number; each run says something else, or there would be nothing to record. */
    private static int write(Path file, Bench.Place place) throws IOException {
        var today = LocalDate.of(2026, 10, 20);
        var kilometres = 1 + place.run().at().getEpochSecond() % 5_000;
        var numbers = new ArrayList<String>();
        Province.of(new Recipe(place.people(), place.seed(), today))
                .visit(household -> household.people().stream()
                        .filter(it -> !it.hasDied())
                        .flatMap(it -> it.identity().personalNumber().stream())
                        .forEach(numbers::add));
        var rows = numbers.stream()
                .limit(ROWS)
                .map(it -> "%s,person.abroad_km,%d,15/10/2026".formatted(it, kilometres))
                .toList();
        Files.write(
                file,
                Stream.concat(Stream.of("Số định danh,Dữ kiện,Giá trị,Từ ngày"), rows.stream())
                        .toList());
        return rows.size();
    }
}
