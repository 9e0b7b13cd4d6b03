package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which facts can change what a programme gives: a cause of another amount is looked for among them only. */
class FactsReadTest {

    private static java.util.Set<String> read(String programme) {
        return PackUnderTest.law().determiner().forms().factsRead(programme);
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

    /** No condition of a funeral grant asks whether somebody died: the grant is due on that day. */
    @Test
    void daysThatMoneyBeginsOnCountToo() {
        assertThat(read("funeral")).contains("person.buried_died_on");
        assertThat(read("merit_allowance")).contains("person.wounded_since");
    }
}
