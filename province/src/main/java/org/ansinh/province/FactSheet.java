package org.ansinh.province;

import java.time.LocalDate;
import java.util.List;
import org.ansinh.timeline.DateRange;

/** Writes facts down, never before the day from which anything can be true of its subject. */
record FactSheet(List<GeneratedFact> facts, LocalDate earliest) {

    static FactSheet of(Draft person) {
        return new FactSheet(person.facts, person.born);
    }

    static FactSheet of(DraftHousehold household) {
        return new FactSheet(household.facts, household.founded);
    }

    void since(String fact, LocalDate from, FactValue value) {
        facts.add(new GeneratedFact(fact, DateRange.startingOn(PastLives.later(from, earliest)), value));
    }

    void during(String fact, LocalDate from, LocalDate to, FactValue value) {
        var start = PastLives.later(from, earliest);
        if (!to.isBefore(start)) {
            facts.add(new GeneratedFact(fact, new DateRange(start, to), value));
        }
    }
}
