package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.ansinh.rules.determination.DecidedMonth;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.Test;

/** The pension of somebody born in 1940: 500,000 a month, and a rate since July 2026 that nobody has confirmed. */
class DecidedMonthsTest {

    private static final SubjectId OLD = SubjectId.person(1);
    private static final YearMonth JULY_2025 = YearMonth.of(2025, 7);
    private static final YearMonth JULY_2026 = YearMonth.of(2026, 7);

    private final Law law = Law.load(LawTest.PACK);

    @Test
    void everyMonthOweWhatAnExplainedDeterminationOwes() {
        var facts = law.facts()
                .fact(OLD, "person.born", DateRange.always(), "1940-05-01", Provenance.UNSTATED)
                .fact(OLD, "person.monthly_pension", DateRange.always(), "0", Provenance.UNSTATED)
                .decision(OLD, "pension", Decision.signedOn(LocalDate.of(2025, 8, 12)))
                .build();

        var months = law.determiner().decided(facts);
        var found = months.of(OLD, "pension", JULY_2025, JULY_2026);
        var explained = law.determiner()
                .determine(facts, OLD, "pension", new DateRange(JULY_2025.atDay(1), JULY_2026.atEndOfMonth()))
                .owed();

        assertThat(months.programmesOf(OLD)).containsExactly("pension");
        assertThat(found).hasSize(13);
        assertThat(found.stream().filter(it -> it.amount() > 0).map(it -> it.month() + " " + it.amount()))
                .containsExactlyElementsOf(explained.stream()
                        .map(it -> it.period() + " " + it.amount())
                        .toList());
        assertThat(found.getFirst().inForce()).isFalse();
        assertThat(found.get(1).inForce()).isTrue();
        assertThat(found)
                .filteredOn(DecidedMonth::unverified)
                .extracting(DecidedMonth::month)
                .containsExactly(JULY_2026);
    }

    @Test
    void aMonthThatCannotBeAnsweredSaysWhatToAskAndDoesNotPassForNothing() {
        var facts = law.facts()
                .fact(OLD, "person.born", DateRange.always(), "1940-05-01", Provenance.UNSTATED)
                .decision(OLD, "pension", Decision.signedOn(LocalDate.of(2025, 8, 12)))
                .build();

        var found = law.determiner().decided(facts).of(OLD, "pension", JULY_2025, JULY_2025.plusMonths(1));

        assertThat(found).extracting(DecidedMonth::amount).containsExactly(0L, 0L);
        assertThat(found).extracting(it -> it.missing() != 0).containsExactly(false, true);
    }

    @Test
    void whatAJuristReleasedIsVerified() {
        var facts = law.facts()
                .fact(OLD, "person.born", DateRange.always(), "1940-05-01", Provenance.UNSTATED)
                .fact(OLD, "person.monthly_pension", DateRange.always(), "0", Provenance.UNSTATED)
                .decision(OLD, "pension", Decision.signedOn(LocalDate.of(2025, 8, 12)))
                .build();
        var released = law.withReleased(java.util.Set.of("pension.rate@2026-07-01"));

        assertThat(released.determiner().decided(facts).of(OLD, "pension", JULY_2026, JULY_2026))
                .extracting(DecidedMonth::unverified)
                .containsExactly(false);
    }
}
