package org.ansinh.app.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenDayTest {

    @ParameterizedTest
    @CsvSource({
        "20/8/1950, 1950-08-20, day",
        "20-08-1950, 1950-08-20, day",
        "20.8.1950, 1950-08-20, day",
        "20 / 8 / 1950, 1950-08-20, day",
        "1950-08-20, 1950-08-20, day",
        "1950-08-20 00:00:00, 1950-08-20, day",
        "20081950, 1950-08-20, day",
        "18495, 1950-08-20, day",
        "8/1950, 1950-08-01, month",
        "00/08/1950, 1950-08-01, month",
        "1950, 1950-01-01, year",
        "00/00/1950, 1950-01-01, year",
        "29/2/2024, 2024-02-29, day"
    })
    void daysAreReadAsOfficesWriteThem(String written, LocalDate day, String precision) {
        assertThat(WrittenDay.of(written)).isEqualTo(new WrittenDay.Read(day, precision));
    }

    @ParameterizedTest
    @CsvSource({
        "31/2/1950, day_not_on_calendar",
        "8/20/1950, day_not_on_calendar",
        "29/2/2023, day_not_on_calendar",
        "20/8/50, day_two_digit_year",
        "hôm qua, day_unreadable",
        "99999, day_unreadable",
        "195, day_unreadable"
    })
    void whatIsNoDayIsToldApartFromADayThatNeverWas(String written, String why) {
        assertThat(WrittenDay.of(written)).isEqualTo(new WrittenDay.Unreadable(why));
    }

    @Test
    void anEmptyCellSaysNothing() {
        assertThat(WrittenDay.of("  ")).isEqualTo(new WrittenDay.Nothing());
    }

    @ParameterizedTest
    @CsvSource({"20/08/1950", "08/1950", "1950"})
    void whatIsWrittenOutReadsBackTheSame(String written) {
        assertThat(WrittenDay.of(written))
                .isInstanceOfSatisfying(
                        WrittenDay.Read.class,
                        it -> assertThat(WrittenDay.written(it.day(), it.precision()))
                                .isEqualTo(written));
    }
}
