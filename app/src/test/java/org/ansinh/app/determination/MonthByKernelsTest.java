package org.ansinh.app.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.store.SliceRows;
import org.ansinh.app.determination.store.SliceRows.Slice;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.jobs.StartingWork;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.testing.HouseTest;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.determination.OwedPeriod;
import org.ansinh.rules.determination.PlainOutcome;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A small synthetic province in a real database: what a run keeps is, line for line, what the evaluator says of the same people. */
@HouseTest
@TestPropertySource(
        properties = {
            "ansinh.test.house=invented people live in a house of their own",
            "ansinh.demo=true",
            "ansinh.people=600",
            "ansinh.data=" + MonthByKernelsTest.FOLDER
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthByKernelsTest {

    static final String FOLDER = "target/month-by-kernels";

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    /** In this month the rate of 2024 begins and the year of the school is over. */
    private static final YearMonth JULY_2024 = YearMonth.of(2024, 7);

    @Autowired
    ApplicationContext house;

    @Autowired
    DeterminationDesk determination;

    @Autowired
    SliceRows slices;

    @Autowired
    LawbookDesk lawbook;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeAll
    void aProvinceIsLoaded() throws IOException {
        Files.createDirectories(Path.of(FOLDER));
        var work = house.getBeansOfType(StartingWork.class);
        for (var name : List.of("demoOrReal", "demoProvince", "demoMonth")) {
            Acting.run(
                    Actor.WORKER, () -> Objects.requireNonNull(work.get(name)).run(Progress.UNWATCHED));
        }
    }

    @Test
    void thisMonthIsTheEvaluators() {
        assertThat(kept(OCTOBER)).isNotEmpty().isEqualTo(expected(OCTOBER));
    }

    @Test
    void aMonthInWhichTheLawChangesIsTheEvaluators() {
        Acting.run(Actor.WORKER, () -> determination.determineMonth(JULY_2024, DeterminationDesk.Progress.SILENT));

        assertThat(kept(JULY_2024)).isNotEmpty().isEqualTo(expected(JULY_2024));
    }

    private TreeSet<String> kept(YearMonth month) {
        return new TreeSet<>(as(
                Actor.DETERMINER,
                () -> jdbc.sql("""
                        select concat_ws(' ', subject_kind, subject_id, programme, answer, amount, floor, owed, if_signed, '[' || provisions || ']', '[' || missing || ']', unverified, decided)
                          from determination.face_outcome where month = :month""")
                        .param("month", month.atDay(1))
                        .query(String.class)
                        .list()));
    }

    private TreeSet<String> expected(YearMonth month) {
        var law = as(Actor.DETERMINER, lawbook::current);
        var days = new DateRange(OwedPeriod.quarterOf(month).days().from(), month.atEndOfMonth());
        var lines = new TreeSet<String>();
        for (var bounds : as(Actor.DETERMINER, () -> slices.bounds(500))) {
            var slice = as(Actor.DETERMINER, () -> slices.read(law.pack(), bounds[0], bounds[1], days));
            law.determiner().everybody(slice.facts(), month, (subject, outcome) -> {
                boolean isHere = (subject.kind() == SubjectKind.PERSON ? slice.people() : slice.households())
                        .containsKey(subject.number());
                boolean decided = isDecided(slice, subject, outcome, month);
                if (isHere && (outcome.answer() != Answer.NOT_MET || decided)) {
                    lines.add(line(law, slice, subject, outcome, decided, month));
                }
            });
        }
        return lines;
    }

    private static boolean isDecided(Slice slice, SubjectId subject, PlainOutcome outcome, YearMonth month) {
        var facts = slice.facts();
        int place = facts.placeOf(subject);
        for (int i = facts.decisionBegin(subject.kind(), place, outcome.programme());
                i < facts.decisionEnd(subject.kind(), place, outcome.programme());
                i++) {
            if (facts.decisionFrom(subject.kind(), i) <= month.atEndOfMonth().toEpochDay()
                    && facts.decisionTo(subject.kind(), i) >= month.atDay(1).toEpochDay()) {
                return true;
            }
        }
        return false;
    }

    private static String line(
            Law law, Slice slice, SubjectId subject, PlainOutcome outcome, boolean decided, YearMonth month) {
        var programme = law.pack()
                .programme(law.determiner().programmes().get(outcome.programme()))
                .orElseThrow();
        boolean byList = programme.terms().decided() == Programme.Decided.BY_LIST;
        var period = programme.period() == Programme.Period.QUARTER
                ? OwedPeriod.quarterOf(month).days()
                : OwedPeriod.month(month).days();
        long ifSigned = decided
                ? outcome.owed()
                : byList || outcome.amount() == 0
                        ? outcome.amount()
                        : law.determiner().owedIfSigned(slice.facts(), subject, programme.id(), period, TODAY).stream()
                                .mapToLong(OwedLine::amount)
                                .sum();
        return "%s %d %s %s %d %d %d %d [%s] [%s] %s %s"
                .formatted(
                        subject.kind() == SubjectKind.PERSON ? "p" : "h",
                        subject.number(),
                        programme.id(),
                        outcome.answer().word().charAt(0),
                        outcome.answer() == Answer.MET ? outcome.amount() : 0,
                        outcome.amount(),
                        outcome.owed(),
                        ifSigned,
                        named(programme.provisions().stream().map(it -> it.id()).toList(), outcome.provisions()),
                        named(
                                law.determiner().askedFacts().stream()
                                        .map(it -> it.id())
                                        .toList(),
                                outcome.missing()),
                        outcome.unverified() ? "t" : "f",
                        decided ? "t" : "f");
    }

    private static String named(List<String> names, long bits) {
        var named = new java.util.ArrayList<String>();
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            named.add(names.get(Long.numberOfTrailingZeros(rest)));
        }
        return String.join(",", named);
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(
                actor,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get())));
    }
}
