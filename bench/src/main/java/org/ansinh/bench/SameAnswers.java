package org.ansinh.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.ansinh.bench.Figure.Bound;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.PlainOutcome;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.kernels.MonthKernels;
import org.ansinh.rules.pack.SubjectKind;
import org.jspecify.annotations.Nullable;

/** The law of Vietnam on the whole synthetic province, month after month, by kernels and by the evaluator: standing and owed. */
final class SameAnswers implements Benchmark {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final YearMonth LAST = YearMonth.of(2026, 10);
    private static final int MONTHS = 60;
    private static final int AT_ONCE = 2;

    /** So many months are kept in memory until the other has said the same of them. */
    private static final int TOGETHER = 6;

    @Override
    public String name() {
        return "same";
    }

    @Override
    public String says() {
        return "kernels and evaluator give the whole province the same for 60 months (takes long)";
    }

    @Override
    public List<Figure> measure(Bench.Place place) {
        var law = Law.load(place.project().resolve("law-vn"));
        var found = compare(law, place.people(), place.seed(), MONTHS);
        found.first().ifPresent(System.err::println);
        return List.of(
                Figure.of(
                        "answers in which kernels and evaluator differ",
                        BigDecimal.valueOf(found.different()),
                        "answers",
                        Bound.atMost(0),
                        place.run()),
                new Figure(
                        "answers compared, met, undetermined or decided",
                        BigDecimal.valueOf(found.compared()),
                        "answers",
                        Optional.empty(),
                        Optional.empty(),
                        place.run()));
    }

    /** How many answers were compared, how many differ, and the first that does. */
    record Found(long compared, long different, Optional<String> first) {}

    static Found compare(Law law, int people, long seed, int months) {
        var kernels = MonthKernels.of(law.determiner());
        var books = new ProvinceBooks(law, people, seed, TODAY).books().iterator();
        var all = new Found(0, 0, Optional.empty());
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var parts = new ArrayDeque<Future<Found>>();
            while (books.hasNext() || !parts.isEmpty()) {
                while (books.hasNext() && parts.size() < AT_ONCE) {
                    var book = books.next();
                    parts.add(pool.submit(() -> book(law, kernels, book, months)));
                }
                all = add(all, found(parts.remove()));
            }
        }
        return all;
    }

    private static Found found(Future<Found> part) {
        try {
            return part.get();
        } catch (ExecutionException trouble) {
            throw new IllegalStateException(trouble.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Found add(Found a, Found b) {
        return new Found(
                a.compared() + b.compared(),
                a.different() + b.different(),
                a.first().or(b::first));
    }

    /** In which month, of whom, and by which programme of the pack. */
    private record Asked(YearMonth month, SubjectId subject, int programme) {}

    private static Found book(Law law, MonthKernels kernels, FactBook book, int months) {
        var all = new Found(0, 0, Optional.empty());
        for (int done = 0; done < months; done += TOGETHER) {
            var last = LAST.minusMonths(done);
            all = add(all, some(law, kernels, book, last.minusMonths(Math.min(TOGETHER, months - done) - 1L), last));
        }
        return all;
    }

    private static Found some(Law law, MonthKernels kernels, FactBook book, YearMonth from, YearMonth to) {
        var told = new HashMap<Asked, PlainOutcome>();
        kernels.everybody(
                book,
                from,
                to,
                (month, subject, outcome) -> told.put(new Asked(month, subject, outcome.programme()), outcome));
        var counts = new long[2];
        var difference = new String[1];
        var evaluator = law.determiner().months(book, from, to);
        for (var kind : new SubjectKind[] {SubjectKind.PERSON, SubjectKind.HOUSEHOLD}) {
            for (int place = 0; place < book.countOf(kind); place++) {
                var subject = book.subjectAt(kind, place);
                for (int programme : programmesFor(law, kind)) {
                    for (var month : evaluator) {
                        var outcome = month.outcome(programme, place);
                        var byKernels = told.remove(new Asked(month.month(), subject, programme));
                        counts[0] += byKernels == null ? 0 : 1;
                        if (!isSame(byKernels, outcome)) {
                            counts[1]++;
                            difference[0] = "%s of %s: kernels %s, evaluator %s"
                                    .formatted(month.month(), subject, byKernels, outcome);
                        }
                    }
                }
            }
        }
        return new Found(
                counts[0],
                counts[1] + told.size(),
                Optional.ofNullable(difference[0]).or(() -> surplus(told)));
    }

    private static int[] programmesFor(Law law, SubjectKind kind) {
        var programmes = List.copyOf(law.pack().programmes().values());
        return IntStream.range(0, programmes.size())
                .filter(it -> programmes.get(it).subject() == kind)
                .toArray();
    }

    private static boolean isSame(@Nullable PlainOutcome byKernels, PlainOutcome outcome) {
        return byKernels == null
                ? outcome.answer() == Answer.NOT_MET && outcome.owed() == 0
                : byKernels.equals(outcome);
    }

    private static Optional<String> surplus(Map<Asked, PlainOutcome> told) {
        return told.entrySet().stream().map(Object::toString).findFirst();
    }
}
