package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.pack.Handling;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Programme.Lack.About;
import org.ansinh.rules.pack.Programme.Period;
import org.junit.jupiter.api.Test;

/** What belongs to every programme is there, or the programme says that it lacks it and why. */
class CompletenessTest {

    /** Paid again and again, so that something can happen to the decision meanwhile. */
    private static final Set<Period> GOES_ON = EnumSet.of(Period.MONTH, Period.QUARTER, Period.TERM, Period.YEAR);

    @Test
    void everyProgrammeSaysHowItsFilesAreWorkedOrThatNobodyHasReadIt() {
        var silent = new TreeMap<String, List<About>>();
        for (var programme : PackUnderTest.pack().programmes().values()) {
            var missing = new ArrayList<About>();
            for (var about : About.values()) {
                if (!says(programme, about) && !programme.procedure().lacks(about)) {
                    missing.add(about);
                }
            }
            if (!missing.isEmpty()) {
                silent.put(programme.id(), missing);
            }
        }
        assertThat(silent)
                .as(
                        "write these in rules.yaml (handling: in programmes/handling.yaml), or say under 'lacks' why there is none")
                .isEmpty();
    }

    /** Six cases, two refusals, both sides of a boundary day and of a change of law, and two rights that meet. */
    @Test
    void theCasesOfEveryProgrammeGoFarEnough() {
        var law = PackUnderTest.law();
        var wanting = new TreeMap<String, List<String>>();
        Cases.run(PackUnderTest.FOLDER, law.pack(), law.determiner()).reaches().stream()
                .filter(it -> !it.wanting().isEmpty())
                .forEach(it -> wanting.put(it.programme(), it.wanting()));
        assertThat(wanting).isEmpty();
    }

    @Test
    void everyProvisionThatPaysSaysFromWhenAndRestsOnAnArticleOrADocument() {
        for (var programme : PackUnderTest.pack().programmes().values()) {
            for (var provision : programme.provisions()) {
                var where = programme.id() + "." + provision.id();
                assertThat(provision.basis().instrument()).as(where).isNotBlank();
                assertThat(provision.conditions()).as(where).isNotEmpty();
                if (programme.period() != Period.EVENT) {
                    assertThat(provision.start()).as(where).isNotEmpty();
                }
            }
        }
    }

    /** Decree 20/2021 Art. 34(5), Circular 02/2021 Art. 2: unclaimed money is carried over, suspended after three months by decision. */
    @Test
    void moneyThatWasNotFetchedIsCarriedOverAndSuspendedOnlyByDecision() {
        var handling = PackUnderTest.pack().handlingOf("social_assistance");

        assertThat(handling)
                .filteredOn(it -> it.does() == Handling.Does.CARRY_OVER)
                .singleElement()
                .satisfies(it -> assertThat(it.byDecision()).isFalse());
        assertThat(handling)
                .filteredOn(it ->
                        it.does() == Handling.Does.SUSPEND && it.afterMonths().equals(java.util.Optional.of(3)))
                .singleElement()
                .satisfies(it -> assertThat(it.byDecision()).isTrue());
        assertThat(handling).noneMatch(it -> it.does() == Handling.Does.RECOVER);
    }

    @Test
    void aMoveHasARuleOnEveryDaySinceDecree20() {
        for (var day : List.of("2021-07-01", "2025-06-30", "2025-07-01", "2026-12-31")) {
            assertThat(PackUnderTest.pack().handlingOf("social_assistance"))
                    .as(day)
                    .anyMatch(it ->
                            it.does() == Handling.Does.TRANSFER && it.days().includes(java.time.LocalDate.parse(day)));
        }
    }

    private static boolean says(Programme programme, About about) {
        var procedure = programme.procedure();
        return switch (about) {
            case DECIDED_BY -> !procedure.decidedBy().isEmpty();
            case DEADLINE -> !procedure.deadlines().isEmpty();
            case FORM -> !procedure.forms().isEmpty();
            case DOCUMENTS -> !procedure.documents().isEmpty();
            case HANDLING ->
                !GOES_ON.contains(programme.period())
                        || !PackUnderTest.pack().handlingOf(programme.id()).isEmpty();
        };
    }
}
