package org.ansinh.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.bench.Figure.Bound;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.ReasonJson;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;

/** One household of five under the reference rule set: from its facts to every answer with reasons, as JSON. */
final class HouseholdOfFive {

    private static final DateRange MONTH = new DateRange(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30));
    private static final SubjectId HOME = SubjectId.household(1);
    private static final List<SubjectId> SUBJECTS = List.of(
            HOME,
            SubjectId.person(1),
            SubjectId.person(2),
            SubjectId.person(3),
            SubjectId.person(4),
            SubjectId.person(5));
    private static final String[] BORN = {"1941-03-02", "1968-07-21", "1971-01-30", "2012-09-05", "2023-02-14"};

    private final Bench.Place place;
    private final Law law;

    HouseholdOfFive(Bench.Place place) {
        this.place = place;
        this.law = Law.load(place.project().resolve("bench/reference-law"));
    }

    List<Figure> figures() {
        return List.of(new Figure(
                "reference law: household of five, reasons and JSON, p50",
                Stopwatch.millis(Stopwatch.nanosOfHalf(this::answer)),
                "ms",
                Optional.of(new Bound(true, new java.math.BigDecimal("0.2"))),
                Optional.empty(),
                place.run()));
    }

    private void answer() {
        var always = DateRange.always();
        var book = law.facts().fact(HOME, "household.poverty", always, "poor", Provenance.UNSTATED);
        for (int i = 0; i < BORN.length; i++) {
            var person = SubjectId.person(i + 1);
            book.residence(person, HOME, always);
            book.fact(person, "person.born", always, BORN[i], Provenance.UNSTATED);
            book.fact(person, "person.ethnic", always, "true", Provenance.UNSTATED);
            book.fact(person, "person.pupil", always, Boolean.toString(i == 3), Provenance.UNSTATED);
        }
        book.fact(SubjectId.person(2), "person.disability", always, "severe", Provenance.UNSTATED);
        book.fact(SubjectId.person(3), "person.single_parent", always, "true", Provenance.UNSTATED);
        var facts = book.build();
        int letters = 0;
        for (var answer : law.determiner().determine(facts, SUBJECTS, MONTH)) {
            letters += ReasonJson.of(answer).length();
        }
        if (letters == 0) {
            throw new IllegalStateException("A household without an answer.");
        }
    }
}
