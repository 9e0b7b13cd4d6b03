package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.Unverified;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A province adds beside a national programme only what that lets it; an example is seen, never paid; a hole is not a no. */
class LocalLawTest {

    private static final String PENSION = """
            id: pension
            label: NAME
            subject: person
            kind: right
            period: month
            payee: beneficiary
            local_may:
              - {what: raise, from: 2024-01-01, BASIS}
            provisions:
              - {id: old, says: NAME, from: 2020-01-01, BASIS, amount: pension.rate, start: {rule: month_of_signature}, conditions: [{id: so, says: NAME, when: age(person.born) >= pension.age, else: not_so}]}
            """;
    private static final String MORE = """
            id: more
            label: NAME
            subject: person
            kind: right
            period: month
            payee: beneficiary
            supplements: {programme: pension, what: raise, basis: {instrument: 1/2021/NĐ-CP}}
            provisions:
              - {id: difference, says: NAME, from: 2025-01-01, basis: {instrument: EXAMPLE}, certainty: example, amount: more.level - pension.rate, start: {rule: month_of_signature}, conditions: [{id: has, says: NAME, when: "receives(person, programmes.pension)", else: not_so}]}
            """;
    private static final SubjectId OLD_WOMAN = SubjectId.person(1);
    private static final DateRange JANUARY = new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31));

    @TempDir
    Path folder;

    PackOnPaper paper;

    @BeforeEach
    void write() {
        paper = PackOnPaper.in(folder)
                .figure("pension.rate", "dong", "500000")
                .figure("pension.age", "int", "75")
                .programme("pension", PENSION)
                .write("local/here/instruments/example.yaml", """
                        number: EXAMPLE
                        kind: resolution
                        title: NAME
                        issuer: NAME
                        signed: 2024-12-01
                        in_force: 2025-01-01
                        certainty: example
                        source: written for a test
                        """)
                .write(
                        "local/here/parameters/level.yaml",
                        "{id: more.level, label: NAME, type: dong, values: [{from: 2025-01-01, value: 650000, basis: {instrument: EXAMPLE}, certainty: example}]}")
                .write("local/here/programmes/more/reasons.yaml", "not_so: NAME\n");
        more(MORE);
    }

    @Test
    void whatTheProvinceAddsStandsBesideTheNationalPension() {
        var answer = paper.law().determiner().determine(people(paper.law()), OLD_WOMAN, "more", JANUARY);

        assertThat(answer.owed()).singleElement().satisfies(it -> {
            assertThat(it.period().toString()).isEqualTo("2025-01");
            assertThat(it.amount()).isEqualTo(150_000);
        });
    }

    @Test
    void anExampleStaysUnverifiedWhateverAJuristReleases() {
        var law = paper.law();
        var all = law.unverified().stream().map(Unverified::what).collect(java.util.stream.Collectors.toSet());
        assertThat(all).contains("more.difference", "more.level@2025-01-01");

        var released = law.determiner().withReleased(all);

        assertThat(released.determine(people(law), OLD_WOMAN, "more", JANUARY).unverified())
                .extracting(Unverified::what)
                .containsExactlyInAnyOrder("more.difference", "more.level@2025-01-01");
        var flags = new java.util.ArrayList<Boolean>();
        int more = released.programmes().indexOf("more");
        released.everybody(people(law), YearMonth.of(2025, 1), (subject, outcome) -> {
            if (outcome.programme() == more) {
                flags.add(outcome.unverified());
            }
        });
        assertThat(flags).containsExactly(true);
    }

    @Test
    void aProvinceGivesNothingByItself() {
        more(MORE.replaceAll("supplements:.*\n", ""));
        paper.isRefused("a province cannot give more by itself");
    }

    @Test
    void aProvinceDoesOnlyWhatTheNationalProgrammeLetsItDo() {
        more(MORE.replace("what: raise", "what: add_group"));
        paper.isRefused("pension does not let a province add a group of people");
    }

    @Test
    void andOnlyOnDaysOnWhichItLetsIt() {
        more(MORE.replace("from: 2025-01-01, basis", "from: 2023-01-01, basis"));
        paper.isRefused("pension does not let a province raise what it gives on all of these days");
    }

    @Test
    void whatIsAddedHasToAskWhetherTheNationalRightIsThere() {
        more(MORE.replace("receives(person, programmes.pension)", "age(person.born) >= pension.age"));
        paper.isRefused("supplements pension but no condition asks whether that is due");
    }

    @Test
    void theNationalProgrammeIsNamedRightly() {
        more(MORE.replace("{programme: pension", "{programme: pensoin"));
        paper.isRefused("no national programme is called 'pensoin'; did you mean pension?");
    }

    @Test
    void aNationalProgrammeSupplementsNothing() {
        paper.programme(
                "more", MORE.replace("EXAMPLE", "1/2021/NĐ-CP").replace("certainty: example", "certainty: confirmed"));
        more(MORE.replace("id: more", "id: other"));
        paper.isRefused("only a programme in a folder of local/ supplements another");
    }

    @Test
    void whatRestsOnAnExampleSaysSo() {
        more(MORE.replace("certainty: example", "certainty: confirmed"));
        paper.isRefused("this rests on an example; its certainty is 'example'");
    }

    @Test
    void andNothingElseDoes() {
        paper.programme("pension", PENSION.replace("BASIS", "basis: {instrument: 1/2021/NĐ-CP}, certainty: example"));
        paper.isRefused("only what rests on an instrument of certainty 'example' is an example");
    }

    @Test
    void whoFallsIntoAHoleIsUndeterminedAndWhoDoesNotIsRefused() {
        paper.programme(
                "pension",
                PENSION.replace("amount: pension.rate", "hole: {vi: Chưa có mức, en: The rate was not found}"));
        var law = paper.law();

        var outcome = law.determiner().determine(people(law), OLD_WOMAN, "pension", JANUARY);

        assertThat(law.pack().holes()).extracting(it -> it.says().en()).containsExactly("The rate was not found");
        assertThat(outcome.standing().spans()).singleElement().satisfies(it -> {
            assertThat(it.value().answer()).isEqualTo(Answer.UNDETERMINED);
            assertThat(it.value().floor()).isEmpty();
            assertThat(it.value().missing()).isEmpty();
        });
        assertThat(outcome.owed()).extracting(it -> it.amount()).allMatch(it -> it == 0);
        assertThat(outcome.reasons()
                        .spans()
                        .getFirst()
                        .value()
                        .provisions()
                        .getFirst()
                        .says()
                        .en())
                .isEqualTo("Name (not found: The rate was not found)");
        var young = FactBook.of(law.pack())
                .fact(OLD_WOMAN, "person.born", DateRange.always(), "2000-01-01", Provenance.UNSTATED)
                .build();
        assertThat(law.determiner()
                        .determine(young, OLD_WOMAN, "pension", JANUARY)
                        .standing()
                        .spans())
                .allSatisfy(it -> assertThat(it.value().answer()).isEqualTo(Answer.NOT_MET));
    }

    @Test
    void aFigureThatGoesWithAProvisionIsToldWithTheReason() {
        paper.programme("pension", PENSION.replace("amount: pension.rate", "amount: dong(0), shows: [pension.rate]"));
        paper.holds("pension", """
                - case: old
                  people: {a: {born: 1940-01-01}}
                  ask: {person: a, programme: pension, from: 2025-01, to: 2025-01}
                  expect: {standing: [{from: 2025-01-01, to: 2025-01-31, answer: met, shows: {pension.rate: 500000}}]}
                  why: test
                """);
        var law = paper.law();
        var reasons = law.determiner()
                .determine(people(law), OLD_WOMAN, "pension", JANUARY)
                .reasons();
        assertThat(reasons.spans().getFirst().value().provisions().getFirst().amountFrom())
                .singleElement()
                .isInstanceOfSatisfying(
                        org.ansinh.rules.determination.Reason.OfParameter.class,
                        it -> assertThat(it.value().en()).isEqualTo("500,000 dong"));
        paper.programme(
                "pension", PENSION.replace("amount: pension.rate", "amount: pension.rate, shows: [pension.rat]"));
        paper.isRefused("no figure is called 'pension.rat'");
    }

    @Test
    void aHoleIsNotAnAmount() {
        paper.programme("pension", PENSION.replace("amount: pension.rate", "amount: pension.rate, hole: NAME"));
        paper.isRefused("a hole has no amount");
    }

    private void more(String rules) {
        paper.write("local/here/programmes/more/rules.yaml", rules);
    }

    private static FactBook people(Law law) {
        return FactBook.of(law.pack())
                .fact(OLD_WOMAN, "person.born", DateRange.always(), "1940-01-01", Provenance.UNSTATED)
                .decision(OLD_WOMAN, "pension", Decision.signedOn(LocalDate.of(2024, 5, 1)))
                .decision(OLD_WOMAN, "more", Decision.signedOn(LocalDate.of(2025, 1, 10)))
                .build();
    }
}
