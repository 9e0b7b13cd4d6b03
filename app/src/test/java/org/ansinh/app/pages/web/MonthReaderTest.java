package org.ansinh.app.pages.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month as an office types it, and as an address carries it. */
class MonthReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"10/2026", "10.2026", " 10 - 2026 ", "2026-10"})
    void aMonthIsReadAsOfficesWriteIt(String typed) {
        assertThat(new MonthReader().convert(typed)).isEqualTo(YearMonth.of(2026, 10));
    }

    @Test
    void aMonthOfOneDigitIsAMonth() {
        assertThat(new MonthReader().convert("9/2026")).isEqualTo(YearMonth.of(2026, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13/2026", "0/2026", "tháng mười", "10/26", "10/3026", "2026/10"})
    void whatIsNoMonthIsRefusedWithTheWayToWriteIt(String typed) {
        assertThatThrownBy(() -> new MonthReader().convert(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingTypedIsNoMonth() {
        assertThat(new MonthReader().convert("  ")).isNull();
    }
}
