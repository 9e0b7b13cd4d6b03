package org.ansinh.lawvn;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.FormSheet;
import org.junit.jupiter.api.Test;

/** Which official forms can be printed, and that none of them is dressed up as compared with its official text. */
class OfficialFormsTest {

    @Test
    void fourFormsOfDecree20HaveAWordingAndNoneWasComparedWithTheOfficialText() {
        assertThat(PackUnderTest.pack().sheets())
                .extracting(FormSheet::code)
                .containsExactlyInAnyOrder("1a", "1c", "1d", "1đ");
        assertThat(PackUnderTest.pack().sheets()).allSatisfy(it -> {
            assertThat(it.certainty()).isNotEqualTo(Certainty.CONFIRMED);
            assertThat(it.note()).contains("theo trí nhớ");
        });
    }

    @Test
    void whatTheSignedWordsAreStandsOnEachOfThem() {
        assertThat(PackUnderTest.pack().sheets())
                .allSatisfy(it -> assertThat(it.declares()).startsWith("Tôi xin cam đoan"));
    }

    @Test
    void theFormOfTheSocialPensionIsANamedHole() {
        assertThat(PackUnderTest.pack().unworded())
                .extracting(it -> it.programme().id() + " " + it.form().code())
                .contains("social_pension 01", "social_assistance 1b")
                .doesNotContain("social_assistance 1đ");
    }
}
