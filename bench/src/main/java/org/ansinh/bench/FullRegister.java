package org.ansinh.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import java.util.zip.ZipFile;
import org.ansinh.bench.Figure.Bound;
import org.ansinh.province.Province;
import org.ansinh.province.Recipe;

/**
 * Files in and out of the whole province's register, the way an officer takes them: facts brought, looked at and recorded; all that is known taken out; a month's list
 * of every elder laid beside the law and the decisions.
 */
final class FullRegister implements Benchmark {

    private static final int ROWS = 200_000;
    /** A server that has never taken a file is measured by nobody's day: it takes a small one of other people first. */
    private static final int FIRST_ROWS = 10_000;
    /** What no register has of anybody before the first run. The middle of three files is told: a machine that others use too is uneven. */
    private static final List<String> FEES =
            List.of("person.abroad_skill_fee", "person.abroad_language_fee", "person.abroad_orientation_fee");

    private static final int ELDER = 75;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final Pattern APPROVER =
            Pattern.compile("/officers/(\\d+)\"(?:(?!/officers/).)*lanhdao", Pattern.DOTALL);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "files";
    }

    @Override
    public String says() {
        return "a file of " + ROWS
                + " facts (the middle of three, after a first of "
                + FIRST_ROWS
                + ") brought into the demonstration's register by the provincial approver, the register taken out, a list compared";
    }

    @Override
    public List<Figure> measure(Bench.Place place) throws IOException, InterruptedException {
        var folder = Files.createDirectories(place.results().resolve("demo"));
        var data = folder.resolve("data");
        var demo = List.of("demo", "--people", Integer.toString(place.people()), "--seed", Long.toString(place.seed()));
        var people = numbers(place);
        var some = people.subList(0, Math.min(ROWS, people.size()));
        var others = people.subList(some.size(), Math.min(some.size() + FIRST_ROWS, people.size()));
        try (var server = Server.start(place.project(), folder.resolve("files.log"), data, demo)) {
            server.awaitSignInPage();
            mayStateFacts(server, data);
            try (var visitor = Visitor.signIn(server, data, "lanhdao")) {
                if (!others.isEmpty()) {
                    taken(visitor, file(folder, FEES.getFirst(), 0, others, place));
                }
                var figures = new ArrayList<>(taken(visitor, folder, some, 1, "", place));
                figures.addAll(taken(visitor, folder, some, 2, ", said anew of everybody", place));
                figures.add(takenOut(visitor, folder.resolve("register.zip"), place));
                figures.add(compared(visitor, folder.resolve("list.csv"), place));
                figures.add(new Figure(
                        "memory of the server's largest process, at most",
                        BigDecimal.valueOf(server.peakMemoryMib()),
                        "MiB",
                        Optional.empty(),
                        Optional.empty(),
                        place.run()));
                return figures;
            }
        }
    }

    /** A fact needs the word of a commune officer: the approver, who sees the whole province, is made one, as an administrator does it. */
    private static void mayStateFacts(Server server, Path data) throws IOException, InterruptedException {
        try (var admin = Visitor.signIn(server, data, "admin")) {
            var found = APPROVER.matcher(admin.page("/officers"));
            if (!found.find()) {
                throw new IOException("The approver is not among the officers.");
            }
            var file = "/officers/" + found.group(1);
            var token = Visitor.token(admin.page(file));
            admin.post(file + "/give", Map.of("_csrf", token, "grant", "ROLE", "value", "commune_officer"));
        }
    }

    private static Figure takenOut(Visitor visitor, Path into, Bench.Place place)
            throws IOException, InterruptedException {
        var token = Visitor.token(visitor.page("/exchange"));
        var began = System.nanoTime();
        visitor.download("/exchange/out/csv", Map.of("_csrf", token), into);
        var took = System.nanoTime() - began;
        return rate("the whole register taken out as CSV", rows(into), took, Optional.empty(), place);
    }

    /** What came out: a heading less than lines in each table. */
    private static int rows(Path zip) throws IOException {
        int rows = 0;
        try (var tables = new ZipFile(zip.toFile())) {
            for (var table : tables.stream().toList()) {
                try (var lines = new BufferedReader(
                        new InputStreamReader(tables.getInputStream(table), StandardCharsets.UTF_8))) {
                    rows += Math.toIntExact(Math.max(0, lines.lines().count() - 1));
                }
            }
        }
        return rows;
    }

    private static Figure compared(Visitor visitor, Path file, Bench.Place place)
            throws IOException, InterruptedException {
        var rows = writeElders(file, place);
        var token = Visitor.token(visitor.page("/exchange/months"));
        var asked = Map.of("_csrf", token, "month", "10/2026", "programme", "social_pension", "commune", "*");
        var began = System.nanoTime();
        var brought = visitor.send("/exchange/months", asked, file);
        await(visitor, brought, "outcome=EQUAL");
        var took = System.nanoTime() - began;
        return rate("a list compared with the month", rows, took, Optional.empty(), place);
    }

    /** Everybody of 75 and more with a number, at the level of before July: as offices keep their lists. */
    private static int writeElders(Path file, Bench.Place place) throws IOException {
        var lines = new ArrayList<>(List.of("Họ và tên,Số CCCD,Số tiền"));
        var latest = TODAY.minusYears(ELDER);
        Province.of(new Recipe(place.people(), place.seed(), TODAY))
                .visit(household -> household.people().stream()
                        .filter(it ->
                                !it.hasDied() && !it.identity().birth().day().isAfter(latest))
                        .forEach(it -> it.identity()
                                .personalNumber()
                                .ifPresent(number -> lines.add(
                                        "%s,%s,500000".formatted(it.identity().name(), number)))));
        Files.write(file, lines);
        return lines.size() - 1;
    }

    /** One file of each kind of fact; what is told is the middle one. */
    private static List<Figure> taken(
            Visitor visitor, Path folder, List<String> people, int which, String what, Bench.Place place)
            throws IOException, InterruptedException {
        var read = new ArrayList<Long>();
        var recorded = new ArrayList<Long>();
        for (var fee : FEES) {
            var took = taken(visitor, file(folder, fee, which, people, place));
            read.add(took.read());
            recorded.add(took.recorded());
        }
        return List.of(
                rate(
                        "a file of facts brought and previewed" + what,
                        people.size(),
                        middle(read),
                        Optional.empty(),
                        place),
                rate(
                        "load, full register" + what,
                        people.size(),
                        middle(recorded),
                        Optional.of(Bound.atLeast(20_000)),
                        place));
    }

    private static long middle(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    private record Took(long read, long recorded) {}

    private static Took taken(Visitor visitor, Path file) throws IOException, InterruptedException {
        var token = Visitor.token(visitor.page("/exchange"));
        var began = System.nanoTime();
        var brought = visitor.send("/exchange/files", Map.of("_csrf", token, "asOf", "20/10/2026"), file);
        var preview = await(visitor, brought, "/accept\"");
        var read = System.nanoTime();
        visitor.post(brought.getPath() + "/accept", Map.of("_csrf", Visitor.token(preview)));
        await(visitor, brought, "notice-good");
        return new Took(read - began, System.nanoTime() - read);
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
            if (page.contains("notice-bad") || page.contains("id=\"refused\"")) {
                throw new IOException("The file, or some rows of it, were refused; see " + brought);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("The file was not taken after %s; see %s".formatted(PATIENCE, brought));
    }

    /** The numbers of living people. */
    private static List<String> numbers(Bench.Place place) {
        var numbers = new ArrayList<String>();
        Province.of(new Recipe(place.people(), place.seed(), TODAY))
                .visit(household -> household.people().stream()
                        .filter(it -> !it.hasDied())
                        .flatMap(it -> it.identity().personalNumber().stream())
                        .forEach(numbers::add));
        return numbers;
    }

    /** Each file says something else, in each run, or there would be nothing to record. */
    private static Path file(Path folder, String fact, int which, List<String> people, Bench.Place place)
            throws IOException {
        var at = place.run().at().getEpochSecond();
        var receipt = 1_000_000 + which + at % 90_000_000;
        var rows = people.stream().map(it -> "%s,%s,%d,20/10/2026".formatted(it, fact, receipt));
        var file = folder.resolve("%s-%d-%d.csv".formatted(fact, which, at));
        Files.write(
                file,
                Stream.concat(Stream.of("Số định danh,Dữ kiện,Giá trị,Từ ngày"), rows)
                        .toList());
        return file;
    }
}
