package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.ansinh.rules.determination.ReasonJson;
import org.ansinh.rules.determination.ReasonSentences;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Handling;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Programme;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How binding a programme is and how its files are worked is data, and goes with every answer. */
class ProcedureTest {

    private static final String REST = """
            id: rest
            label: {vi: Điều dưỡng, en: Convalescence}
            subject: person
            kind: within_budget
            amount_kind: at_least
            decided: by_list
            hidden: true
            period: month
            payee: facility
            decided_by:
              - {from: 2020-01-01, authority: district_chair, BASIS}
              - {from: 2025-07-01, authority: commune_chair, BASIS}
            deadline:
              - {step: check, says: {vi: Xã kiểm tra, en: The commune checks}, working_days: 7, to: 2025-06-30, BASIS}
              - {working_days: 14, to: 2025-06-30, BASIS}
              - {working_days: 10, from: 2025-07-01, BASIS}
            form:
              - {code: "85", label: NAME, to: 2025-06-30}
              - {code: "86", label: NAME, from: 2025-07-01}
            documents:
              - {id: identity, label: NAME}
              - {id: health_record, label: NAME, for: [ill], BASIS}
            provisions:
              - {id: ill, says: NAME, hidden: true, from: 2020-01-01, BASIS, amount: rest.amount, start: {rule: month_met}, conditions: [{id: so, says: NAME, when: person.hiv, else: not_so}]}
              - {id: old, says: NAME, from: 2020-01-01, BASIS, amount: rest.amount, start: {rule: month_met}, conditions: [{id: so, says: NAME, when: age(person.born) > rest.age, else: not_so}]}
            combine: {rule: highest}
            """;

    @TempDir
    Path folder;

    PackOnPaper paper;

    @BeforeEach
    void write() {
        paper = PackOnPaper.in(folder)
                .enumeration("authority", "commune_chair", "district_chair", "department")
                .facts(
                        "id: person.hiv, type: bool, sensitivity: hidden, when_absent: {value: false, says: NAME}",
                        "id: person.diagnosed, type: bool, sensitivity: hidden, when_absent: ask")
                .figure("rest.amount", "dong", "1624000")
                .figure("rest.age", "int", "89")
                .programme("rest", REST);
    }

    @Test
    void whoDecidesWithinWhichTimeOnWhichFormIsKnownForEveryDay() {
        var rest = programme();

        assertThat(rest.authorityOn(LocalDate.of(2025, 6, 30)).orElseThrow().authority())
                .isEqualTo("district_chair");
        assertThat(rest.authorityOn(LocalDate.of(2025, 7, 1)).orElseThrow().authority())
                .isEqualTo("commune_chair");
        assertThat(rest.deadlineOn(LocalDate.of(2025, 6, 30), "decide")
                        .orElseThrow()
                        .workingDays())
                .isEqualTo(14);
        assertThat(rest.deadlineOn(LocalDate.of(2025, 7, 1), "decide")
                        .orElseThrow()
                        .workingDays())
                .isEqualTo(10);
        assertThat(rest.deadlineOn(LocalDate.of(2025, 7, 1), "check")).isEmpty();
        assertThat(rest.procedure().forms().getLast().days()).isEqualTo(DateRange.startingOn(LocalDate.of(2025, 7, 1)));
        assertThat(rest.procedure().documents())
                .filteredOn(it -> it.isFor("old"))
                .extracting(Programme.Document::id)
                .containsExactly("identity");
    }

    @Test
    void everyAnswerSaysHowBindingItIsAndWhatMayNotBeShown() {
        var law = paper.law();
        var lan = SubjectId.person(1);
        var facts = law.facts()
                .fact(lan, "person.born", DateRange.always(), "1930-01-01", Provenance.UNSTATED)
                .build();
        var answer = law.determiner()
                .determine(facts, lan, new DateRange(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 31)));

        assertThat(answer.of("rest").orElseThrow().terms())
                .isEqualTo(new Programme.Terms(
                        Programme.Kind.WITHIN_BUDGET, Programme.AmountKind.AT_LEAST, Programme.Decided.BY_LIST, true));
        assertThat(ReasonJson.of(answer))
                .contains(
                        "\"kind\":\"within_budget\",\"amount_kind\":\"at_least\",\"decided\":\"by_list\",\"hidden\":true")
                .contains(
                        "\"provision\":\"ill\",\"says\":{\"vi\":\"Tên\",\"en\":\"Name\"},\"days\":{\"from\":\"2020-01-01\",\"to\":\"9999-12-31\"},\"hidden\":true");
        assertThat(ReasonSentences.of(law.pack(), answer, Language.VI))
                .contains("Điều dưỡng (trong phạm vi ngân sách, mức tối thiểu)");
    }

    @Test
    void aProvisionThatReadsAHiddenFactMustSaySo() {
        paper.programme(
                        "rest",
                        REST.replace("says: NAME, hidden: true", "says: NAME").replace("hidden: true\n", ""))
                .isRefused("provision 'ill' reads person.hiv, which is hidden; write 'hidden: true'");
    }

    @Test
    void whatIsMisspeltIsRefusedWithWhatWasMeant() {
        paper.programme("rest", REST.replace("authority: commune_chair", "authority: comune_chair"))
                .isRefused("did you mean commune_chair?");
        paper.programme("rest", REST.replace("kind: within_budget", "kind: within_buget"))
                .isRefused("did you mean within_budget?");
        paper.programme("rest", REST.replace("for: [ill]", "for: [il]")).isRefused("did you mean ill?");
        paper.programme("rest", REST.replace("working_days: 14, to: 2025-06-30", "working_days: 14, to: 2025-07-30"))
                .isRefused("already claims");
    }

    @Test
    void whatAProgrammeDoesNotSayItSaysThatItLacksAndWhy() {
        paper.programme("rest", REST + """
                lacks:
                  - {about: handling, why: not_found, says: NAME}
                """);

        assertThat(paper.law().pack().lacking()).singleElement().satisfies(it -> {
            assertThat(it.programme().id()).isEqualTo("rest");
            assertThat(it.lack().why()).isEqualTo(Programme.Lack.Why.NOT_FOUND);
        });
        assertThat(programme().procedure().lacks(Programme.Lack.About.HANDLING)).isTrue();

        paper.programme("rest", REST + "lacks: [{about: form, why: not_needed, says: NAME}]\n")
                .isRefused("'form' is written, so it is not lacking");
        paper.programme("rest", REST + "lacks: [{about: handling, why: not_fund, says: NAME}]\n")
                .isRefused("did you mean not_found?");
    }

    @Test
    void whatBecomesOfASignedDecisionIsSaidOnceForProgrammesThatAreWorkedAlike() {
        var handling = """
                handling:
                  - {id: unfetched, programmes: [rest], does: suspend, after_months: 3, by_decision: true, says: NAME, to: 2025-06-30, BASIS}
                  - {id: moved, programmes: [rest], does: transfer, says: NAME, from: 2025-07-01, BASIS}
                  - {id: ended, programmes: [rest], does: stop, after_months: 3, follows: unfetched, says: NAME, BASIS}
                """;
        paper.write("programmes/handling.yaml", handling);

        assertThat(paper.law().pack().handlingOf("rest"))
                .extracting(Handling::does)
                .containsExactly(Handling.Does.SUSPEND, Handling.Does.TRANSFER, Handling.Does.STOP);
        assertThat(paper.law().pack().handlingOf("rest").getLast().follows()).contains("unfetched");
        assertThat(paper.law().pack().handlingOf("rest").getFirst()).satisfies(it -> {
            assertThat(it.afterMonths()).contains(3);
            assertThat(it.byDecision()).isTrue();
            assertThat(it.days().includes(LocalDate.of(2025, 7, 1))).isFalse();
        });

        paper.write("programmes/handling.yaml", handling.replace("[rest], does: transfer", "[rests], does: transfer"))
                .isRefused("no programme is called 'rests'; did you mean rest?");
        paper.write("programmes/handling.yaml", handling.replace("does: transfer", "does: transfr"))
                .isRefused("did you mean transfer?");
        paper.write("programmes/handling.yaml", handling.replace("id: moved", "id: unfetched"))
                .isRefused("'unfetched' is already defined");
        paper.write("programmes/handling.yaml", handling.replace("follows: unfetched", "follows: moved"))
                .isRefused("no suspension above is called 'moved'");
    }

    private Programme programme() {
        var law = paper.law();
        assertThat(Set.of("rest")).isEqualTo(law.pack().programmes().keySet());
        return law.pack().programme("rest").orElseThrow();
    }
}
