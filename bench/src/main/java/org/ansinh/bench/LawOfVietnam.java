package org.ansinh.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.bench.Figure.Bound;
import org.ansinh.bench.Figure.Peer;
import org.ansinh.rules.Law;
import org.ansinh.rules.columns.BookSource;
import org.ansinh.rules.columns.PopulationBuilder;
import org.ansinh.rules.determination.Determination;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.kernels.LawKernels;
import org.ansinh.rules.kernels.MonthKernels;
import org.ansinh.rules.pack.CanIgnoreReturnValue;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;

/** The whole law pack on the synthetic province, commune after commune, on one core. */
final class LawOfVietnam {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final DateRange FIVE_YEARS = new DateRange(LocalDate.of(2021, 11, 1), LocalDate.of(2026, 10, 31));
    private static final int HOUSEHOLDS = 1_500;
    private static final int WARM_COMMUNES = 8;

    /** Some four hundred small loops are warm only when each has been called some hundred times. */
    private static final int WARM_DAYS = 61;

    private static final int DAYS = 5;
    private static final int SPAN = 60;
    private static final int SPANS = 6;

    private final Bench.Place place;
    private final Law law;
    private final LawKernels kernels;
    private final MonthKernels months;
    private final List<Long> answered = new ArrayList<>();
    private final List<Long> told = new ArrayList<>();
    private long people;
    private long onADay;
    private long aMonth;
    private long evaluated;
    private long span;
    private long peopleOfSpans;
    private int spans;
    private int days = WARM_DAYS;

    LawOfVietnam(Bench.Place place) {
        this.place = place;
        this.law = Law.load(place.project().resolve("law-vn"));
        this.kernels = LawKernels.of(law.determiner().forms());
        this.months = MonthKernels.of(law.determiner());
    }

    List<Figure> figures() {
        new ProvinceBooks(law, place.people(), place.seed(), TODAY)
                .books()
                .limit(WARM_COMMUNES)
                .forEach(this::commune);
        days = DAYS;
        people = 0;
        onADay = 0;
        aMonth = 0;
        evaluated = 0;
        span = 0;
        peopleOfSpans = 0;
        spans = 0;
        answered.clear();
        told.clear();
        new ProvinceBooks(law, place.people(), place.seed(), TODAY).books().forEach(this::commune);
        answered.sort(null);
        told.sort(null);
        return List.of(
                new Figure(
                        "law of Vietnam: every programme on a day, columns, one core",
                        Stopwatch.millionsASecond(people, onADay),
                        "M people/s",
                        Optional.of(Bound.atLeast(3)),
                        Optional.empty(),
                        place.run()),
                new Figure(
                        "law of Vietnam: a month with what is owed, books, one core",
                        Stopwatch.millionsASecond(people, aMonth),
                        "M people/s",
                        Optional.empty(),
                        Optional.of(new Peer("evaluator", Stopwatch.millionsASecond(people, evaluated))),
                        place.run()),
                new Figure(
                        "law of Vietnam: %d months with what is owed, books, one core".formatted(SPAN),
                        Stopwatch.millionsASecond(peopleOfSpans * SPAN, span),
                        "M people-months/s",
                        Optional.empty(),
                        Optional.empty(),
                        place.run()),
                latency(answered, "answers with what is owed, p50", 50, Optional.empty()),
                latency(answered, "answers with what is owed, p99", 99, Optional.empty()),
                latency(told, "every reason told, p50", 50, limit("0.5")),
                latency(told, "every reason told, p99", 99, limit("3")));
    }

    private static Optional<Bound> limit(String most) {
        return Optional.of(new Bound(true, new BigDecimal(most)));
    }

    private Figure latency(List<Long> nanos, String name, int percent, Optional<Bound> bound) {
        return new Figure(
                "law of Vietnam: household of four, five years, " + name,
                Stopwatch.millis(nanos.get(Math.min(nanos.size() - 1, nanos.size() * percent / 100))),
                "ms",
                bound,
                Optional.empty(),
                place.run());
    }

    private void commune(FactBook book) {
        people += book.countOf(SubjectKind.PERSON);
        int day = (int) TODAY.toEpochDay();
        var population = PopulationBuilder.of(new BookSource(book, day, day), kernels.needs(), day, day);
        var run = kernels.run(population);
        onADay += Stopwatch.middleOf(
                days,
                () -> population.blocks().forEach(block -> {
                    var _ = run.on(block, day);
                }));
        var owed = new long[2];
        aMonth += Stopwatch.once(() -> months.everybody(book, MONTH, (subject, outcome) -> owed[0] += outcome.owed()));
        evaluated += Stopwatch.once(
                () -> law.determiner().everybody(book, MONTH, (subject, outcome) -> owed[1] += outcome.owed()));
        if (owed[0] != owed[1]) {
            throw new IllegalStateException("Kernels owe %d, the evaluator %d".formatted(owed[0], owed[1]));
        }
        if (spans++ < SPANS) {
            peopleOfSpans += book.countOf(SubjectKind.PERSON);
            span += Stopwatch.once(() -> months.everybody(
                    book, MONTH.minusMonths(SPAN - 1L), MONTH, (month, subject, outcome) -> owed[1] += outcome.owed()));
        }
        var homes = homes(book);
        homes.forEach(it -> ask(book, it));
        homes.forEach(it -> {
            var took = ask(book, it);
            answered.add(took.answering());
            told.add(took.telling());
        });
    }

    /** Some households of four of a commune, and who lives in them. */
    private static List<List<SubjectId>> homes(FactBook book) {
        int day = (int) TODAY.toEpochDay();
        var homes = new ArrayList<List<SubjectId>>();
        for (int home = 0; home < book.countOf(SubjectKind.HOUSEHOLD) && homes.size() < HOUSEHOLDS / 56; home++) {
            var members = new ArrayList<SubjectId>();
            for (int i = book.linkBegin(Link.MEMBERS, home); i < book.linkEnd(Link.MEMBERS, home); i++) {
                if (book.linkFrom(Link.MEMBERS, i) <= day && day <= book.linkTo(Link.MEMBERS, i)) {
                    members.add(book.subjectAt(SubjectKind.PERSON, book.linkTarget(Link.MEMBERS, i)));
                }
            }
            if (members.size() == 4) {
                members.add(book.subjectAt(SubjectKind.HOUSEHOLD, home));
                homes.add(members);
            }
        }
        return homes;
    }

    /** Nanoseconds to answer, and to answer and tell every reason. */
    private record Took(long answering, long telling) {}

    @CanIgnoreReturnValue
    private Took ask(FactBook book, List<SubjectId> members) {
        var answers = new ArrayList<Determination>();
        long answering = Stopwatch.once(() -> answers.addAll(law.determiner().determine(book, members, FIVE_YEARS)));
        var reasons = new ArrayList<Object>();
        long telling =
                Stopwatch.once(() -> answers.forEach(it -> it.outcomes().forEach(one -> reasons.add(one.reasons()))));
        return new Took(answering, answering + telling);
    }
}
