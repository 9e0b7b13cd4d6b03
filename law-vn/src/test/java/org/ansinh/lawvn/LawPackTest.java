package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansinh.rules.Law;
import org.junit.jupiter.api.Test;

/** The pack is read whole, with nothing to put right. */
class LawPackTest {

    @Test
    void loadsWithoutAProblem() {
        assertThat(Law.check(PackUnderTest.FOLDER).problems()).isEmpty();
    }

    @Test
    void holdsTheProgrammesItPromises() {
        assertThat(PackUnderTest.pack().programmes().keySet())
                .containsExactlyInAnyOrder(
                        "social_pension",
                        "social_assistance",
                        "own_care",
                        "community_care",
                        "electricity",
                        "health_insurance");
    }
}
