package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.PlainOutcome;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Standing;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.timeline.DateRange;

/** The fast path and the explained one give the same answers for any household whatever. */
class FastAndExplainedTest {

    private static final Law LAW = Law.load(LawTest.PACK);
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final YearMonth MONTH = YearMonth.of(2024, 7);

    @Property(tries = 400)
    void sayTheSame(@ForAll long seed) {
        var facts = household(new Random(seed));
        var month = new DateRange(MONTH.atDay(1), MONTH.atEndOfMonth());
        LAW.determiner().everybody(facts, MONTH, (subject, fast) -> {
            var programme = LAW.determiner().programmes().get(fast.programme());
            var slow = LAW.determiner().determine(facts, subject, programme, month);
            assertThat(plain(slow, fast)).isEqualTo(fast);
        });
    }

    @Property(tries = 100)
    void cuttingDaysChangesNoAnswer(@ForAll long seed) {
        var facts = household(new Random(seed));
        var days = new DateRange(MONTH.atDay(1).minusMonths(1), MONTH.atEndOfMonth());
        for (var subject : facts.people()) {
            for (var programme : new String[] {"pension", "allowance"}) {
                assertEachDayAloneSaysTheSame(facts, subject, programme, days);
            }
        }
        assertEachDayAloneSaysTheSame(facts, SubjectId.household(1), "power", days);
    }

    private static void assertEachDayAloneSaysTheSame(
            FactBook facts, SubjectId subject, String programme, DateRange days) {
        var whole = LAW.determiner().determine(facts, subject, programme, days);
        assertThat(whole.standing().coversAll(days)).isTrue();
        for (var day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
            var alone = LAW.determiner().determine(facts, subject, programme, new DateRange(day, day));
            assertThat(whole.standing().on(day))
                    .as("%s %s %s", subject, programme, day)
                    .isEqualTo(alone.standing().on(day));
            assertThat(whole.reasons().on(day))
                    .as("%s %s %s", subject, programme, day)
                    .isEqualTo(alone.reasons().on(day));
        }
    }

    private static PlainOutcome plain(ProgrammeOutcome slow, PlainOutcome fast) {
        Standing best = slow.standing().spans().getFirst().value();
        for (var span : slow.standing().spans()) {
            if (rank(span.value().answer()) >= rank(best.answer())) {
                best = span.value();
            }
        }
        long missing = 0;
        for (var fact : best.missing()) {
            missing |= 1L
                    << LAW.determiner().askedFacts().stream()
                            .map(FactDefinition::id)
                            .toList()
                            .indexOf(fact);
        }
        long provisions = 0;
        var all = LAW.pack().programme(slow.programme()).orElseThrow().provisions();
        for (int i = 0; i < all.size(); i++) {
            if (best.provisions().contains(all.get(i).id())) {
                provisions |= 1L << i;
            }
        }
        boolean monthly = !slow.programme().equals("power");
        long owed = slow.owed().stream().mapToLong(it -> it.amount()).sum();
        return new PlainOutcome(
                fast.programme(),
                best.answer(),
                best.decidable(),
                monthly ? owed : fast.owed(),
                provisions,
                missing,
                fast.unverified());
    }

    private static int rank(Answer answer) {
        return answer == Answer.MET ? 2 : answer == Answer.UNDETERMINED ? 1 : 0;
    }

    static FactBook household(Random random) {
        var home = SubjectId.household(1);
        var village = SubjectId.village(1);
        var book = LAW.facts()
                .village(home, village, DateRange.startingOn(day(random)))
                .fact(
                        village,
                        "village.remote",
                        DateRange.startingOn(day(random)),
                        "" + random.nextBoolean(),
                        Provenance.UNSTATED)
                .fact(home, "household.class", until(day(random)), "poor", Provenance.UNSTATED);
        int people = 1 + random.nextInt(5);
        for (int i = 1; i <= people; i++) {
            var person = SubjectId.person(i);
            book.residence(
                    person, home, random.nextInt(4) == 0 ? DateRange.startingOn(day(random)) : DateRange.always());
            int[] ages = {74, 75, 59, 60, 15, 16, 3, 40};
            var born = day(random).minusYears(ages[random.nextInt(ages.length)]);
            if (random.nextInt(10) > 0) {
                book.fact(person, "person.born", DateRange.always(), born.toString(), Provenance.UNSTATED);
            }
            if (random.nextInt(10) == 0) {
                book.fact(
                        person,
                        "person.died_on",
                        DateRange.always(),
                        day(random).toString(),
                        Provenance.UNSTATED);
            }
            if (random.nextBoolean()) {
                book.fact(
                        person,
                        "person.monthly_pension",
                        until(day(random)),
                        "" + 100_000 * random.nextInt(8),
                        Provenance.UNSTATED);
            }
            if (random.nextBoolean()) {
                book.fact(
                        person, "person.disability", DateRange.startingOn(day(random)), "severe", Provenance.UNSTATED);
                book.fact(
                        person,
                        "person.certified_on",
                        DateRange.always(),
                        day(random).toString(),
                        Provenance.UNSTATED);
            }
            if (random.nextBoolean()) {
                book.fact(
                        person,
                        "person.alone",
                        DateRange.startingOn(day(random)),
                        "" + random.nextBoolean(),
                        Provenance.UNSTATED);
            }
            if (i > 1 && random.nextBoolean()) {
                book.relation("person.raises", SubjectId.person(1), person, until(day(random)));
            }
            for (var programme : new String[] {"pension", "allowance"}) {
                if (random.nextBoolean()) {
                    book.decision(person, programme, Decision.signedOn(day(random)));
                }
            }
        }
        return book.decision(home, "power", Decision.signedOn(day(random))).build();
    }

    private static LocalDate day(Random random) {
        // Half of all changes fall into the month that is looked at.
        return random.nextBoolean() ? MONTH.atDay(1 + random.nextInt(31)) : FIRST.plusDays(random.nextInt(900));
    }

    private static DateRange until(LocalDate day) {
        return new DateRange(LocalDate.of(2020, 1, 1), day);
    }
}
