package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What can change what a programme gives: a cause of another amount is looked for among these facts and days only. */
class WhatIsReadTest {

    private static java.util.Set<String> read(String programme) {
        return PackUnderTest.law().determiner().forms().read(programme).facts();
    }

    @Test
    void theElectricityThatAHouseholdUsedChangesItsElectricitySupportAndNoAllowance() {
        assertThat(read("electricity")).contains("household.electricity_kwh");
        assertThat(read("social_assistance")).contains("person.disability").doesNotContain("household.electricity_kwh");
    }

    /** Whoever receives social assistance has a card: what changes the one can change the other. */
    @Test
    void factsOfProgrammesThatAreAskedAboutCountToo() {
        assertThat(read("health_insurance")).containsAll(read("social_assistance"));
    }

    /** Decree 335 raises the standard rate from 1 July 2026; in September nothing of it turns. */
    @Test
    void aRateTurnsOnItsDay() {
        assertThat(PackUnderTest.law()
                        .determiner()
                        .forms()
                        .read("social_assistance")
                        .days())
                .contains(LocalDate.of(2026, 7, 1), LocalDate.of(2021, 7, 1))
                .noneMatch(day -> day.getYear() == 2026 && day.getMonthValue() == 9);
    }

    /** No condition of a funeral grant asks whether somebody died: the grant is due on that day. */
    @Test
    void daysThatMoneyBeginsOnCountToo() {
        assertThat(read("funeral")).contains("person.buried_died_on");
        assertThat(read("merit_allowance")).contains("person.wounded_since");
    }
}
