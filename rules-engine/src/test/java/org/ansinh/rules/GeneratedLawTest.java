package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.ReasonJson;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.generated.GeneratedPack;
import org.ansinh.rules.generated.GeneratedPeople;
import org.ansinh.rules.pack.Exclusive;
import org.ansinh.timeline.DateRange;

/** Whatever the law and the people: days asked alone, months asked fast and rules between programmes agree. */
class GeneratedLawTest {

    private static final YearMonth MONTH = YearMonth.of(2024, 7);

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyWayOfAskingSaysTheSame(@ForAll long seed) throws IOException {
        var folder = Files.createTempDirectory("pack");
        try {
            var law = GeneratedPack.in(folder, seed);
            var facts = GeneratedPeople.of(law, seed, 5);
            daysAlone(law, facts);
            together(law, facts);
            fast(law, facts);
            rules(law, facts, MONTH.atDay(1));
            rules(law, facts, MONTH.atDay(25));
        } finally {
            delete(folder);
        }
    }

    private static void daysAlone(Law law, FactBook facts) {
        var month = new DateRange(MONTH.atDay(1), MONTH.atEndOfMonth());
        for (var subject : facts.people()) {
            for (var outcome : law.determiner().determine(facts, subject, month).outcomes()) {
                for (var day = month.from(); !day.isAfter(month.to()); day = day.plusDays(1)) {
                    var alone =
                            law.determiner().determine(facts, subject, outcome.programme(), new DateRange(day, day));
                    assertThat(outcome.standing().on(day))
                            .as("%s of %s on %s", outcome.programme(), subject, day)
                            .isEqualTo(alone.standing().on(day));
                    assertThat(outcome.reasons().on(day))
                            .isEqualTo(alone.reasons().on(day));
                }
            }
        }
    }

    /** Who is asked about together with others gets the answer they get alone, whoever's reasons are read first. */
    private static void together(Law law, FactBook facts) {
        var halfYear = new DateRange(MONTH.atDay(1), MONTH.plusMonths(5).atEndOfMonth());
        var people = facts.people();
        var together = law.determiner().determine(facts, people, halfYear);
        for (int i = people.size() - 1; i >= 0; i--) {
            var alone = law.determiner().determine(facts, people.get(i), halfYear);
            assertThat(ReasonJson.of(together.get(i))).isEqualTo(ReasonJson.of(alone));
        }
    }

    private static void fast(Law law, FactBook facts) {
        var month = new DateRange(MONTH.atDay(1), MONTH.atEndOfMonth());
        law.determiner().everybody(facts, MONTH, (subject, fast) -> {
            var programme = law.determiner().programmes().get(fast.programme());
            var slow = law.determiner().determine(facts, subject, programme, month);
            assertThat(slow.standing().spans().stream()
                            .map(it -> it.value().answer())
                            .max(Comparator.comparing(Answer.MET::equals).thenComparing(Answer.UNDETERMINED::equals))
                            .orElseThrow())
                    .isEqualTo(fast.answer());
            if (slow.owed().stream().allMatch(it -> it.period().toString().equals("2024-07"))) {
                assertThat(slow.owed().stream().mapToLong(it -> it.amount()).sum())
                        .as("%s of %s", programme, subject)
                        .isEqualTo(fast.owed());
            }
        });
    }

    /** No two that exclude one another are met, and whatever lost has lost to something that is not itself lost. */
    private static void rules(Law law, FactBook facts, LocalDate day) {
        for (var rule : law.pack().exclusive()) {
            if (!rule.days().includes(day)) {
                continue;
            }
            for (var subject : facts.people()) {
                var met = rule.programmes().stream()
                        .filter(it -> answer(law, facts, subject, it, day) == Answer.MET)
                        .toList();
                assertThat(met).as("%s of %s on %s", rule.id(), subject, day).hasSizeLessThan(2);
                rule.programmes().forEach(it -> lost(law, facts, subject, it, day));
            }
            if (rule.per() == Exclusive.Per.HOUSEHOLD) {
                household(law, facts, rule.programmes(), day);
            }
        }
    }

    private static void lost(Law law, FactBook facts, SubjectId subject, String programme, LocalDate day) {
        var reasons = law.determiner()
                .determine(facts, subject, programme, new DateRange(day, day))
                .reasons()
                .on(day);
        reasons.flatMap(it -> it.lostTo())
                .ifPresent(it -> assertThat(answer(law, facts, it.of().orElse(subject), it.programme(), day))
                        .as("%s of %s lost to %s on %s", programme, subject, it, day)
                        .isNotEqualTo(Answer.NOT_MET));
    }

    private static void household(Law law, FactBook facts, List<String> programmes, LocalDate day) {
        var residence = org.ansinh.rules.facts.Link.RESIDENCE;
        var seen = new java.util.HashMap<Integer, Integer>();
        for (var subject : facts.people()) {
            int entry = facts.linkAt(residence, facts.placeOf(subject), (int) day.toEpochDay());
            boolean met = programmes.stream().anyMatch(it -> answer(law, facts, subject, it, day) == Answer.MET);
            if (entry >= 0 && met) {
                seen.merge(facts.linkTarget(residence, entry), 1, Integer::sum);
            }
        }
        assertThat(seen.values()).as("%s on %s", programmes, day).allMatch(it -> it == 1);
    }

    private static Answer answer(Law law, FactBook facts, SubjectId subject, String programme, LocalDate day) {
        return law.determiner()
                .determine(facts, subject, programme, new DateRange(day, day))
                .standing()
                .on(day)
                .orElseThrow()
                .answer();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
