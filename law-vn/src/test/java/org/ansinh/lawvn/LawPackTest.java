package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.ansinh.rules.Law;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.junit.jupiter.api.Test;

/** The pack is read whole, says what was worked out by hand, and has an answer for every day of a programme's life. */
class LawPackTest {

    private static final YearMonth LAST_MONTH = YearMonth.of(2026, 12);
    private static final SubjectId PERSON = SubjectId.person(1);
    private static final SubjectId HOUSEHOLD = SubjectId.household(1);

    @Test
    void loadsWithoutAProblem() {
        assertThat(Law.check(PackUnderTest.FOLDER).problems()).isEmpty();
    }

    @Test
    void holdsTheProgrammesItPromises() {
        assertThat(PackUnderTest.pack().programmes().keySet())
                .containsExactlyInAnyOrder(
                        "abroad_support",
                        "boarding_pupils",
                        "border_boarding",
                        "border_boarding_kit",
                        "border_boarding_uniform",
                        "child_fund",
                        "child_heart_surgery",
                        "child_special_circumstances",
                        "community_care",
                        "covid_2020",
                        "covid_care_2021",
                        "covid_unemployment_2021",
                        "covid_worker_2021",
                        "credit_abroad",
                        "credit_debt",
                        "credit_establishment",
                        "credit_herbs",
                        "credit_household",
                        "credit_job",
                        "credit_learner",
                        "credit_minority",
                        "credit_released",
                        "credit_social_housing",
                        "credit_student",
                        "disabled_aids",
                        "disabled_scholarship",
                        "electricity",
                        "emergency_death",
                        "emergency_help",
                        "emergency_person",
                        "emergency_rice",
                        "emergency_shelter",
                        "ethnic_boarding_kit",
                        "ethnic_boarding_year",
                        "example_hardship",
                        "example_pension_supplement",
                        "facility_care",
                        "funeral",
                        "health_card",
                        "health_insurance",
                        "housing_merit",
                        "housing_minority",
                        "housing_poor_district",
                        "housing_temporary",
                        "longevity_gift",
                        "low_income_worker",
                        "merit_allowance",
                        "merit_carer",
                        "merit_convalescence_centre",
                        "merit_convalescence_home",
                        "merit_death_grant",
                        "merit_device",
                        "merit_funeral",
                        "merit_gift_july",
                        "merit_gift_tet",
                        "merit_grave_visit",
                        "merit_holiday_meals",
                        "merit_injury_once",
                        "merit_martyr_award",
                        "merit_once",
                        "merit_reburial",
                        "merit_study",
                        "merit_study_year",
                        "merit_survivor",
                        "merit_title_once",
                        "merit_worship",
                        "own_care",
                        "policy_credit",
                        "policy_scholarship",
                        "poverty_class",
                        "preschool_lunch",
                        "pupil_rice",
                        "small_groups_study",
                        "social_assistance",
                        "social_pension",
                        "state_gift",
                        "study_costs",
                        "training_allowance",
                        "training_cost",
                        "treatment_share",
                        "treatment_support",
                        "tuition_exemption",
                        "tuition_reduction",
                        "voluntary_insurance",
                        "worker_rent_2022");
    }

    @Test
    void everyCaseWorkedByHandHolds() {
        var report = report();
        assertThat(report.failures().stream().map(it -> "law-vn/" + it)).isEmpty();
        assertThat(report.cases()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void everyProvisionIsMetInOneCaseAndRefusedInAnother() {
        var report = report();
        assertThat(report.neverMet()).isEmpty();
        assertThat(report.neverRefused()).isEmpty();
    }

    @Test
    void everyProgrammeAnswersForEveryDayOfItsLife() {
        for (var programme : PackUnderTest.pack().programmes().values()) {
            for (var month = firstMonth(programme); !month.isAfter(LAST_MONTH); month = month.plusMonths(1)) {
                var days = new DateRange(month.atDay(1), month.atEndOfMonth());
                var subject = programme.subject() == SubjectKind.PERSON ? PERSON : HOUSEHOLD;
                var outcome = PackUnderTest.law().determiner().determine(somebody(), subject, programme.id(), days);
                coversWithoutGap(outcome.standing(), days, programme.id());
            }
        }
    }

    private static Cases.Report report() {
        var law = PackUnderTest.law();
        return Cases.run(PackUnderTest.FOLDER, law.pack(), law.determiner());
    }

    /** The pack answers for no day before those it says it covers. */
    private static YearMonth firstMonth(Programme programme) {
        var covered = YearMonth.from(PackUnderTest.pack().header().coversFrom());
        return programme.provisions().stream()
                .map(it -> YearMonth.from(it.days().from()))
                .min(YearMonth::compareTo)
                .filter(it -> it.isAfter(covered))
                .orElse(covered);
    }

    private static FactBook somebody() {
        return PackUnderTest.law()
                .facts()
                .fact(PERSON, "person.born", DateRange.always(), "1950-02-28", Provenance.UNSTATED)
                .residence(PERSON, HOUSEHOLD, DateRange.always())
                .village(HOUSEHOLD, SubjectId.village(1), DateRange.always())
                .build();
    }

    private static void coversWithoutGap(Timeline<?> standing, DateRange days, String programme) {
        LocalDate next = days.from();
        for (var span : standing.spans()) {
            assertThat(span.days().from()).as("%s answers from", programme).isEqualTo(next);
            next = span.days().to().plusDays(1);
        }
        assertThat(next)
                .as("%s answers until the day before", programme)
                .isEqualTo(days.to().plusDays(1));
    }
}
