package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberEntryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500000 | 500000",
                "500.000 | 500000",
                "500,000 đ | 500000",
                "1 234 567 đồng | 1234567",
                "1.234.567VNĐ | 1234567",
                "540000.0 | 540000",
                "-1.250.000 đ | -1250000",
                "−250 000 | -250000",
                "0 | 0"
            })
    void amountsAreReadAsOfficesWriteThem(String written, long dong) {
        assertThat(NumberEntry.whole(written)).contains(dong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500.00.0",
                "1,5",
                "1.5",
                "12,50",
                "1 2",
                "1.234.56",
                "năm trăm",
                "1.2345",
                "9999999999999999",
                "1e9",
                ""
            })
    void whatIsNotAWholeAmountIsNotGuessedAt(String written) {
        assertThat(NumberEntry.whole(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,5 | 1500", "2 | 2000", "0.125 | 125", "1.500 | 1500"})
    void decimalsMayHaveACommaOrAPoint(String written, long thousandths) {
        assertThat(NumberEntry.thousandths(written)).contains(thousandths);
    }
}
