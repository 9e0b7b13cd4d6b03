package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Reason;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reasons say, and what they leave out because it would change nothing. */
class TellingTest {

    private static final SubjectId LAN = SubjectId.person(1);
    private static final DateRange YEAR = new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    @TempDir
    Path folder;

    private Law rice() {
        return PackOnPaper.in(folder)
                .facts(
                        "id: person.pupil, type: bool, when_absent: {value: false, says: NAME}",
                        "id: person.boards, type: bool, when_absent: {value: false, says: NAME}")
                .figure("p.first", "int", "9")
                .figure("p.last", "int", "5")
                .figure("p.rice", "dong", "150000")
                .write("programmes/rice/rules.yaml", """
                        id: rice
                        label: NAME
                        subject: person
                        kind: right
                        period: month
                        payee: beneficiary
                        provisions:
                          - id: rice
                            says: NAME
                            from: 2020-01-01
                            BASIS
                            conditions:
                              - {id: in_school_month, says: NAME, when: "month(today) >= p.first || month(today) <= p.last", else: no_school_month}
                              - {id: boarder, says: NAME, when: "person.pupil && person.boards", else: no_boarder}
                            amount: p.rice
                            start: {rule: month_of_signature}
                        combine: {rule: sum}
                        """)
                .write("programmes/rice/reasons.yaml", "no_school_month: NAME\nno_boarder: NAME\n")
                .law();
    }

    private static ProgrammeOutcome of(Law law, Map<String, String> facts) {
        var book = law.facts().fact(LAN, "person.born", DateRange.always(), "2012-04-02", Provenance.UNSTATED);
        facts.forEach((name, value) ->
                book.fact(LAN, "person." + name, DateRange.always(), value, Provenance.of("giấy xác nhận", 7)));
        return law.determiner().determine(book.build(), LAN, "rice", YEAR);
    }

    @Test
    void whoIsNoPupilHearsNothingOfSchoolMonths() {
        var why = of(rice(), Map.of());

        assertThat(why.standing().spans())
                .singleElement()
                .satisfies(it -> assertThat(it.value().reasons()).containsExactly("no_boarder"));
        assertThat(why.reasons().spans())
                .singleElement()
                .satisfies(it -> assertThat(it.value().provisions().getFirst().conditions())
                        .extracting(Reason.OfCondition::condition)
                        .containsExactly("boarder"));
    }

    @Test
    void aBoarderIsToldThatInJulyThereIsNoSchool() {
        var why = of(rice(), Map.of("pupil", "true", "boards", "true"));

        var july = LocalDate.of(2025, 7, 15);
        assertThat(why.on(july).orElseThrow().reasons()).containsExactly("no_school_month");
        assertThat(why.reasons().on(july).orElseThrow().provisions().getFirst().conditions())
                .extracting(Reason.OfCondition::condition)
                .containsExactly("in_school_month", "boarder");
        assertThat(why.on(LocalDate.of(2025, 9, 1)).orElseThrow().amount()).hasValue(150_000);
    }

    @Test
    void ofTwoThingsThatAreNotSoTheFirstIsTold() {
        var neither = of(rice(), Map.of());
        var dayPupil = of(rice(), Map.of("pupil", "true"));

        assertThat(boarder(neither).used())
                .extracting(it -> ((Reason.OfFact) it).fact())
                .containsExactly("person.pupil");
        assertThat(boarder(dayPupil).used())
                .extracting(it -> ((Reason.OfFact) it).fact())
                .containsExactly("person.boards");
    }

    @Test
    void ofWhomTheAnswerIsAboutIsNotSaidAgain() {
        var pupil = boarder(of(rice(), Map.of("pupil", "true", "boards", "true")));

        assertThat(pupil.used()).hasSize(2).allSatisfy(it -> {
            var fact = (Reason.OfFact) it;
            assertThat(fact.of()).isEmpty();
            assertThat(fact.provenance().recording()).isEqualTo(7);
        });
    }

    private static Reason.OfCondition boarder(ProgrammeOutcome outcome) {
        return outcome
                .reasons()
                .on(LocalDate.of(2025, 10, 1))
                .orElseThrow()
                .provisions()
                .getFirst()
                .conditions()
                .stream()
                .filter(it -> it.condition().equals("boarder"))
                .findFirst()
                .orElseThrow();
    }
}
