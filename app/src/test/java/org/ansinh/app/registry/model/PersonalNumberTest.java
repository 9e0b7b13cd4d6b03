package org.ansinh.app.registry.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.ansinh.app.registry.model.PersonalNumber.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A personal number tells the century and sex, the year and the province of the birth's registration (Decree 137/2015, article 13). */
class PersonalNumberTest {

    @ParameterizedTest
    @CsvSource({
        "004192001234, 1992-05-01, false",
        "004205000321, 2005-02-01, true",
        "004315000777, 2015-08-30, false",
        "004099012345, 1999-11-20, true"
    })
    void aNumberOfCaoBangFitsWhoeverItBelongsTo(String number, LocalDate born, boolean male) {
        assertThat(PersonalNumber.check(number, born, male)).isEqualTo(new Finding.Fits(number));
    }

    /** The century is in the fourth digit: this number speaks of a man born in 2099. */
    @Test
    void aManBornIn1999HasNoNumberOfTheNextCentury() {
        assertThat(PersonalNumber.check("004299012345", LocalDate.of(1999, 11, 20), true))
                .isEqualTo(new Finding.Disagrees("004299012345", "year"));
    }

    @Test
    void aWomansNumberIsNoMans() {
        assertThat(PersonalNumber.check("004192001234", LocalDate.of(1992, 5, 1), true))
                .isEqualTo(new Finding.Disagrees("004192001234", "sex"));
    }
}
